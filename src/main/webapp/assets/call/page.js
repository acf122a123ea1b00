/** What a page does with itself: its address, the clipboard, and the code that it loads late. */

/** The link is the person's only key: the language switch keeps it. */
export function keepFragment() {
  document.querySelectorAll('[data-keep-fragment]').forEach((link) => {
    link.hash = location.hash;
  });
}

/**
 * @param {HTMLInputElement} field shows the text where it has to be copied by hand
 * @param {string} text
 * @returns {Promise<boolean>} whether it is in the clipboard; if not, it stands selected on the page
 */
export function copyText(field, text) {
  field.value = text;
  const byHand = () => {
    field.hidden = false;
    field.focus();
    field.setSelectionRange(0, text.length);
    return document.execCommand('copy');
  };
  return navigator.clipboard ? navigator.clipboard.writeText(text).then(() => true, byHand) : Promise.resolve(byHand());
}

/** Fetches what the page's template lists; a script fetched twice runs once. Rejects with `unreachable`. */
export function loadRest() {
  const rest = document.importNode(document.getElementById('rest').content, true);
  const script = rest.querySelector('script');
  return new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(Object.assign(new Error('rest'), { reason: 'unreachable' }));
    document.head.appendChild(rest);
  });
}
