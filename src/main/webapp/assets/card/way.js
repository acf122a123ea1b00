/**
 * « Lecteur CPS » opens a tab that reads the card. This one goes to the help meanwhile: in the other, the browser itself may
 * show an error that none of our pages can explain.
 */

/** @param {HTMLAnchorElement} link names the help in data-card-help */
function helpMeanwhile(link) {
  link.addEventListener('click', () => {
    // After the browser has opened the other tab.
    setTimeout(() => location.assign(link.dataset.cardHelp), 0);
  });
}

document.querySelectorAll('[data-card-help]').forEach(helpMeanwhile);
