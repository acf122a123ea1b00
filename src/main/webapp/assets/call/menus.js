/**
 * The panels that open over the stage, one at a time: `menu-NAME` is the view's word while NAME is open. Escape closes,
 * and so does a click elsewhere.
 *
 * @param {HTMLElement} root
 * @param {Object} view see view.js
 */
export function createMenus(root, view) {
  let shown = 'none';
  let before = null;

  function show(name) {
    shown = name;
    view.set('menu', `menu-${name}`);
  }

  function close(refocus) {
    // The button of this menu; the question that leaving asks has none.
    const opener = root.querySelector(`[data-do="menu-${shown}"]`) || before;
    show('none');
    if (refocus && opener) {
      opener.focus();
    }
  }

  function toggle(name) {
    if (shown === name) {
      close(true);
      return;
    }
    before = document.activeElement;
    show(name);
    const first = root.querySelector(`[data-menu="${name}"] input, [data-menu="${name}"] button`);
    if (first) {
      (root.querySelector(`[data-menu="${name}"] input:checked`) || first).focus();
    }
  }

  function pressed(event) {
    if (event.key === 'Escape' && shown !== 'none') {
      event.stopPropagation();
      close(true);
    }
  }

  function clicked({ target }) {
    if (shown !== 'none' && !target.closest('[data-menu], [data-do]')) {
      close(false);
    }
  }

  document.addEventListener('keydown', pressed, true);
  document.addEventListener('click', clicked);
  show('none');
  return {
    toggle,
    close: () => close(true),
    stop() {
      document.removeEventListener('keydown', pressed, true);
      document.removeEventListener('click', clicked);
    },
  };
}
