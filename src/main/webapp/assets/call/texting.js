/**
 * The way that written text goes: the connection's data channel. It keeps order and loses nothing while the connection
 * lives; each new connection brings another, on which the two first say what they have.
 */
import { createRead, createWritten, parse } from './lines.js';

/** A letter waits this long at most, so that a fast hand or a held key makes few messages. */
const PACE = 100;
/** Bytes on their way: with more, a slow network gets the newest text rather than each letter. */
const MOST_WAITING = 16384;
/** Messages that may come at once, which all kept lines are, and then in a second. More is no person's hand. */
const BURST = 250;
const A_SECOND = 20;

/** @returns {function(): boolean} whether one more may come now */
function createAllowance() {
  let left = BURST;
  let at = performance.now();
  return () => {
    const now = performance.now();
    left = Math.min(BURST, left + ((now - at) / 1000) * A_SECOND) - 1;
    at = now;
    return left >= 0;
  };
}

/**
 * @param {string} me our page's name, another in each page
 * @param {Object} heard written(text) and ended(text) of the other side's lines, ready(boolean) whether it reads ours
 */
export function createTexting(me, heard) {
  const written = createWritten();
  const read = createRead(heard);
  let channel = null;
  let greeted = false;
  let timer = 0;
  let last = -PACE;

  const open = () => channel && channel.readyState === 'open';
  const say = (message) => channel.send(JSON.stringify(message));

  function tell() {
    timer = 0;
    if (!greeted || !open()) {
      return;
    }
    if (channel.bufferedAmount > MOST_WAITING) {
      timer = setTimeout(tell, PACE);
      return;
    }
    last = performance.now();
    written.news().forEach(say);
  }

  function tellSoon() {
    timer = timer || setTimeout(tell, Math.max(0, last + PACE - performance.now()));
  }

  const told = {
    /** Once a channel: to send all again is much to ask. */
    hello(hello) {
      if (greeted) {
        return;
      }
      read.meet(hello.me);
      written.resume(hello.you === me ? hello.read : 0);
      greeted = true;
      heard.ready(true);
      tell();
    },
    line: (line) => greeted && read.take(line),
  };

  function drop() {
    clearTimeout(timer);
    timer = 0;
    greeted = false;
    if (channel) {
      channel.onopen = channel.onmessage = channel.onclose = null;
      channel.close();
      channel = null;
      heard.ready(false);
    }
  }

  /** Whatever is not of our making ends the channel: nothing that comes after it could be relied on. */
  function hear({ data }, allowed) {
    const message = allowed() ? parse(data) : null;
    if (message) {
      told[message.type](message);
    } else {
      console.warn('text: not understood');
      drop();
    }
  }

  return {
    /** @param {RTCDataChannel} fresh of the connection that begins, in place of the one before */
    take(fresh) {
      drop();
      channel = fresh;
      const allowed = createAllowance();
      const greet = () => {
        say(Object.assign({ type: 'hello', me }, read.known));
        tell(); // Theirs may have come before.
      };
      channel.onmessage = (event) => hear(event, allowed);
      channel.onclose = drop;
      channel.onopen = greet;
      if (open()) {
        channel.onopen = null;
        greet();
      }
    },
    /** The line being written is this now. */
    edit(text) {
      written.edit(text);
      tellSoon();
    },
    /** It is ended, and another begins. */
    end() {
      written.end();
      tellSoon();
    },
    close: drop,
  };
}
