/**
 * How much picture the network carries beside the sound: a ladder that is climbed slowly and left quickly. Numbers in,
 * a rung out; nothing here knows a connection.
 */

/** From the best picture to none, as RTCRtpEncodingParameters has it. `needs`: bits per second, sound included. */
export const RUNGS = [
  { needs: 350000, sends: { maxBitrate: 1500000, scaleResolutionDownBy: 1, maxFramerate: 30 } },
  { needs: 200000, sends: { maxBitrate: 600000, scaleResolutionDownBy: 1, maxFramerate: 25 } },
  { needs: 110000, sends: { maxBitrate: 300000, scaleResolutionDownBy: 2, maxFramerate: 20 } },
  { needs: 70000, sends: { maxBitrate: 120000, scaleResolutionDownBy: 4, maxFramerate: 12 } },
  { needs: 0, sends: null },
];
const PAUSED = RUNGS.length - 1;

/** Share of the packets. A random loss of some percent is mended by the browsers; much of it is a full pipe. */
const LOSSY = 0.1;
const LOST = 0.3;
/** Milliseconds above the best round trip: packets wait in a queue on the way. */
const QUEUED = 400;
const STUCK = 1200;

/** Milliseconds of good news before one rung up; more after each climb that did not hold. */
const CALM = 6000;
const CALM_PAUSED = 10000;
const LONGEST_CALM = 80000;
const HOLDS = 10000;
/** The browser's belief of what it may send takes this long to follow what we send. */
const TRIAL = 5000;

/**
 * @typedef {Object} Ladder
 * @property {number} rung
 * @property {number} best round trip so far, in ms
 * @property {number} steps down that the last reading asked for
 * @property {number} calm times the usual patience before the next climb
 * @property {?number} since when all is well
 * @property {?number} climbed when
 * @property {boolean} fell from where it climbed to
 */
export const START = { rung: 0, best: Infinity, steps: 0, calm: 1, since: null, climbed: null, fell: false };

/** The same rung on another way, or on one that was cut: what was measured before says nothing of it. */
export const resume = ({ rung }) => Object.assign({}, START, { rung });

/** How many rungs down this reading alone would send us: 0, 1 or 2. */
function trouble({ rung, best }, { roundTrip, lossOut, available }) {
  const queue = roundTrip === null ? 0 : roundTrip - best;
  const starved = available !== null && available < RUNGS[rung].needs;
  if (queue > STUCK || lossOut > LOST || (starved && rung < PAUSED && available < RUNGS[rung + 1].needs)) {
    return 2;
  }
  return queue > QUEUED || lossOut > LOSSY || starved ? 1 : 0;
}

/** Without a picture there is less to lose: it stops only where it would cost the sound, not for a random loss. */
function lower(ladder, steps, { roundTrip, lossOut, available }) {
  const full = available !== null && available < RUNGS[PAUSED - 1].needs;
  const harms = full || lossOut > LOST || (roundTrip !== null && roundTrip - ladder.best > QUEUED);
  return Math.min(ladder.rung + steps, harms ? PAUSED : PAUSED - 1);
}

/** Adds a reading to what is remembered. */
function learn(ladder, { at, roundTrip }) {
  return Object.assign({}, ladder, {
    best: Math.min(ladder.best, roundTrip === null ? Infinity : roundTrip),
    climbed: ladder.climbed === null ? at : ladder.climbed,
  });
}

/**
 * @param {Ladder} ladder
 * @param {{at: number, roundTrip: ?number, lossOut: ?number, available: ?number}} reading `at` in ms; see stats.js
 * @returns {Ladder} where to stand now; its `rung` is an index of RUNGS
 */
export function step(ladder, reading) {
  const { at } = reading;
  const now = learn(ladder, reading);
  const trusted = at - now.climbed < TRIAL ? Object.assign({}, reading, { available: null }) : reading;
  const asked = trouble(now, trusted);
  // One bad reading is a cut that is over: its losses are told after it. A weak network says so twice.
  const steps = Math.min(asked, ladder.steps);
  now.steps = asked;
  if (steps) {
    const rung = Math.max(now.rung, lower(now, steps, trusted));
    const fell = rung > now.rung && now.rung < PAUSED && at - now.climbed < HOLDS;
    return Object.assign(now, { rung, since: null }, fell && { fell, calm: now.calm * 2 });
  }
  const since = asked || now.since === null ? at : now.since;
  const wanted = Math.min(LONGEST_CALM, (now.rung === PAUSED ? CALM_PAUSED : CALM) * now.calm);
  if (now.rung > 0 && !asked && at - since >= wanted) {
    return Object.assign(now, { rung: now.rung - 1, since: at, climbed: at, fell: false });
  }
  return Object.assign(now, { since }, !now.fell && at - now.climbed > HOLDS && { calm: 1 });
}
