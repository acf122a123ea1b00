/** Whose browser it is, in a word and its major version, for the log of what failed. The first that matches. */
const NAMES = [
  ['edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['opera', /OPR\/(\d+)/],
  ['samsung', /SamsungBrowser\/(\d+)/],
  ['firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['safari', /Version\/(\d+).*Safari/],
];

/**
 * @param {string} agent as the User-Agent header has it
 * @returns {{browser: string, version: number}}
 */
export function nameOf(agent) {
  const known = NAMES.find(([, mark]) => mark.test(agent));
  return known ? { browser: known[0], version: Number(known[1].exec(agent)[1]) } : { browser: 'other', version: 0 };
}
