import { createChoices } from './choices.js';
import { createChooser } from './chooser.js';
import { createCorners } from './corners.js';
import { watchDarkness } from './darkness.js';
import { createLevel } from './level.js';
import { createMoment } from './moment.js';
import { watchQuality } from './quality.js';
import { createSilence } from './silence.js';
import { createStats } from './stats.js';

/** Less than this, between two readings, is no voice. */
const HEARD = 1e-4;
const LOUD = 0.4;

/**
 * What the professional's room measures and chooses during one session: devices, our level and picture, the connection.
 *
 * @param {Object} ways
 * @param {HTMLElement} ways.root
 * @param {Object} ways.view see view.js
 * @param {Object} ways.session see session.js
 * @param {function()} ways.heard told once the other side's sound was heard
 */
export function createInstruments({ root, view, session, heard }) {
  const { media, call } = session;
  const far = root.querySelector('[data-far]');
  const own = root.querySelector('[data-own]');
  const read = createStats();
  let energy = null;
  const meters = Array.from(root.querySelectorAll('[data-level]'));
  const unopened = createMoment((fresh) => view.set('choice', fresh ? 'choice-failed' : 'choice-made'));
  const corners = createCorners(root.querySelector('[data-self]'));

  const level = createLevel((loud) => {
    meters.forEach((meter) => {
      meter.style.transform = `scaleX(${loud.toFixed(2)})`;
    });
  });

  /** Firefox before 106 does not tell how loud the other side was. */
  const ear = createLevel((loud) => loud > LOUD && heard());

  const chooser = createChooser({
    media,
    far,
    listed: createChoices(root, (name, id) => chooser.choose(name, id)),
    failed: unopened.tell,
  });

  const stops = [
    watchDarkness(own, (black) => view.set('own-picture', black ? 'own-black' : 'own-seen')),
    watchQuality({
      view,
      figures: () => call.figures(read),
      read({ audioEnergyIn, bitrateIn }) {
        if (audioEnergyIn - energy > HEARD) {
          heard();
        }
        energy = audioEnergyIn;
        if (energy === null && bitrateIn) {
          ear.listen(far.srcObject.getAudioTracks()[0]);
        }
      },
    }),
    level.close,
    ear.close,
    createSilence({
      track: () => media.track('audio'),
      heard: (silent) => view.set('own-sound', silent ? 'own-silent' : 'own-heard'),
    }).close,
    corners.close,
    chooser.close,
  ];

  return {
    corner: corners.next,
    /** Our tracks may have been replaced. */
    renew() {
      level.listen(media.track('audio'));
      chooser.refresh();
    },
    close: () => stops.forEach((stop) => stop()),
  };
}
