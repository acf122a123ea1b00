/**
 * What the two write to each other, letter by letter. A message is the whole text of one line, so a correction anywhere in
 * it is one more message, and one that comes twice changes nothing.
 *
 * | message (JSON text)                       | says                                                       |
 * |-------------------------------------------|------------------------------------------------------------|
 * | `{type: 'hello', me, you, read}`          | my page's name; your lines up to `read`, of your page `you`, are here whole |
 * | `{type: 'line', number, text, ended}`     | my line `number` (1, 2, 3…) is `text` now; whether it is ended |
 */

/** Characters of a line, lines that are kept to be sent again, and characters of a message. */
export const LONGEST_LINE = 300;
export const MOST_LINES = 100;
export const LONGEST_MESSAGE = 2048;

const LONGEST_NAME = 32;

const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const isName = (value) => typeof value === 'string' && value.length <= LONGEST_NAME;

const SOUND = {
  hello: ({ me, you, read }) => isName(me) && me !== '' && isName(you) && isCount(read),
  line: ({ number, text, ended }) =>
    isCount(number) &&
    number > 0 &&
    typeof text === 'string' &&
    text.length <= LONGEST_LINE &&
    typeof ended === 'boolean',
};

/**
 * @param {*} data as it came
 * @returns {?Object} null for what is no message
 */
export function parse(data) {
  if (typeof data !== 'string' || data.length > LONGEST_MESSAGE) {
    return null;
  }
  let read;
  try {
    read = JSON.parse(data);
  } catch (error) {
    return null;
  }
  const known = read && Object.prototype.hasOwnProperty.call(SOUND, read.type);
  return known && SOUND[read.type](read) ? read : null;
}

/** Where a line that grew too long is cut: after a word, and never within a letter. */
function cutOf(text) {
  const word = text.lastIndexOf(' ', LONGEST_LINE - 1);
  if (word > 0) {
    return word + 1;
  }
  return /[\uD800-\uDBFF]/.test(text[LONGEST_LINE - 1]) ? LONGEST_LINE - 1 : LONGEST_LINE;
}

/**
 * @param {string} typed what stands in the field
 * @returns {string[]} the lines it holds, those before the last one ended
 */
export function split(typed) {
  const lines = [];
  typed.split(/\r\n|[\n\r\u2028\u2029]/).forEach((whole) => {
    let rest = whole;
    while (rest.length > LONGEST_LINE) {
      const cut = cutOf(rest);
      lines.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    lines.push(rest);
  });
  return lines;
}

/** Our own lines, and which of them the other side still needs. */
export function createWritten() {
  let first = 1;
  let lines = [''];
  let next = 1;
  let told = null;

  const current = () => first + lines.length - 1;

  return {
    /** The line being written is this now. */
    edit(text) {
      lines[lines.length - 1] = text.slice(0, LONGEST_LINE);
    },
    /** It is ended, and another begins. */
    end() {
      lines.push('');
      const dropped = Math.max(0, lines.length - MOST_LINES - 1);
      lines = lines.slice(dropped);
      first += dropped;
      next = Math.max(next, first);
    },
    /** @param {number} read all lines up to this one are there, so the others are news again */
    resume(read) {
      next = Math.min(Math.max(first, read + 1), current());
      told = null;
    },
    /** @returns {Object[]} messages of all that is new */
    news() {
      const fresh = lines.slice(next - first).map((text, at) => {
        const number = next + at;
        return { type: 'line', number, text, ended: number < current() };
      });
      const last = fresh[fresh.length - 1];
      const same = last.number === next && last.text === told;
      next = current();
      told = last.text;
      return same ? [] : fresh;
    },
  };
}

/**
 * The other side's lines, each taken once.
 *
 * @param {Object} heard written(text) of the line being written, ended(text) of each whole one
 */
export function createRead(heard) {
  let page = '';
  let number = 0;
  let text = '';
  let whole = true;

  /** What was begun is not continued: it stays as it is. */
  function leave() {
    if (!whole) {
      whole = true;
      heard.ended(text);
    }
  }

  return {
    /** The other page says its name: a new one begins with line 1. */
    meet(name) {
      if (name !== page) {
        leave();
        page = name;
        number = 0;
      }
    },
    take(line) {
      if (line.number < number || (line.number === number && whole)) {
        return;
      }
      if (line.number > number) {
        leave();
      }
      number = line.number;
      text = line.text;
      whole = line.ended;
      heard[whole ? 'ended' : 'written'](text);
    },
    /** @returns {{you: string, read: number}} what we have, for our hello */
    get known() {
      return { you: page, read: whole ? number : number - 1 };
    },
  };
}
