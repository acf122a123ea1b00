import { readyToAnswer } from './peer.js';

/**
 * Offers, answers and ICE restarts. Only the organizer offers; the participant asks for an offer. Each epoch is one
 * RTCPeerConnection.
 */
const PATIENCE = 2500;
const RESTART_TAKES = 8000;
const BOTH = { offerToReceiveAudio: true, offerToReceiveVideo: true };

/**
 * @param {Object} ways
 * @param {boolean} ways.organizer
 * @param {Object} ways.delivery see delivery.js
 * @param {function(Object): Object} ways.connect opens a peer, see peer.js
 * @param {function(): MediaStream} ways.own our tracks
 * @param {Promise} ways.settled our camera prompt was answered, in whatever way
 * @param {function(): number} ways.nextEpoch always growing
 * @param {function(MediaStream)} ways.opened a new connection, and where the other side will appear
 * @param {function(string)} ways.changed the connection's state
 */
export function createNegotiation(ways) {
  const { organizer, delivery, connect, own, settled, nextEpoch, opened, changed } = ways;
  let peer = null;
  let offered = false;
  let expecting = false;
  let answered = false;
  let again = false;
  let healing = 0;

  function open() {
    close();
    const found = (candidates) => delivery.post('candidates', { candidates });
    peer = connect({ found, changed: watch, stumbled });
    opened(peer.far);
  }

  /** A description that this browser refuses is not repaired: a new connection is. */
  function stumbled(error) {
    console.warn(`negotiation: ${error.name}`);
    offered = false;
    later(organizer ? offer : delivery.ask, PATIENCE);
  }

  function later(action, delay) {
    clearTimeout(healing);
    healing = setTimeout(action, delay);
  }

  /** Organizer: starts a new epoch with an offer of its own. */
  function offer() {
    delivery.open(nextEpoch());
    open();
    peer.offerTracks(own());
    propose(BOTH);
  }

  /** The answer is expected from now on: signalingState changes only once the queue comes to the step. */
  function propose(options) {
    expecting = true;
    describe('offer', (connection) => connection.createOffer(options));
  }

  function describe(type, create) {
    peer.step((connection, alive) =>
      create(connection)
        .then((description) => connection.setLocalDescription(description))
        .then(() => alive() && delivery.post(type, { sdp: connection.localDescription.sdp })),
    );
  }

  /** @param {boolean} must even after an offer that is still on its way */
  function restart(must) {
    if (!organizer || !answered) {
      return;
    }
    if (expecting) {
      again = again || must;
    } else {
      again = false;
      propose(Object.assign({ iceRestart: true }, BOTH));
    }
    later(heal, RESTART_TAKES);
  }

  function heal() {
    if (peer.state() !== 'connected') {
      restart(false);
    }
  }

  function watch() {
    const state = peer.state();
    changed(state);
    if (state === 'connected') {
      clearTimeout(healing);
    } else if (state !== 'connecting') {
      later(heal, state === 'failed' ? 0 : PATIENCE);
    }
  }

  const heard = {
    offer({ sdp }) {
      const first = !offered;
      offered = true;
      peer.step((connection) =>
        readyToAnswer(settled)
          .then(() => connection.setRemoteDescription({ type: 'offer', sdp }))
          .then(() => first && peer.answerTracks(own())),
      );
      describe('answer', (connection) => connection.createAnswer());
    },
    answer({ sdp }) {
      peer.step((connection) =>
        connection.setRemoteDescription({ type: 'answer', sdp }).then(() => {
          answered = true;
          expecting = false;
          return again && restart(true);
        }),
      );
    },
    candidates({ candidates }) {
      // One useless candidate (a protocol this browser lacks) says nothing about the others.
      const add = (connection) => (one) => connection.addIceCandidate(one).catch(() => undefined);
      peer.step((connection) => Promise.all(candidates.map(add(connection))));
    },
    // Whoever asks after an offer that arrived could not use it, or has lost it since: replay() would send nothing.
    ask: () => (delivery.acknowledged ? offer() : delivery.replay()),
  };

  function close() {
    clearTimeout(healing);
    offered = expecting = answered = again = false;
    if (peer) {
      peer.close();
      peer = null;
    }
  }

  return {
    offer,
    /** Participant: the organizer began a new epoch. */
    follow: open,
    hear: ({ type, data }) => peer && heard[type](data),
    /** Participant: asks for an offer unless one is there. */
    askIfNeeded: () => offered || delivery.ask(),
    /** The network changed: do not wait for the connection to notice. */
    moved: () => (organizer && peer && !answered ? offer() : restart(true)),
    /** The other side is back: heal the connection, or say that it never broke. */
    rejoined: () => peer && (peer.state() === 'connected' ? changed('connected') : heal()),
    figures: (read) => (peer ? peer.figures(read) : Promise.reject(new Error('no connection'))),
    send: (track) => (peer ? peer.send(track) : Promise.resolve()),
    close,
  };
}
