/**
 * Keeps the end of what grows in sight, for who reads along: also when a keyboard or a turned phone leaves less of it.
 * Whoever reads further up is not taken away from there.
 */
const ALONG = 60;

/** @param {HTMLElement} scroll what scrolls */
export function createAlong(scroll) {
  const seen = window.visualViewport;
  const shapeNow = () => `${scroll.clientHeight} of ${scroll.scrollHeight}`;
  let along = true;
  let shape = '';

  function end() {
    along = true;
    follow();
  }

  function follow() {
    if (along) {
      scroll.scrollTop = scroll.scrollHeight;
    }
    shape = shapeNow();
  }

  /** Once the page is laid out anew. */
  const later = () => requestAnimationFrame(follow);

  /** The person scrolled; or the page did, whose shape has changed. */
  function look() {
    if (shape === shapeNow()) {
      along = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < ALONG;
    } else {
      later();
    }
  }

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
