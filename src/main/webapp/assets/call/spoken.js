/**
 * Says to a screen reader what the other side writes: whole lines, and of a line that is not ended what there is once the
 * hand rests. Nothing twice: of what goes on, only the rest.
 */
const RESTS = 4000;

/** @param {HTMLElement} place a live region, with the words before each text in its `data-writes` */
export function createSpoken(place) {
  let said = '';
  let timer = 0;

  function say(text) {
    const news = text.startsWith(said) ? text.slice(said.length) : text;
    said = text;
    if (news.trim()) {
      const line = document.createElement('p');
      const words = document.createElement('span');
      words.dir = 'auto';
      words.textContent = news;
      line.append(`${place.dataset.writes} `, words);
      place.textContent = '';
      place.appendChild(line);
    }
  }

  return {
    /** The line being written is this now. */
    written(text) {
      clearTimeout(timer);
      timer = setTimeout(say, RESTS, text);
    },
    ended(text) {
      clearTimeout(timer);
      say(text);
      said = '';
    },
    close() {
      clearTimeout(timer);
      said = '';
      place.textContent = '';
    },
  };
}
