import { RUNGS, START, resume, step } from './ladder.js';

/**
 * Sound before picture: holds our picture back as far as the network asks for.
 *
 * @param {function(boolean)} saving told when our picture stops so that the sound goes on, and when it is back
 */
export function createThrift(saving) {
  let ladder = START;
  let set = null;
  let told = false;

  function apply({ outgoing }) {
    const { sends } = RUNGS[ladder.rung];
    const fresh = !set || set.outgoing !== outgoing;
    if (fresh) {
      outgoing.preferSound();
    }
    if (fresh ? ladder.rung > 0 : set.rung !== ladder.rung) {
      outgoing.limit(sends);
    }
    set = { outgoing, rung: ladder.rung };
    if (told !== !sends) {
      told = !sends;
      saving(told);
    }
  }

  return {
    /** A connection stands, or stands again: what the last one could carry is what this one begins with. */
    begin(peer) {
      ladder = resume(ladder);
      apply(peer);
    },
    /** @param {Object} peer see peer.js @param {import('./stats.js').Figures} figures */
    hear(peer, figures) {
      if (figures.news) {
        ladder = step(ladder, Object.assign({ at: Date.now() }, figures));
        apply(peer);
      }
    },
  };
}
