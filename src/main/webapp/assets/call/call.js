import { watchDevice } from './awake.js';
import { createDelivery } from './delivery.js';
import { createLink } from './link.js';
import { createNegotiation } from './negotiation.js';
import { createNews } from './news.js';
import { createOffering } from './offering.js';
import { openPeer } from './peer.js';
import { latest } from './protocol.js';
import { createSignaling } from './signaling.js';
import { CONNECTION, PRESENCE, createState } from './state.js';

/**
 * One call, from the first ticket to the last word. The same on both sides, but for who offers.
 *
 * @param {Object} ways
 * @param {boolean} ways.organizer
 * @param {string} ways.address of the signaling socket
 * @param {function(): Promise<Object>} ways.renew a fresh seat (see the API's ticket); rejects with a `reason`
 * @param {Object} ways.media see media.js
 * @param {function(): Object} ways.facts what the other side should know of our devices: `{camera, microphone, devices}`
 * @param {Promise} ways.settled our camera prompt was answered, in whatever way
 * @param {Object} ways.heard state(word), far(stream), farMedia({camera, microphone, devices, saving}), photo(),
 *   text(channel), sms({state, since}), link(state), and of the network and the connection what link.js tells
 */
export function createCall({ organizer, address, renew, media, facts, settled, heard }) {
  const state = createState(heard.state);
  let grant = 0;
  let epochs = 0;
  let closed = false;
  let other = '';
  let unwatch = () => undefined;

  const delivery = createDelivery({
    transmit: (envelope) => signaling.send(envelope),
    deliver: (envelope) => news.hear(envelope) || negotiation.hear(envelope),
    follow: organizer ? undefined : () => negotiation.follow(),
  });

  const news = createNews({ delivery, facts, heard });

  const negotiation = createNegotiation({
    organizer,
    delivery,
    connect: (ways) => openPeer(Object.assign({ configuration: link.configuration, texted: heard.text }, ways)),
    own: () => media.stream,
    settled,
    nextEpoch: () => grant * 1000 + (epochs += 1),
    opened(far) {
      state.move('lost');
      heard.far(far);
      news.tellMedia();
    },
    changed(word) {
      state.move(CONNECTION[word]);
      if (CONNECTION[word] === 'lost') {
        signaling.wake(); // What took the connection away may have taken the socket too.
      }
      link.change(word);
      if (other === 'absent') {
        state.move('alone'); // Neither the server nor the connection knows of them now.
      }
    },
  });

  const offering = createOffering({ negotiation, settled });

  const signaling = createSignaling({
    address,
    renew: () => renew().then(take),
    heard: {
      welcome(peer) {
        link.found();
        // The server keeps what an absent side has not read; what it has read twice is dropped there.
        delivery.replay();
        meet(peer);
      },
      peer(presence) {
        if (presence === 'present') {
          delivery.replay();
        }
        meet(presence);
      },
      sms: heard.sms,
      link: heard.link,
      envelope: delivery.receive,
      lost: () => link.lost(),
      over: finish,
    },
  });

  const link = createLink({
    negotiation: () => negotiation,
    renew: () => renew().then(take),
    heard,
  });

  function meet(presence) {
    other = presence;
    state.move(PRESENCE[presence]);
    link.meet(presence);
    if (presence === 'present') {
      negotiation.rejoined();
      negotiation.askIfNeeded();
    }
    if (organizer) {
      offering.meet(presence);
    }
  }

  /** Keeps what a seat brings and gives its ticket. */
  function take(seat) {
    link.take(seat);
    grant = seat.grant;
    if (seat.sms) {
      heard.sms(seat.sms);
    }
    latest(seat.envelopes).forEach(delivery.receive);
    return seat.ticket;
  }

  function moved() {
    signaling.move();
    negotiation.moved();
  }

  function close() {
    closed = true;
    news.close();
    unwatch();
    link.close();
    offering.close();
    signaling.close();
    negotiation.close();
    delivery.close();
  }

  /** Whatever is said last stays: a call that is over does not start again by itself. */
  function finish(word) {
    close();
    state.finish(word);
  }

  return {
    /** @param {Object} seat what the first ticket brought */
    open(seat) {
      if (closed) {
        return;
      }
      unwatch = watchDevice({ seen: signaling.wake, moved });
      link.open();
      signaling.open(take(seat));
      if (organizer) {
        offering.begin();
      }
    },
    /** A track of ours is new or was replaced. */
    send: (track) => negotiation.send(track),
    /** @param {function(RTCPeerConnection): Promise} read see stats.js; rejects while there is no connection */
    figures: (read) => negotiation.figures(read),
    tellMedia: news.tellMedia,
    tellPhoto: news.tellPhoto,
    say: (message) => signaling.say(message),
    leave() {
      signaling.leave();
      close();
    },
    finish,
    close,
  };
}
