/** The page's texts, in its language: `{0}`, `{1}` stand for figures. */

/** @param {HTMLElement} place holds one element a text, with its name in `data-word` */
export function wordsIn(place) {
  const texts = {};
  place.querySelectorAll('[data-word]').forEach((element) => {
    texts[element.dataset.word.replace(/^verification\.here\./, '')] = element.textContent;
  });
  return (name, ...figures) => fill(texts[name] || '', figures);
}

export function fill(text, figures) {
  return text.replace(/\{(\d)\}/g, (place, number) => (number in figures ? String(figures[number]) : place));
}

/** @returns {{title, of, state, says, todo}} a finding of this browser as the server says its own */
export function told(words, { subject, of = '', state, word, figures }) {
  return {
    title: words(`subject.${subject}`),
    of,
    state,
    says: words(`${subject}.${word}`, ...figures),
    todo: words(`${subject}.${word}.todo`, ...figures),
  };
}
