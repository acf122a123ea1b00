/** Where the shipped modules are. */
export const shipped = (name) => import(new URL(`../../../main/webapp/assets/call/${name}.js`, import.meta.url));

/** A page of the application at the root of its site, as far as modules that ask the server look at it. */
globalThis.document = globalThis.document || { querySelector: () => ({ content: '' }) };
