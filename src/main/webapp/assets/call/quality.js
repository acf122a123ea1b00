/** How the call goes, in one word, and its figures in the page's language. */
const EVERY = 2000;
const POOR = { loss: 0.1, roundTrip: 600 };
const FAIR = { loss: 0.03, roundTrip: 300 };
const NONE = '–';

/** @param {import('./stats.js').Figures} figures @returns {string} good, fair or poor; unknown where nothing tells */
export function qualityOf({ roundTrip, lossIn, lossOut }) {
  const loss = Math.max(lossIn, lossOut);
  if (roundTrip === null && lossIn === null && lossOut === null) {
    return 'unknown';
  }
  if (loss >= POOR.loss || roundTrip >= POOR.roundTrip) {
    return 'poor';
  }
  return loss >= FAIR.loss || roundTrip >= FAIR.roundTrip ? 'fair' : 'good';
}

function written({ roundTrip, lossIn, lossOut, bitrateIn, bitrateOut, widthIn, heightIn, framesIn }) {
  const { lang } = document.documentElement;
  const number = (value, digits) => value.toLocaleString(lang, { maximumFractionDigits: digits });
  const unless = (value, write) => (value === null ? NONE : write(value));
  const rate = (bits) =>
    unless(bits, (known) => (known < 1e6 ? `${number(known / 1e3, 0)} kbit/s` : `${number(known / 1e6, 1)} Mbit/s`));
  const share = (part) => unless(part, (known) => `${number(known * 100, 1)}\u00a0%`);
  return {
    trip: unless(roundTrip, (known) => `${number(known, 0)} ms`),
    lossIn: share(lossIn),
    lossOut: share(lossOut),
    rateIn: rate(bitrateIn),
    rateOut: rate(bitrateOut),
    picture: unless(widthIn, () => `${widthIn} × ${heightIn}${framesIn === null ? '' : `, ${number(framesIn, 0)}/s`}`),
  };
}

/**
 * @param {Object} ways
 * @param {Object} ways.view see view.js; the facts `quality` and `way`
 * @param {function(): Promise<import('./stats.js').Figures>} ways.figures
 * @param {function(import('./stats.js').Figures)} ways.read told of each reading
 * @returns {function()} stops
 */
export function watchQuality({ view, figures, read }) {
  let last = '';

  function tell(known) {
    const word = qualityOf(known);
    // A word stands only once two readings agree: one lost packet is no weak network.
    if (word === last || last === '') {
      view.set('quality', `quality-${word}`);
    }
    last = word;
    if (known.relayed !== null) {
      view.set('way', known.relayed ? 'way-relayed' : 'way-direct');
    }
    const texts = written(known);
    Object.keys(texts).forEach((name) => view.write(`quality-${name}`, texts[name]));
    read(known);
  }

  const timer = setInterval(() => figures().then(tell, () => undefined), EVERY);
  return () => clearInterval(timer);
}
