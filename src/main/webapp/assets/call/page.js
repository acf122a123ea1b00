import { ours } from './api.js';

/** How long until a service that restarts is asked again, in milliseconds. */
const AGAIN = 10000;

/** What a page does with itself: its address, the clipboard, and what it loads late. */

/** The link is the person's only key: the way to another language keeps it. */
export function keepFragment() {
  document.querySelectorAll('[data-keep-fragment]').forEach((link) => {
    link.hash = location.hash;
  });
}

/**
 * @param {HTMLInputElement} field shows the text where it has to be copied by hand
 * @param {string} text
 * @returns {Promise<boolean>} whether it is in the clipboard; if not, it stands selected on the page
 */
export function copyText(field, text) {
  field.value = text;
  const byHand = () => {
    field.hidden = false;
    field.focus();
    field.setSelectionRange(0, text.length);
    return document.execCommand('copy');
  };
  return navigator.clipboard ? navigator.clipboard.writeText(text).then(() => true, byHand) : Promise.resolve(byHand());
}

const unreachable = (name) => Object.assign(new Error(name), { reason: 'unreachable' });

/**
 * @param {string} path of another page of ours
 * @param {string} wanted selector of what it must have: a network that asks to sign in first answers with its own page
 * @returns {Promise<Element[]>} all that is in its body; rejects with `unreachable`
 */
export function fetchPart(path, wanted) {
  return fetch(ours(path), { credentials: 'same-origin' })
    .then((response) => response.text())
    .then((html) => {
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      return body.querySelector(wanted) ? Array.from(body.children) : Promise.reject();
    })
    .catch(() => Promise.reject(unreachable(path)));
}

const arrived = new Map();

/** Hands over what a module of a template makes, under the template's name. */
export const arrive = (name, made) => arrived.set(name, made);

/**
 * Fetches what a template of the page lists; a script fetched twice runs once.
 * @param {string} name the template's id
 * @returns {Promise} what its module handed over; rejects with `unreachable`
 */
export function load(name) {
  const part = document.importNode(document.getElementById(name).content, true);
  const loaded = (element) =>
    new Promise((resolve, reject) => {
      element.onload = resolve;
      element.onerror = () => reject(unreachable(name));
    });
  const needed = Array.from(part.querySelectorAll('script, [rel=stylesheet]'), loaded);
  document.head.appendChild(part);
  return Promise.all(needed).then(() => arrived.get(name));
}

/**
 * Who calls, asked before anything is used up.
 *
 * @param {function(): Promise} ways.ask the service; rejects with a refusal
 * @param {function(Object): Object} ways.known the refusal, with a reason that the page has a text for
 * @param {function(string)} ways.say the page's state
 */
export function createLook({ ask, view, display, say, known }) {
  /** @param {boolean} restarting the service said so: where nobody answers, it is still at it */
  function askWhoCalls(restarting) {
    return ask().then(
      (call) => {
        if (display.show(call.display)) {
          view.write('caller', call.caller);
          view.set('seat', call.own ? 'seat-own' : 'seat-free');
          say('ready');
        }
      },
      (refusal) => {
        const { reason } = known(refusal);
        if (!display.show(refusal.display)) {
          return;
        }
        if (reason === 'stopping' || (restarting && reason === 'unreachable')) {
          comeBack();
        } else {
          say(reason);
        }
      },
    );
  }

  /** Nobody needs to press anything: once the service has restarted, the page is as it was. */
  function comeBack() {
    say('stopping');
    setTimeout(() => askWhoCalls(true), AGAIN);
  }

  return {
    look() {
      say('checking');
      return askWhoCalls(false);
    },
    comeBack,
  };
}

/**
 * The secret by which this page owns its seat: 16 random bytes, base64url. It stays with the page's place in the history,
 * so that a tap whose answer was lost on the way is repeated, even after a reload, with the same one.
 */
export function ownSecret() {
  const seat = keptSecret() || fresh();
  history.replaceState({ seat }, '');
  return seat;
}

/** @returns {string|undefined} the secret of a tap before, if there was one */
export const keptSecret = () => (history.state ? history.state.seat : undefined);

function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const text = btoa(String.fromCharCode.apply(null, bytes));
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}
