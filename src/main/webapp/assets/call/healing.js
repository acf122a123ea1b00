/** When a connection is to be restarted: some time after it broke, at once when it failed, and again until it holds. */
const PATIENCE = 2500;
const RESTART_TAKES = 8000;
/** The first way takes longer to find: both sides still look for their relays. */
const FIRST_TAKES = 15000;

/**
 * @param {Object} ways
 * @param {function(): string} ways.state see peer.js
 * @param {function()} ways.restart called whenever it is time
 * @param {function(string)} ways.changed the connection's state
 */
export function createHealing({ state, restart, changed }) {
  let timer = 0;

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  function heal() {
    if (state() !== 'connected') {
      restart();
      later(heal, RESTART_TAKES);
    }
  }

  return {
    heal,
    watch() {
      const now = state();
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
    close: () => clearTimeout(timer),
  };
}
