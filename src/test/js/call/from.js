/** Where the shipped modules are. */
export const shipped = (name) => import(new URL(`../../../main/webapp/assets/call/${name}.js`, import.meta.url));
