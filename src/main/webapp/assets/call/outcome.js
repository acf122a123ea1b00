/**
 * What became of the call on this side, told to the server in a few words for the site's figures: the way it took and how
 * long the first picture was in coming, or what stood in the way.
 */

/** Readings during which sound alone still waits for its picture; they come every 1.5 s. */
const PATIENCE = 4;

/**
 * @param {Object} ways
 * @param {HTMLVideoElement} ways.far where the other side appears
 * @param {number} [ways.since] the tap, as performance.now() tells
 * @param {function(): boolean} ways.blocked whether our own devices keep us out of the call
 * @param {function(Object): boolean} ways.say tells the server; false while it does not listen
 */
export function createOutcome({ far, since = performance.now(), blocked, say }) {
  let met = false;
  let begun = null;
  let seen = null;
  let readings = 0;
  let connected = false;
  let failure = '';
  let waiting = null;

  function flush() {
    if (waiting && say(waiting)) {
      waiting = null;
    }
  }

  function tell(outcome) {
    waiting = Object.assign({ type: 'outcome' }, outcome);
    flush();
  }

  /** A picture has a size: the first event of a video may be that of its sound. */
  function look() {
    if (seen === null && far.videoWidth > 0) {
      seen = performance.now();
    }
  }

  const EVENTS = ['loadeddata', 'resize'];
  EVENTS.forEach((name) => far.addEventListener(name, look));

  function connect(relayed) {
    connected = true;
    const way = { true: 'relayed', false: 'direct' }[relayed] || 'untold';
    tell(seen === null || begun === null ? { way } : { way, millis: Math.max(0, Math.round(seen - begun)) });
  }

  return {
    /** @param {string} presence of the other side: the wait begins with the tap, or once they come */
    meet(presence) {
      if (presence === 'present' && begun === null) {
        begun = met ? performance.now() : since;
      }
      met = true;
      flush();
    },
    /** @param {import('./stats.js').Figures} figures of a connection that stands */
    hear({ framesDecoded, bitrateIn, relayed }) {
      if (framesDecoded > 0) {
        look();
      }
      readings += seen !== null || bitrateIn > 0 ? 1 : 0;
      if (!connected && !blocked() && readings > 0 && (seen !== null || readings > PATIENCE)) {
        connect(relayed);
      }
      flush();
    },
    /** @param {string} cause refused, missing or occupied */
    fail(cause) {
      if (!connected && cause !== failure) {
        failure = cause;
        tell({ cause });
      }
    },
    close: () => EVENTS.forEach((name) => far.removeEventListener(name, look)),
  };
}
