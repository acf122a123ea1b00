/**
 * Where the call is, in one word, and the moves from it. A move that is not listed changes nothing: facts arrive in any
 * order, and only some of them matter to the person.
 */
const MOVES = {
  starting: { alone: 'waiting', away: 'waiting', left: 'left', joined: 'connecting', connected: 'talking' },
  waiting: { left: 'left', joined: 'connecting', connected: 'talking' },
  connecting: { alone: 'waiting', left: 'left', connected: 'talking' },
  // Not `alone`: a server that restarted knows nobody yet, while sound and picture go on without it.
  talking: { left: 'left', lost: 'reconnecting' },
  reconnecting: { alone: 'left', left: 'left', connected: 'talking' },
  left: { joined: 'connecting', connected: 'talking' },
};

/** What the presence of the other seat, as the server words it, does to the word. */
export const PRESENCE = { absent: 'alone', away: 'away', present: 'joined', gone: 'left' };

/** And what the state of the connection does to it. */
export const CONNECTION = { connected: 'connected', disconnected: 'lost', failed: 'lost' };

/** @param {function(string)} changed told of each new word */
export function createState(changed) {
  let word = 'starting';

  function become(next) {
    if (next && next !== word) {
      word = next;
      changed(word);
    }
  }

  return {
    get word() {
      return word;
    },
    /** @param {string} name alone, away, joined, left, connected, lost */
    move: (name) => become((MOVES[word] || {})[name]),
    /** Nothing moves from here any more: ended, replaced, expired… */
    finish: become,
  };
}
