/** The lines of the report on the page. */

/** @param {HTMLElement} root holds the template of a line, and one list a part, named in `data-part` */
export function createLines(root) {
  const template = root.querySelector('template[data-line]');
  const list = (part) => root.querySelector(`[data-part="${part}"] ul`);
  let shown = [];

  function fill(line, name, text) {
    const place = line.querySelector(`[data-text="${name}"]`);
    place.textContent = text;
    place.hidden = !text;
  }

  return {
    clear() {
      shown = [];
      root.querySelectorAll('[data-part]').forEach((part) => {
        part.hidden = true;
        part.querySelector('ul').textContent = '';
      });
    },

    /** @param {{title, of, state, says, todo}} told */
    add(part, told) {
      const line = document.importNode(template.content, true).firstElementChild;
      line.dataset.state = told.state;
      line.querySelectorAll('[data-state]').forEach((word) => {
        word.hidden = word.dataset.state !== told.state;
      });
      ['title', 'of', 'says', 'todo'].forEach((name) => fill(line, name, told[name]));
      list(part).appendChild(line);
      list(part).closest('[data-part]').hidden = false;
      shown.push(Object.assign({ part }, told));
    },

    /** @returns {Object[]} all that was told, in the page's order */
    all() {
      const parts = Array.from(root.querySelectorAll('[data-part]')).map(({ dataset }) => dataset.part);
      return parts.reduce((all, part) => all.concat(shown.filter((line) => line.part === part)), []);
    },
  };
}

/** @returns {Object<string, number>} how many lines are in each state */
export function counted(lines) {
  const counts = { WRONG: 0, CARE: 0, WELL: 0, NONE: 0, ASK: 0 };
  lines.forEach(({ state }) => {
    counts[state] += 1;
  });
  return counts;
}
