import { createLate } from './late.js';

/** When both are there and still neither sees nor hears the other: the telephone, and a word on why. */
const AFTER = 20000;

/**
 * @param {Object} tried what the connection tried, see peer.js; and how far the two have come, see negotiation.js
 * @returns {string} the first thing that lacks, in one word
 */
export function reasonOf({ offered, answered, own, far, refused, iceHolds, state }) {
  const lacks = [
    [!offered, 'no-offer'],
    [!answered, 'no-answer'],
    [!own.length && refused, 'relay-refused'],
    [!own.length, 'no-candidates'],
    [!far.length, 'no-far-candidates'],
    [iceHolds, 'dtls-failed'],
    [refused, 'relay-refused'],
    [state === 'failed', 'ice-failed'],
  ];
  return (lacks.find(([holds]) => holds) || [true, 'timeout'])[1];
}

/**
 * @param {function(boolean)} tell true once it is time for the telephone, false when the call is there after all
 */
export function createPlanB(tell) {
  const late = createLate(AFTER, tell);
  let met = false;
  let connected = false;

  function look() {
    late[met && !connected ? 'begin' : 'end']();
  }

  return {
    /** @param {string} presence of the other side; one that is only away is expected back */
    meet(presence) {
      met = presence === 'present' || (met && presence === 'away');
      look();
    },
    /** @param {string} state of the connection */
    change(state) {
      connected = state === 'connected';
      look();
    },
    close: late.drop,
  };
}
