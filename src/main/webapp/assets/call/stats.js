import { read } from './report.js';

/**
 * How the call goes, in figures. What the browser does not tell is null, and so is every rate of a first reading.
 *
 * @typedef {Object} Figures
 * @property {boolean} news whether the other side reported anything since the last reading
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

/** The other side reports on our picture each second, while one is sent, and on our sound every five. */
function reportedKind({ counted }, before) {
  return ['video', 'audio'].find((kind) => grown(counted.sent[kind], before.counted.sent[kind]));
}

/** A browser that does not date its reports is taken to have a new one. */
function isNews(kind, { now }, before) {
  return !kind || now.toldAt[kind] === null || now.toldAt[kind] !== before.now.toldAt[kind];
}

/** Nothing where nothing is sent: the last report would stay for ever. */
function lossOut(kind, reading, before) {
  if (!kind) {
    return null;
  }
  const counted = (name) => grown(reading.counted[name][kind], before.counted[name][kind]);
  const { [kind]: told } = reading.now.missing;
  return told === null ? share(counted('gone'), counted('sent')) : told;
}

function rates(reading, before) {
  const growth = (name) => grown(reading.counted[name], before.counted[name]);
  const seconds = growth('at') / 1000;
  const rate = (name, unit) => (growth(name) === null || seconds === 0 ? null : (growth(name) * unit) / seconds);
  const lost = growth('lost');
  const received = growth('received');
  const kind = reportedKind(reading, before);
  return {
    news: isNews(kind, reading, before),
    lossOut: lossOut(kind, reading, before),
    lossIn: received === null ? null : share(lost, lost + received),
    bitrateOut: rate('bytesOut', 8),
    bitrateIn: rate('bytesIn', 8),
    videoOut: rate('videoOut', 8),
    framesIn: rate('frames', 1),
  };
}

const UNKNOWN = {
  news: true,
  lossOut: null,
  lossIn: null,
  bitrateOut: null,
  bitrateIn: null,
  videoOut: null,
  framesIn: null,
};

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
      delete figures.toldAt;
      last = connection;
      before = reading;
      return figures;
    });
}
