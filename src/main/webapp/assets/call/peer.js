import { MODERN, createOutgoing } from './outgoing.js';
import { hideBehind, isRelay, relayedOnly } from './relayed.js';

/** One RTCPeerConnection, with what browsers of different ages do differently kept inside. */
const BATCH_FOR = 50;

/** Resolves at once where an answer can be made before the camera opens. */
export const readyToAnswer = (cameraSettled) => (MODERN ? Promise.resolve() : cameraSettled);

const kindOf = ({ candidate }) => (/ typ (\w+)/.exec(candidate) || [])[1];

/**
 * @param {Object} ways
 * @param {RTCConfiguration} ways.configuration the relays, and whether they are the only way
 * @param {function(Object[])} ways.found told of our candidates, a few at a time
 * @param {function()} ways.changed told when state() may have changed
 * @param {function(Error)} ways.stumbled told when a step failed
 * @param {function(RTCDataChannel)} ways.texted given the way for written text, which whoever offers opens
 */
export function openPeer({ configuration, found, changed, stumbled, texted }) {
  const complete = (given) => Object.assign({ bundlePolicy: 'max-bundle' }, given);
  const connection = new RTCPeerConnection(complete(configuration));
  const relayed = configuration.iceTransportPolicy === 'relay';
  const outgoing = createOutgoing(connection);
  const far = new MediaStream();
  const kinds = { own: new Set(), far: new Set() };
  let closed = false;
  let refused = false;
  let work = Promise.resolve();
  let batch = [];
  let flushing = 0;

  function flush() {
    flushing = 0;
    found(batch);
    batch = [];
  }

  connection.onicecandidate = ({ candidate }) => {
    if (candidate && candidate.candidate && (!relayed || isRelay(candidate.candidate))) {
      const { sdpMid, sdpMLineIndex } = candidate;
      const text = relayed ? hideBehind(candidate.candidate) : candidate.candidate;
      kinds.own.add(kindOf({ candidate: text }));
      batch.push({ candidate: text, sdpMid, sdpMLineIndex });
      flushing = flushing || setTimeout(flush, BATCH_FOR);
    }
  };
  // 701 is a server that did not answer; the codes below are its own (RFC 8656 §19).
  connection.onicecandidateerror = ({ errorCode }) => {
    refused = refused || (errorCode >= 400 && errorCode < 700);
  };
  // Firefox 68 has no connectionState; elsewhere it can fail while the ICE state only says disconnected: watch both.
  connection.onconnectionstatechange = changed;
  connection.oniceconnectionstatechange = changed;
  // The event's own streams may be empty: the participant answers before it has a stream to name.
  connection.ontrack = ({ track }) => far.addTrack(track);
  connection.ondatachannel = ({ channel }) => texted(channel);

  return {
    far,
    outgoing,
    send: outgoing.send,
    /** Before the first offer, which then carries it: later, it would cost another. */
    offerText: () => texted(connection.createDataChannel('text')),
    /** Queues a step; what is still queued at close() is dropped, and so is its failure. */
    step(action) {
      const run = () => (closed ? undefined : action(connection, () => !closed));
      work = work.then(run).catch((error) => (closed ? undefined : stumbled(error)));
    },
    /** Our description, as the other side may read it. */
    sdp() {
      const { sdp } = connection.localDescription;
      return relayed ? relayedOnly(sdp) : sdp;
    },
    /** @param {Object[]} candidates of the other side */
    learn(candidates) {
      candidates.forEach((one) => kinds.far.add(kindOf(one)));
      // One useless candidate (a protocol this browser lacks) says nothing about the others.
      return Promise.all(candidates.map((one) => connection.addIceCandidate(one).catch(() => undefined)));
    },
    /** @returns {boolean} whether this browser takes fresh relays into a connection: Firefox does since version 119 */
    configure(fresh) {
      if (connection.setConfiguration) {
        connection.setConfiguration(complete(fresh));
      }
      return Boolean(connection.setConfiguration);
    },
    /** @param {function(RTCPeerConnection): Promise} read see stats.js */
    figures: (read) => read(connection),
    /** @returns {string} connecting, connected, disconnected or failed */
    state() {
      const ice = connection.iceConnectionState;
      const words = [connection.connectionState, ice];
      const trouble = ['failed', 'disconnected'].find((word) => words.includes(word));
      const well = connection.connectionState ? words[0] === 'connected' : /^(connected|completed)$/.test(ice);
      return trouble || (well ? 'connected' : 'connecting');
    },
    /** @returns {Object} what was tried, for a word on why nothing came of it */
    tried: () => ({
      own: Array.from(kinds.own),
      far: Array.from(kinds.far),
      refused,
      iceHolds: /^(connected|completed)$/.test(connection.iceConnectionState),
    }),
    close() {
      closed = true;
      clearTimeout(flushing);
      connection.onicecandidate = connection.onicecandidateerror = connection.ontrack = null;
      connection.ondatachannel = null;
      connection.onconnectionstatechange = connection.oniceconnectionstatechange = null;
      connection.close();
    },
  };
}
