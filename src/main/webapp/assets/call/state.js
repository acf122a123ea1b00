/**
 * Where the call is, in one word, and the moves from it. A move that is not listed changes nothing: facts arrive in any
 * order, and only some of them matter to the person.
 */
const MOVES = {
  starting: { alone: 'waiting', away: 'waiting', left: 'left', joined: 'connecting', connected: 'talking' },
  waiting: { joined: 'connecting', connected: 'talking' },
  connecting: { alone: 'waiting', left: 'left', connected: 'talking' },
  talking: { alone: 'left', left: 'left', lost: 'reconnecting' },
  reconnecting: { alone: 'left', left: 'left', connected: 'talking' },
  left: { joined: 'connecting', connected: 'talking' },
};

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
