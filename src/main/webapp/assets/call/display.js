import { ours } from './api.js';

/** How the page is shown: `ordinary`, `large` (letters), or `easy` (to read), which is a page of its own and large too. */
const KEPT = 'display';

/** What the person chose on this page, for as long as its tab is open; nothing where the browser keeps nothing. */
function chosen() {
  try {
    return sessionStorage.getItem(KEPT);
  } catch (blocked) {
    return null;
  }
}

function keep(display) {
  try {
    sessionStorage.setItem(KEPT, display);
  } catch (blocked) {
    // Then the choice holds for this page alone.
  }
}

/**
 * @param {{set: function(string, string)}} view see view.js; the fact is `display`
 * @param {function(string)} open another page in place of this one
 */
export function createDisplay(view, open = (address) => location.replace(address)) {
  const page = document.documentElement;
  const isEasy = page.classList.contains('easy');
  let shown = isEasy ? 'easy' : 'ordinary';

  /**
   * @param {string} [invited] what the organizer chose; the person's own choice goes before it
   * @returns {boolean} whether this is the page for it; if not, that one is being opened
   */
  function show(invited = shown) {
    shown = chosen() || invited;
    if ((shown === 'easy') !== isEasy) {
      open(ours(`/r/${page.lang}${isEasy ? '' : '/simple'}`) + location.hash);
      return false;
    }
    page.classList.toggle('large', shown !== 'ordinary');
    view.set('display', `display-${shown}`);
    return true;
  }

  function toggle(display) {
    shown = shown === display ? 'ordinary' : display;
    keep(shown);
    show();
  }

  return {
    show,
    large: () => toggle('large'),
    easy: () => toggle('easy'),
  };
}
