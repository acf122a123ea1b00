/**
 * The page as words: an element with `data-when` is shown while one of its words is true, one with `data-pressed` is a
 * pressed button then, one with `data-expanded` has what it opens open. The texts are all in the page, in its language; this only chooses among them. No WebRTC here.
 *
 * @param {HTMLElement} root
 * @param {Object<string, function(Event)>} actions by the name in `data-do`
 */
export function createView(root, actions) {
  const facts = new Map();
  const calm = document.title;
  const watched = (attribute) =>
    Array.from(root.querySelectorAll(`[data-${attribute}]`)).map((element) => ({
      element,
      words: element.dataset[attribute].split(/\s+/),
    }));
  const written = new Map();
  let chosen = watched('when');
  let pressed = watched('pressed');
  let expanded = watched('expanded');

  const heading = () => Array.from(root.querySelectorAll('[tabindex="-1"]')).find((one) => !one.closest('[hidden]'));

  function show() {
    const now = Array.from(facts.values());
    const holds = ({ words }) => words.some((word) => now.includes(word));
    const focused = document.activeElement;
    const former = heading();
    chosen.forEach((item) => {
      // Touched only when it changes, so that a live region speaks once.
      if (item.element.hidden === holds(item)) {
        item.element.hidden = !holds(item);
      }
    });
    pressed.forEach((item) => item.element.setAttribute('aria-pressed', String(holds(item))));
    expanded.forEach((item) => item.element.setAttribute('aria-expanded', String(holds(item))));
    const titled = chosen.find((item) => item.element.dataset.title && holds(item));
    document.title = titled ? titled.element.dataset.title : calm;
    const begins = heading();
    // The pressed button is gone, or never had the focus: go on reading at the heading of what came instead.
    const lost = focused === document.body ? former && former !== begins : focused && focused.closest('[hidden]');
    if (lost && begins) {
      begins.focus();
    }
  }

  function put(text, place) {
    root.querySelectorAll(`[data-text="${place}"]`).forEach((element) => {
      element.textContent = text;
    });
  }

  root.addEventListener('click', (event) => {
    const button = event.target.closest('[data-do]');
    if (button) {
      actions[button.dataset.do](event);
    }
  });

  return {
    /** Says one fact in one word, in place of what was said of it before. */
    set(fact, word) {
      if (facts.get(fact) !== word) {
        facts.set(fact, word);
        show();
      }
    },
    /** Writes what only the server knows, a name or a number, where the page left room for it. */
    write(place, text) {
      written.set(place, text);
      put(text, place);
    },
    /** @param {Element[]} elements more of the page, which came later: they know at once what was said before */
    add(elements) {
      elements.forEach((element) => root.appendChild(element));
      chosen = watched('when');
      pressed = watched('pressed');
      expanded = watched('expanded');
      written.forEach(put);
      show();
    },
  };
}
