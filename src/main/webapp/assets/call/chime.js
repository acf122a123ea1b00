/** Two soft notes when the person arrives. Made here: nothing to fetch. */
import { keep, recall } from './preference.js';

const NOTES = [659, 880];
const LENGTH = 0.22;
const LOUD = 0.18;
const SILENT = 0.0001;

function sound(context, frequency, at) {
  const note = context.createOscillator();
  const volume = context.createGain();
  note.frequency.value = frequency;
  volume.gain.setValueAtTime(SILENT, at);
  volume.gain.exponentialRampToValueAtTime(LOUD, at + LENGTH / 8);
  volume.gain.exponentialRampToValueAtTime(SILENT, at + LENGTH * 2);
  note.connect(volume);
  volume.connect(context.destination);
  note.start(at);
  note.stop(at + LENGTH * 2);
  return note;
}

/** @param {Object} view see view.js; the fact `chime` is chime-on or chime-off */
export function createChime(view) {
  const Context = window.AudioContext || window.webkitAudioContext;
  let on = recall('chime') !== false;

  const tell = () => view.set('chime', on ? 'chime-on' : 'chime-off');

  tell();
  return {
    play() {
      if (on && Context) {
        const context = new Context();
        const last = NOTES.map((frequency, at) => sound(context, frequency, context.currentTime + at * LENGTH)).pop();
        last.onended = () => context.close();
      }
    },
    toggle() {
      on = !on;
      keep('chime', on);
      tell();
    },
  };
}
