import { createHealing } from './healing.js';
import { readyToAnswer } from './peer.js';

/**
 * Offers, answers and ICE restarts. Only the organizer offers; the participant asks for an offer, or for a restart. Each
 * epoch is one RTCPeerConnection.
 */
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
  let begged = false;
  let stale = false;

  const healing = createHealing({ state: () => peer.state(), restart, changed });

  function open() {
    close();
    const found = (candidates) => delivery.post('candidates', { candidates });
    peer = connect({ found, changed: healing.watch, stumbled });
    opened(peer.far);
  }

  /** A description that this browser refuses is not repaired: a new connection is. */
  function stumbled(error) {
    console.warn(`negotiation: ${error.name}`);
    offered = false;
    healing.retry(organizer ? offer : delivery.ask);
  }

  /** Organizer: starts a new epoch with an offer of its own. */
  function offer() {
    delivery.open(nextEpoch());
    open();
    peer.outgoing.offerTracks(own());
    peer.offerText();
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
        .then(() => alive() && delivery.post(type, { sdp: peer.sdp() })),
    );
  }

  /** @param {boolean} must even after an offer that is still on its way */
  function restart(must) {
    if (!organizer) {
      beg(must);
    } else if (answered && stale) {
      offer();
    } else if (answered && expecting) {
      again = again || must;
    } else if (answered) {
      again = false;
      propose(Object.assign({ iceRestart: true }, BOTH));
    }
  }

  /** Participant: says that the way is lost. Once is enough until an offer comes, unless the network changes again. */
  function beg(must) {
    if (offered && (must || !begged)) {
      begged = true;
      delivery.post('restart', { must });
    }
  }

  const heard = {
    offer({ sdp }) {
      if (stale && offered) {
        delivery.ask();
        return;
      }
      const first = !offered;
      offered = true;
      begged = false;
      healing.expect(first);
      peer.step((connection) =>
        readyToAnswer(settled)
          .then(() => connection.setRemoteDescription({ type: 'offer', sdp }))
          .then(() => first && peer.outgoing.answerTracks(own())),
      );
      describe('answer', (connection) => connection.createAnswer());
    },
    answer({ sdp }) {
      peer.step((connection) =>
        connection.setRemoteDescription({ type: 'answer', sdp }).then(() => {
          healing.expect(!answered);
          answered = true;
          expecting = false;
          return again && restart(true);
        }),
      );
    },
    candidates: ({ candidates }) => peer.step(() => peer.learn(candidates)),
    restart: ({ must }) => restart(Boolean(must)),
    // Whoever asks after an offer that arrived could not use it, or has lost it since: replay() would send nothing.
    ask: () => (delivery.acknowledged ? offer() : delivery.replay()),
  };

  function close() {
    healing.close();
    offered = expecting = answered = again = begged = stale = false;
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
    askIfNeeded: () => organizer || offered || delivery.ask(),
    /** The network changed: do not wait for the connection to notice. */
    moved() {
      if (organizer && peer && !answered) {
        offer();
      } else if (peer) {
        restart(true);
        healing.expect(false);
      }
    },
    /** The two can talk again. */
    rejoined: () => peer && healing.rejoin(),
    figures: (read) => (peer ? peer.figures(read) : Promise.reject(new Error('no connection'))),
    send: (track) => (peer ? peer.send(track) : Promise.resolve()),
    /** There are fresh relays. A connection that cannot take them is replaced where it would have been restarted. */
    configure(configuration) {
      stale = Boolean(peer) && !peer.configure(configuration);
    },
    get peer() {
      return peer;
    },
    /** How far the two have come. */
    progress: () => ({ offered: organizer ? Boolean(peer) : offered, answered: organizer ? answered : offered }),
    close,
  };
}
