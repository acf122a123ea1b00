import { keep, recall } from './preference.js';

const STEPS = 5;

/**
 * A short tour of the room: by itself on this computer's first wait, until it was seen or skipped; and whenever asked.
 * `tour-N` is the view's word for its step, and what that is about has N in `data-tour`.
 *
 * @param {HTMLElement} root
 * @param {Object} view see view.js
 */
export function createTour(root, view) {
  const heading = root.querySelector('#tour');
  let step = 0;
  let asked = false;

  function show(next) {
    step = next;
    view.write('tour', String(step));
    view.set('tour', `tour-${step || 'over'}`);
    root.querySelectorAll('[data-tour]').forEach((element) => {
      element.classList.toggle('toured', element.dataset.tour === String(step));
    });
  }

  function end() {
    keep('tour', 'seen');
    const opener = root.querySelector('[data-do="tour"]');
    const back = asked || opener.ownerDocument.activeElement.closest('.tour');
    show(0);
    if (back) {
      opener.focus();
    }
  }

  return {
    actions: {
      tour() {
        if (step) {
          end();
          return;
        }
        asked = true;
        show(1);
        heading.focus();
      },
      tourNext: () => (step < STEPS ? show(step + 1) : end()),
      tourSkip: end,
    },
    /** Nobody is kept from the person who arrives. @param {string} word the state of the call */
    hear(word) {
      if (word === 'waiting' && !step && recall('tour') !== 'seen') {
        asked = false;
        show(1);
      } else if (word !== 'waiting' && step && !asked) {
        show(0);
      }
    },
    close: () => show(0),
  };
}
