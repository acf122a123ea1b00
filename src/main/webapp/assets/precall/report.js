/** What the page says, as text for the support: its sentences and figures, no address, no name, no key. */
const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
const seen = (element) => !element.closest('[hidden]');

/** @param {HTMLElement} root its parts with a title in `data-report` become lines, "title – what is shown" */
export function reportOf(root) {
  return Array.from(root.querySelectorAll('[data-report]'))
    .filter(seen)
    .map((part) => [part.dataset.report, shown(part)].filter(Boolean).join(' – '))
    .join('\n');
}

function shown(part) {
  const chosen = Array.from(part.querySelectorAll('[data-when]')).filter(seen);
  return (part.querySelector('[data-when]') ? chosen : [part]).map(text).join(' ');
}
