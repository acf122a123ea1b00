/**
 * Keeps a stage that fills the window in what an on-screen keyboard leaves of it, with `keyboard` among the root's classes
 * meanwhile. Some browsers make the window smaller, others only lay the keyboard over it.
 */
/** In pixels: a bar of the browser is less high. */
const LEAST = 120;

/**
 * @param {HTMLElement} root around the `.stage`
 * @returns {function()} lets go
 */
export function watchKeyboard(root) {
  const { style } = root.querySelector('.stage');
  // Safari before 13 has none, nor Firefox before 91.
  const seen = window.visualViewport;
  const touched = window.matchMedia('(pointer: coarse)').matches;
  let whole = 0;
  let width = 0;

  function put(height, top) {
    root.classList.toggle('keyboard', Boolean(height));
    style.height = height;
    style.top = top;
  }

  function look() {
    const { height, offsetTop, scale } = seen || { height: window.innerHeight, offsetTop: 0, scale: 1 };
    if (scale > 1.01) {
      return; // Who has enlarged the page moves about in it by hand.
    }
    const typing = touched && document.activeElement.tagName === 'TEXTAREA';
    const turned = width !== window.innerWidth;
    width = window.innerWidth;
    whole = typing && !turned ? Math.max(whole, window.innerHeight) : window.innerHeight;
    if (typing && whole - height > LEAST) {
      put(`${height}px`, `${offsetTop}px`);
    } else {
      put('', '');
    }
  }

  const heard = [
    [window, 'resize'],
    [document, 'focusin'],
    [document, 'focusout'],
  ].concat(
    seen
      ? [
          [seen, 'resize'],
          [seen, 'scroll'],
        ]
      : [],
  );
  heard.forEach(([place, name]) => place.addEventListener(name, look));
  look();
  return () => {
    heard.forEach(([place, name]) => place.removeEventListener(name, look));
    put('', '');
  };
}
