/** When a connection is to be restarted: some time after it broke, at once when it failed, and again until it holds. */
const PATIENCE = 2500;
const RESTART_TAKES = 8000;
/** The first way takes longer to find: both sides still look for their relays. */
const FIRST_TAKES = 15000;

/**
 * @param {Object} ways
 * @param {function(): string} ways.state see peer.js
 * @param {function(boolean)} ways.restart called whenever it is time; whether it must, even after one that is on its way
 * @param {function(string)} ways.changed the connection's state
 */
export function createHealing({ state, restart, changed }) {
  let timer = 0;
  let held = false;

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  function heal() {
    if (state() !== 'connected') {
      restart(false);
      later(heal, RESTART_TAKES);
    }
  }

  return {
    /**
     * Says that the connection never broke, or heals it. A restart that is on its way may have looked for relays while
     * the network was gone, so another follows it. A first way is left to be found.
     */
    rejoin() {
      if (state() === 'connected') {
        changed('connected');
      } else if (held) {
        restart(true);
        later(heal, RESTART_TAKES);
      }
    },
    watch() {
      const now = state();
      held = held || now === 'connected';
      changed(now);
      if (now === 'connected') {
        clearTimeout(timer);
      } else if (now !== 'connecting') {
        later(heal, now === 'failed' ? 0 : PATIENCE);
      }
    },
    /** A way is being looked for, for the first time or again. */
    expect: (first) => later(heal, first ? FIRST_TAKES : RESTART_TAKES),
    /** Something else is to be tried, but not in a hurry. */
    retry: (action) => later(action, PATIENCE),
    close() {
      clearTimeout(timer);
      held = false;
    },
  };
}
