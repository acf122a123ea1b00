/**
 * What the two browsers say to each other: binary frames that the server relays without reading them. What people write
 * to each other goes another way, see lines.js.
 *
 * | type         | from        | data                                                       |
 * |--------------|-------------|------------------------------------------------------------|
 * | `offer`      | organizer   | `{sdp}`                                                    |
 * | `answer`     | participant | `{sdp}`                                                    |
 * | `ask`        | participant | `{}`: "send me an offer"; not counted, so its number is 0  |
 * | `restart`    | participant | `{must: boolean}`: "restart ICE", even after an offer on its way |
 * | `candidates` | both        | `{candidates: [{candidate, sdpMid, sdpMLineIndex}]}`       |
 * | `media`      | both        | `{camera, microphone, saving: boolean, devices: string}`   |
 * | `photo`      | organizer   | `{}`: a photo of the other's video was taken               |
 * | `ack`        | both        | `{}`: carries only the acknowledgement; number 0           |
 *
 * @typedef {Object} Envelope
 * @property {number} epoch one RTCPeerConnection of the organizer; 0 before there is any
 * @property {number} number 1, 2, 3… per epoch and sender; 0 is not counted
 * @property {number} ack the highest number received without a gap from the other side
 * @property {string} type
 * @property {Object} data
 */

const TYPES = ['offer', 'answer', 'ask', 'restart', 'candidates', 'media', 'photo', 'ack'];

const isCount = (value) => Number.isSafeInteger(value) && value >= 0;

/** @param {Envelope} envelope */
export function encode(envelope) {
  return new TextEncoder().encode(JSON.stringify(envelope));
}

/**
 * @param {ArrayBuffer} frame
 * @returns {?Envelope} null for what is not an envelope
 */
export function decode(frame) {
  return parse(new TextDecoder().decode(frame));
}

/**
 * @param {string} text
 * @returns {?Envelope} null for what is not an envelope
 */
export function parse(text) {
  let read;
  try {
    read = JSON.parse(text);
  } catch (error) {
    return null;
  }
  const sound =
    read &&
    isCount(read.epoch) &&
    isCount(read.number) &&
    isCount(read.ack) &&
    TYPES.includes(read.type) &&
    read.data &&
    typeof read.data === 'object';
  return sound ? read : null;
}

/**
 * The waiting frames of a batch that are worth reading: those of its highest epoch.
 * @param {string[]} texts
 * @returns {Envelope[]}
 */
export function latest(texts) {
  const envelopes = texts.map(parse).filter(Boolean);
  const epoch = envelopes.reduce((highest, envelope) => Math.max(highest, envelope.epoch), 0);
  return envelopes.filter((envelope) => envelope.epoch === epoch);
}
