import { nameOf } from './browsername.js';
import { createLate } from './late.js';
import { createPlanB, reasonOf } from './planb.js';
import { createRelays } from './relays.js';
import { createStats } from './stats.js';
import { createThrift } from './thrift.js';

/**
 * What keeps a call good on a bad network: relays renewed in time, sound before picture, word of troubles that last,
 * and a plan B where nothing comes through.
 */
const BEAT = 1500;
const SERVER_MISSED_AFTER = 8000;
const OTHER_MISSED_AFTER = 2000;

/**
 * @param {Object} ways
 * @param {function(): Object} ways.negotiation see negotiation.js
 * @param {function(): Promise} ways.renew asks for a fresh seat, and gives it to take()
 * @param {Object} ways.heard saving(boolean), planB(boolean), serverMissed(boolean), otherMissed(boolean); met(presence) of
 *   the other side, read(figures) while the connection stands, failed(why) where there is none
 */
export function createLink({ negotiation, renew, heard }) {
  const read = createStats();
  const serverMissed = createLate(SERVER_MISSED_AFTER, heard.serverMissed);
  const otherMissed = createLate(OTHER_MISSED_AFTER, heard.otherMissed);
  let beating = 0;

  const relays = createRelays({ renew, changed: (configuration) => negotiation().configure(configuration) });
  const thrift = createThrift(heard.saving);
  const planB = createPlanB((on) => {
    heard.planB(on);
    if (on) {
      heard.failed(failure());
    }
  });

  function failure() {
    const { peer, progress } = negotiation();
    const tried = peer ? peer.tried() : { own: [], far: [] };
    const facts = Object.assign({ state: peer ? peer.state() : 'none' }, progress(), tried);
    return Object.assign({ reason: reasonOf(facts), own: facts.own, far: facts.far }, nameOf(navigator.userAgent));
  }

  function beat() {
    const { peer } = negotiation();
    if (peer && peer.state() === 'connected') {
      peer.figures(read).then(
        (figures) => {
          if (beating && peer === negotiation().peer) {
            thrift.hear(peer, figures);
            heard.read(figures);
          }
        },
        () => undefined,
      );
    }
  }

  return {
    get configuration() {
      return relays.configuration;
    },
    open() {
      // An earlier stay in this room may have ended in trouble.
      heard.saving(false);
      heard.planB(false);
      beating = setInterval(beat, BEAT);
    },
    take: relays.take,
    /** The server has fallen silent, and speaks again. */
    lost: serverMissed.begin,
    found: serverMissed.end,
    /** @param {string} presence of the other side, as the server words it */
    meet(presence) {
      otherMissed[presence === 'away' ? 'begin' : 'end']();
      planB.meet(presence);
      heard.met(presence);
    },
    /** @param {string} state of the connection */
    change(state) {
      planB.change(state);
      if (state === 'connected') {
        thrift.begin(negotiation().peer);
      }
    },
    close() {
      clearInterval(beating);
      beating = 0;
      serverMissed.drop();
      otherMissed.drop();
      relays.close();
      planB.close();
    },
  };
}
