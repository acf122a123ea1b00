/* Named on the command line: what is formatted lies outside this folder. */
export default { printWidth: 120, singleQuote: true };
