import { read } from './report.js';

/**
 * How the call goes, in figures. What the browser does not tell is null, and so is every rate of a first reading.
 *
 * @typedef {Object} Figures
 * @property {?number} roundTrip ms
 * @property {?number} lossOut share of our packets that the other side missed, 0 to 1
 * @property {?number} lossIn share of its packets that we missed
 * @property {?number} bitrateOut bits per second, sound and picture
 * @property {?number} bitrateIn
 * @property {?number} videoOut bits per second of our picture alone
 * @property {?number} framesIn pictures a second that we see
 * @property {?number} framesDecoded since the connection opened
 * @property {?number} widthIn
 * @property {?number} heightIn
 * @property {?number} audioLevelIn 0 to 1
 * @property {?number} audioEnergyIn of all that was heard since the connection opened
 * @property {?number} available bits per second that the browser believes it may send
 * @property {?string} limited why our picture is not better: none, cpu, bandwidth or other
 * @property {?boolean} relayed
 * @property {?string} relayProtocol udp, tcp or tls, where our side relays and the browser tells
 */

/** How much a count grew. Late packets may make it shrink: that is no growth. */
const grown = (now, before) => (now === null || before === null ? null : Math.max(0, now - before));

/** @returns {?number} 0 to 1 */
function share(part, whole) {
  if (part === null || whole === null) {
    return null;
  }
  return whole > 0 ? Math.min(1, part / whole) : 0;
}

/** The worse of sound and picture. One that is not sent now is left out: its last report would stay for ever. */
function lossOut(missing, counted, before) {
  const losses = ['audio', 'video'].map((kind) => {
    const sent = grown(counted.sent[kind], before.sent[kind]);
    if (!sent) {
      return null;
    }
    return missing[kind] === null ? share(grown(counted.gone[kind], before.gone[kind]), sent) : missing[kind];
  });
  const known = losses.filter((loss) => loss !== null);
  return known.length ? Math.max(...known) : null;
}

function rates({ now, counted }, before) {
  const seconds = grown(counted.at, before.at) / 1000;
  const rate = (name, unit) => {
    const growth = grown(counted[name], before[name]);
    return growth === null || seconds === 0 ? null : (growth * unit) / seconds;
  };
  const lost = grown(counted.lost, before.lost);
  const received = grown(counted.received, before.received);
  return {
    lossOut: lossOut(now.missing, counted, before),
    lossIn: received === null ? null : share(lost, lost + received),
    bitrateOut: rate('bytesOut', 8),
    bitrateIn: rate('bytesIn', 8),
    videoOut: rate('videoOut', 8),
    framesIn: rate('frames', 1),
  };
}

const UNKNOWN = { lossOut: null, lossIn: null, bitrateOut: null, bitrateIn: null, videoOut: null, framesIn: null };

/**
 * Reads one connection after another; the rates are those since its last reading.
 *
 * @returns {function(RTCPeerConnection): Promise<Figures>}
 */
export function createStats() {
  let last = null;
  let before = null;
  return (connection) =>
    connection.getStats().then((report) => {
      const reading = read(report);
      const figures = Object.assign({}, reading.now, connection === last ? rates(reading, before) : UNKNOWN);
      delete figures.missing;
      last = connection;
      before = reading.counted;
      return figures;
    });
}
