/** What this person chose on this computer, where the browser keeps anything at all. */
const place = (name) => `visio.${name}`;

/** @returns {*} what was kept under this name; null for nothing */
export function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(place(name)));
  } catch (error) {
    return null;
  }
}

/** @param {*} value anything that JSON can write */
export function keep(name, value) {
  try {
    localStorage.setItem(place(name), JSON.stringify(value));
  } catch (error) {
    // A private window, or a full one: the choice lasts as long as the page.
  }
}
