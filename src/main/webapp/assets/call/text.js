/**
 * Writing beside the call: a panel with the lines of both, where each letter is seen as it is typed. It opens by itself when
 * the other writes, until it was closed by hand: from then on a note says so. What was written lives in this page alone.
 */
import { createAlong } from './along.js';
import { createLate } from './late.js';
import { MOST_LINES, split } from './lines.js';
import { createSpoken } from './spoken.js';
import { createTexting } from './texting.js';

/** Lines of both that stay. */
const MOST_SHOWN = 2 * MOST_LINES;
/** Milliseconds until it is said that nobody reads: a new connection takes less. */
const MISSED_AFTER = 3000;

const nameOfPage = () => Array.from(crypto.getRandomValues(new Uint32Array(2))).join('-');

/**
 * @param {HTMLElement} root with the elements of call-text.xhtml
 * @param {Object} view see view.js; the facts `text`, `text-news` and `text-way`
 */
export function createText({ root, view }) {
  const panel = root.querySelector('[data-texting]');
  const list = panel.querySelector('[data-lines]');
  const along = createAlong(panel.querySelector('[role="log"]'));
  const begun = panel.querySelector('[data-begun]');
  const field = panel.querySelector('textarea');
  const waits = createLate(MISSED_AFTER, (late) => view.set('text-way', late ? 'text-waits' : 'text-ready'));
  const spoken = createSpoken(root.querySelector('[data-spoken]'));
  let shown = false;
  let dismissed = false;
  let composing = false;

  const texting = createTexting(nameOfPage(), {
    written(text) {
      showBegun(text);
      if (text.trim()) {
        come();
      }
      spoken.written(text);
    },
    ended(text) {
      showBegun('');
      if (text.trim()) {
        add('other', text);
        come();
      }
      spoken.ended(text);
    },
    ready: (ready) => waits[ready ? 'end' : 'begin'](),
  });

  function show(wanted) {
    shown = wanted;
    root.classList.toggle('texting', shown);
    view.set('text', shown ? 'text-open' : 'text-closed');
    if (shown) {
      view.set('text-news', 'text-seen');
      along.end();
    }
  }

  function come() {
    if (!shown && dismissed) {
      view.set('text-news', 'text-unseen');
    } else if (!shown) {
      show(true);
    }
  }

  function showBegun(text) {
    begun.querySelector('[dir]').textContent = text;
    begun.hidden = !text.trim();
    along.follow();
  }

  /** @param {string} who `you` or `other` */
  function add(who, text) {
    const line = document.importNode(panel.querySelector(`[data-line="${who}"]`).content, true).firstElementChild;
    line.querySelector('[dir]').textContent = text;
    list.appendChild(line);
    if (list.children.length > MOST_SHOWN) {
      list.firstElementChild.remove();
    }
    along.follow();
  }

  /** While letters are put together from several keys, the field is the keyboard's: it is only read. */
  function typed() {
    const lines = composing ? [field.value] : split(field.value);
    const rest = lines.pop();
    lines
      .filter((line) => line.trim())
      .forEach((line) => {
        texting.edit(line);
        texting.end();
        add('you', line);
      });
    if (lines.length) {
      field.value = rest;
    }
    texting.edit(rest);
  }

  function compose({ type }) {
    composing = type === 'compositionstart';
    if (!composing) {
      typed();
    }
  }

  function toggle() {
    if (shown) {
      const inside = panel.contains(document.activeElement);
      dismissed = true;
      show(false);
      if (inside) {
        root.querySelector('.control[data-do="write"]').focus();
      }
    } else {
      show(true);
      field.focus();
    }
  }

  function escape(event) {
    if (event.key === 'Escape' && !composing) {
      event.stopPropagation();
      toggle();
    }
  }

  const heard = [
    [field, 'input', typed],
    [field, 'compositionstart', compose],
    [field, 'compositionend', compose],
    [panel, 'keydown', escape],
  ];
  heard.forEach(([place, name, deed]) => place.addEventListener(name, deed));
  waits.begin();
  show(false);

  return {
    /** @param {RTCDataChannel} channel of the connection that begins */
    take: texting.take,
    toggle,
    /** Nothing is left of it. */
    close() {
      heard.forEach(([place, name, deed]) => place.removeEventListener(name, deed));
      texting.close();
      spoken.close();
      along.close();
      waits.end();
      showBegun('');
      list.textContent = '';
      field.value = '';
      show(false);
    },
  };
}
