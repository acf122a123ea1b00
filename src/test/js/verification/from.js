/** Where the shipped modules are. */
export const shipped = (name) =>
  import(new URL(`../../../main/webapp/assets/verification/${name}.js`, import.meta.url));
