/** What getStats() says, told the same way whatever the browser's age. What a browser does not tell is null. */

const number = (value) => (typeof value === 'number' && isFinite(value) ? value : null);
const first = (entries, name) => entries.reduce((found, entry) => (found === null ? number(entry[name]) : found), null);
const sum = (entries, name) =>
  entries.reduce((total, entry) => (number(entry[name]) === null ? total : (total || 0) + entry[name]), null);

/** The first where none is dated. */
const latest = (entries) =>
  entries.reduce((found, one) => (one.timestamp > found.timestamp ? one : found), entries[0] || {});

/** Firefox counted whole milliseconds before it counted seconds, as the specification does. */
const milliseconds = (time) => (time === null || (time >= 1 && time % 1 === 0) ? time : Math.round(time * 1000));

/** The pair of candidates that the call goes through: three ages of saying so. */
function chosenPair(of) {
  const pairs = of('candidate-pair');
  const { selectedCandidatePairId } = of('transport').find((entry) => entry.selectedCandidatePairId) || {};
  return (
    pairs.find((pair) => pair.id === selectedCandidatePairId) ||
    pairs.find((pair) => pair.selected) ||
    pairs.find((pair) => pair.nominated && pair.state === 'succeeded')
  );
}

function route(all, pair) {
  if (!pair) {
    return { relayed: null, relayProtocol: null };
  }
  const find = (id) => all.find((entry) => entry.id === id) || {};
  // "relayed" in the Firefox of 2019.
  const relays = (candidate) => /^relay/.test(candidate.candidateType);
  const own = find(pair.localCandidateId);
  return {
    relayed: relays(own) || relays(find(pair.remoteCandidateId)),
    relayProtocol: (relays(own) && own.relayProtocol) || null,
  };
}

/**
 * @param {RTCStatsReport} report
 * @returns {Object} `now`: what holds at this moment; `counted`: what only grows, to be compared with another reading
 */
export function read(report) {
  const all = [];
  report.forEach((entry) => all.push(entry));
  const of = (type, kind) =>
    all.filter((one) => one.type === type && !one.isRemote && (!kind || (one.kind || one.mediaType) === kind));
  const byKind = (type, name) => ({ audio: sum(of(type, 'audio'), name), video: sum(of(type, 'video'), name) });
  // Older Chrome and Safari describe what is played in entries of their own.
  const played = (kind) => of('inbound-rtp', kind).concat(of('track', kind).filter((one) => one.remoteSource));
  const told = (kind, name) => first(of('remote-inbound-rtp', kind), name);
  const pair = chosenPair(of);
  const { roundTripTime = null } = latest(of('remote-inbound-rtp'));
  const sending = of('outbound-rtp', 'video').find((one) => one.qualityLimitationReason) || {};
  return {
    now: Object.assign(route(all, pair), {
      roundTrip: milliseconds(number(roundTripTime === null && pair ? pair.currentRoundTripTime : roundTripTime)),
      available: pair ? number(pair.availableOutgoingBitrate) : null,
      limited: sending.qualityLimitationReason || null,
      widthIn: first(played('video'), 'frameWidth'),
      heightIn: first(played('video'), 'frameHeight'),
      framesDecoded: first(played('video'), 'framesDecoded'),
      audioLevelIn: first(played('audio'), 'audioLevel'),
      audioEnergyIn: first(played('audio'), 'totalAudioEnergy'),
      missing: { audio: told('audio', 'fractionLost'), video: told('video', 'fractionLost') },
      toldAt: { audio: told('audio', 'timestamp'), video: told('video', 'timestamp') },
    }),
    counted: {
      at: first(of('inbound-rtp').concat(of('outbound-rtp')), 'timestamp'),
      received: sum(of('inbound-rtp'), 'packetsReceived'),
      lost: sum(of('inbound-rtp'), 'packetsLost'),
      bytesIn: sum(of('inbound-rtp'), 'bytesReceived'),
      bytesOut: sum(of('outbound-rtp'), 'bytesSent'),
      videoOut: sum(of('outbound-rtp', 'video'), 'bytesSent'),
      frames: first(played('video'), 'framesDecoded'),
      sent: byKind('outbound-rtp', 'packetsSent'),
      gone: byKind('remote-inbound-rtp', 'packetsLost'),
    },
  };
}
