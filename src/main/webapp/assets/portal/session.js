/** Warns before the session ends, keeps it at a click, and says kindly when it is over. */
import { ours, post } from '../call/api.js';
import { createWatch } from './watch.js';

const warning = document.getElementById('session-warning');
const says = warning.querySelector('.session-says');
let before = null;

/** As pages say hours: "14 h 05", "2:05 PM". */
function hour(seconds) {
  const at = new Date(Date.now() + seconds * 1000);
  return document.documentElement.lang === 'fr'
    ? `${at.getHours()}\u00a0h\u00a0${String(at.getMinutes()).padStart(2, '0')}`
    : at.toLocaleTimeString('en', { hour: 'numeric', minute: '2-digit' });
}

function typed() {
  return Array.from(document.querySelectorAll('input:not([type=hidden]), textarea')).some(
    (field) => field.value !== field.defaultValue,
  );
}

function show(told, seconds) {
  const word = told === 'over' && typed() ? 'typed' : told;
  const text = warning.querySelector(`template[data-says="${word}"]`);
  if (word !== 'none') {
    before = before || document.activeElement;
  }
  says.textContent = text ? text.content.textContent.trim().replace('{0}', hour(seconds)) : '';
  warning.querySelectorAll('[data-when]').forEach((deed) => {
    deed.hidden = !deed.dataset.when.split(' ').includes(word);
  });
  warning.querySelector('.session-deeds').hidden = word === 'none';
  if (word === 'none' && before) {
    // A button that goes away takes the keyboard along, unless it is brought back to where it was.
    if (document.activeElement === document.body || warning.contains(document.activeElement)) {
      before.focus();
    }
    before = null;
  }
}

const watch = createWatch({
  ask: (name) => post(`/api/session/${name}`, {}),
  show,
  now: () => Date.now(),
});

warning.querySelector('[data-do="keep"]').addEventListener('click', watch.keep);
warning.querySelector('[data-do="hide"]').addEventListener('click', watch.hide);
const back = encodeURIComponent(location.pathname.slice(ours('').length) + location.search);
warning.querySelector('a').href = `${warning.dataset.door}?retour=${back}`;
['keydown', 'mousedown', 'touchstart'].forEach((deed) => {
  document.addEventListener(deed, watch.touch, { passive: true });
});
document.addEventListener('visibilitychange', () => document.hidden || watch.wake());
window.addEventListener('focus', watch.wake);
watch.start(Number(warning.dataset.left));
