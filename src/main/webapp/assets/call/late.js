/**
 * A trouble that is told only if it lasts: most are over before they would be read.
 *
 * @param {number} after milliseconds
 * @param {function(boolean)} tell true once it has lasted, false when it is over
 */
export function createLate(after, tell) {
  let timer = 0;

  function drop() {
    clearTimeout(timer);
    timer = 0;
  }

  return {
    begin() {
      timer = timer || setTimeout(() => tell(true), after);
    },
    end() {
      drop();
      tell(false);
    },
    drop,
  };
}
