/** Where the shipped modules are. */
export const shipped = (name) => import(new URL(`../../../main/webapp/assets/precall/${name}.js`, import.meta.url));
