import { createClock } from './clock.js';
import { createLate } from './late.js';

/** Whoever waits for the professional sees for how long, and after two minutes reads that they are late. */
const LATE_AFTER = 2 * 60 * 1000;
const WAITS = ['waiting', 'left'];

/**
 * @param {HTMLElement} place where the time goes
 * @param {{set: function(string, string)}} view see view.js
 */
export function createWaiting(place, view) {
  const late = createLate(LATE_AFTER, (lasts) => view.set('late', lasts ? 'late' : 'in-time'));
  let clock = null;

  function stop() {
    if (clock) {
      clock.close();
      clock = null;
    }
  }

  return {
    /** @param {string} word the call's state */
    tell(word) {
      if (!WAITS.includes(word)) {
        stop();
        late.end();
      } else if (!clock) {
        clock = createClock(place);
        clock.start();
        late.end();
        late.begin();
      }
    },
    close() {
      stop();
      late.drop();
    },
  };
}
