import { MODERN } from './outgoing.js';

/** When the organizer offers: a camera prompt that waits for its answer must not keep the two apart. */
const PROMPT_PATIENCE = 3000;

/**
 * @param {Object} ways
 * @param {Object} ways.negotiation see negotiation.js
 * @param {Promise} ways.settled our camera prompt was answered, in whatever way
 */
export function createOffering({ negotiation, settled }) {
  let closed = false;
  let waiting = 0;

  function first() {
    if (!closed && !negotiation.peer) {
      negotiation.offer();
    }
  }

  return {
    begin: () => settled.then(first),
    /** @param {string} presence of the other side, as the server words it */
    meet(presence) {
      clearTimeout(waiting);
      // Old browsers cannot add a track later: there, the prompt comes first.
      if (presence === 'present' && MODERN) {
        waiting = setTimeout(first, PROMPT_PATIENCE);
      } else if (presence === 'gone') {
        // Whoever comes back finds a fresh offer waiting.
        settled.then(() => closed || negotiation.offer());
      }
    },
    close() {
      closed = true;
      clearTimeout(waiting);
    },
  };
}
