/**
 * Keeps the end of what grows in sight, for who reads along: also when a keyboard or a turned phone leaves less of it.
 * Whoever reads further up is not taken away from there.
 */
const ALONG = 60;

/** @param {HTMLElement} scroll what scrolls */
export function createAlong(scroll) {
  const seen = window.visualViewport;
  let along = true;

  function end() {
    scroll.scrollTop = scroll.scrollHeight;
  }

  function follow() {
    if (along) {
      end();
    }
  }

  /** Once the page is laid out anew. */
  const later = () => requestAnimationFrame(follow);
  const look = () => {
    along = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < ALONG;
  };

  scroll.addEventListener('scroll', look);
  const sized = [window].concat(seen || []);
  sized.forEach((place) => place.addEventListener('resize', later));
  return {
    end,
    /** Something was added. */
    follow,
    close() {
      scroll.removeEventListener('scroll', look);
      sized.forEach((place) => place.removeEventListener('resize', later));
    },
  };
}
