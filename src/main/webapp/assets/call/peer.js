/** One RTCPeerConnection, with what browsers of different ages do differently kept inside. */
const BATCH_FOR = 50;
const KINDS = ['audio', 'video'];

/** Safari before 12.1 knows no modern transceivers: there, tracks must be added before the answer is made. */
const MODERN = 'RTCRtpTransceiver' in self && 'currentDirection' in RTCRtpTransceiver.prototype;

/** Resolves at once where an answer can be made before the camera opens. */
export const readyToAnswer = (cameraSettled) => (MODERN ? Promise.resolve() : cameraSettled);

/**
 * @param {Object} ways
 * @param {RTCIceServer[]} ways.iceServers
 * @param {function(Object[])} ways.found told of our candidates, a few at a time
 * @param {function()} ways.changed told when state() may have changed
 * @param {function(Error)} ways.stumbled told when a step failed
 */
export function openPeer({ iceServers, found, changed, stumbled }) {
  const connection = new RTCPeerConnection({ iceServers, bundlePolicy: 'max-bundle' });
  const far = new MediaStream();
  let closed = false;
  let work = Promise.resolve();
  let batch = [];
  let flushing = 0;

  function flush() {
    flushing = 0;
    found(batch);
    batch = [];
  }

  connection.onicecandidate = ({ candidate }) => {
    if (candidate && candidate.candidate) {
      const { sdpMid, sdpMLineIndex } = candidate;
      batch.push({ candidate: candidate.candidate, sdpMid, sdpMLineIndex });
      flushing = flushing || setTimeout(flush, BATCH_FOR);
    }
  };
  // Firefox 68 has no connectionState; elsewhere it can fail while the ICE state only says disconnected: watch both.
  connection.onconnectionstatechange = changed;
  connection.oniceconnectionstatechange = changed;
  // The event's own streams may be empty: the participant answers before it has a stream to name.
  connection.ontrack = ({ track }) => far.addTrack(track);

  function sender(kind) {
    const modern = (place) => place.receiver.track.kind === kind;
    const legacy = (place) => place.track && place.track.kind === kind;
    return MODERN ? (connection.getTransceivers().find(modern) || {}).sender : connection.getSenders().find(legacy);
  }

  function send(track) {
    const place = sender(track.kind);
    return place ? place.replaceTrack(track) : Promise.resolve();
  }

  return {
    far,
    send,
    /** Queues a step; what is still queued at close() is dropped, and so is its failure. */
    step(action) {
      const run = () => (closed ? undefined : action(connection, () => !closed));
      work = work.then(run).catch((error) => (closed ? undefined : stumbled(error)));
    },
    /** Makes place for both kinds in our offer, with the tracks there are: the others may come later. */
    offerTracks(stream) {
      KINDS.forEach((kind) => {
        const track = stream.getTracks().find((own) => own.kind === kind);
        if (MODERN) {
          connection.addTransceiver(track || kind, { direction: 'sendrecv' });
        } else if (track) {
          connection.addTrack(track, stream);
        }
      });
    },
    /** Fills the places of the other side's offer with the tracks there are. */
    answerTracks(stream) {
      if (!MODERN) {
        const placeless = stream.getTracks().filter((track) => !sender(track.kind));
        placeless.forEach((track) => connection.addTrack(track, stream));
        return Promise.resolve();
      }
      connection.getTransceivers().forEach((place) => {
        place.direction = 'sendrecv';
      });
      return Promise.all(stream.getTracks().map(send));
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
    close() {
      closed = true;
      clearTimeout(flushing);
      connection.onicecandidate = connection.ontrack = null;
      connection.onconnectionstatechange = connection.oniceconnectionstatechange = null;
      connection.close();
    },
  };
}
