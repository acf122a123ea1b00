/** When to ask the server how long the session lasts, and what to say of it. The server alone knows: other pages count too. */
const WARNED_BEFORE = 5 * 60;

/** While the warning is shown, another page may have kept the session. */
const ASKED_AGAIN = 20;

/**
 * @param {Object} ways
 * @param {function(string): Promise<{seconds: number, last: boolean}>} ways.ask `left` or `keep`; rejects with a `reason`
 * @param {function(string, number=)} ways.show `none`, `idle`, `last`, `unanswered` or `over`; and the seconds left
 * @param {function(): number} ways.now in milliseconds, through a sleep of the computer too
 */
export function createWatch({ ask, show, now }) {
  let word = 'none';
  let active = -Infinity;
  let due = Infinity;
  let timer = 0;
  let keeping = false;
  let understood = false;

  function say(next, seconds) {
    if (next !== word) {
      word = next;
      show(word, seconds);
    }
  }

  function plan(seconds) {
    clearTimeout(timer);
    due = now() + seconds * 1000;
    timer = setTimeout(look, seconds * 1000);
  }

  function look() {
    plan(ASKED_AGAIN);
    return ask('left').then(hear, missed);
  }

  function hear({ seconds, last }) {
    if (seconds > WARNED_BEFORE) {
      understood = false;
      say('none');
      plan(seconds - WARNED_BEFORE);
    } else if (!last && now() - active < WARNED_BEFORE * 1000) {
      // Whoever types a long text is there, though they asked the server for nothing.
      keep();
    } else {
      say(last && understood ? 'none' : last ? 'last' : 'idle', seconds);
      plan(Math.min(seconds + 1, ASKED_AGAIN));
    }
  }

  function missed({ reason }) {
    if (reason === 'signed-out') {
      clearTimeout(timer);
      due = Infinity;
      say('over');
    }
  }

  function keep() {
    if (keeping || word === 'over') {
      return;
    }
    keeping = true;
    const done = (told) => (answer) => {
      keeping = false;
      told(answer);
    };
    plan(ASKED_AGAIN);
    const refused = (refusal) => {
      if (refusal.reason !== 'signed-out') {
        say('unanswered');
      }
      missed(refusal);
    };
    ask('keep').then(done(hear), done(refused));
  }

  return {
    /** @param {number} seconds that were left when the page was made */
    start: (seconds) => plan(Math.max(seconds - WARNED_BEFORE, 0)),
    keep,
    /** The person did something here; while the page asks whether they are there, that answers it. */
    touch() {
      active = now();
      if (word === 'idle') {
        keep();
      }
    },
    /** The page is looked at again, and timers may have slept. */
    wake: () => now() >= due && look(),
    hide() {
      understood = true;
      say('none');
    },
    close: () => clearTimeout(timer),
  };
}
