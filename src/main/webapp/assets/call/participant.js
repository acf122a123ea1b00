import { post } from './api.js';
import { able, judge } from './browser.js';
import { BOTH, ask } from './devices.js';
import { copyText, keepFragment, loadRest } from './page.js';
import { keptSecret, ownSecret } from './secret.js';
import { createView } from './view.js';

/** The page behind the link: who calls, one tap, the call, and a plain word for whatever stands in the way. */
const OVER = ['ended', 'replaced', 'expired', 'revoked', 'unknown', 'taken', 'busy', 'unreachable', 'stopping'];
const AGAIN = 10000;

const root = document.getElementById('call');
const token = location.hash.slice(1);
const api = (name, body) => post(`/api/guest/${name}`, body);
let stay = null;
let word = 'starting';
let trouble = 'none';
let attempts = 0;

/** Gives joining.js a way to hand over what the tap loaded. */
export let arrive;
const arrived = new Promise((resolve) => {
  arrive = resolve;
});

const during = (name) => () => stay && stay.actions[name]();
const view = createView(root, {
  look,
  join,
  anyway: () => (able(window) ? look() : view.set('state', 'unsupported')),
  retry: during('retry'),
  soundOnly: during('soundOnly'),
  silently: during('silently'),
  leave,
  reload: () => location.reload(),
  copy: () =>
    copyText(root.querySelector('[data-address]'), location.href).then((done) =>
      view.set('copy', done ? 'copied' : 'copy-by-hand'),
    ),
  microphone: during('microphone'),
  camera: during('camera'),
  flip: during('flip'),
  enlarge: during('enlarge'),
  hear: during('hear'),
  write: during('write'),
});

/** What stands in the way is said before anything else. */
function show() {
  view.set('state', trouble === 'none' || OVER.includes(word) ? word : trouble);
}

function look() {
  view.set('state', 'checking');
  return askWhoCalls(false);
}

/** @param {boolean} restarting the service said so: where nobody answers, it is still at it */
function askWhoCalls(restarting) {
  return api('look', { token, seat: keptSecret(), browser: 'opened' }).then(
    ({ caller, own }) => {
      view.write('caller', caller);
      view.set('seat', own ? 'seat-own' : 'seat-free');
      view.set('state', 'ready');
    },
    (refusal) => {
      const { reason } = known(refusal);
      if (reason === 'stopping' || (restarting && reason === 'unreachable')) {
        comeBack();
      } else {
        view.set('state', reason);
      }
    },
  );
}

/** Nobody needs to press anything: once the service has restarted, the page is as it was. */
function comeBack() {
  view.set('state', 'stopping');
  setTimeout(() => askWhoCalls(true), AGAIN);
}

/** A proxy in between may answer in its own way: the page has a text for what the service says. */
function known(refusal) {
  refusal.reason = OVER.concat('in-app').includes(refusal.reason) ? refusal.reason : 'unreachable';
  return refusal;
}

function over(reason) {
  attempts += 1;
  word = reason;
  trouble = 'none';
  if (stay) {
    stay.close();
    stay = null;
  }
  show();
  if (reason === 'stopping') {
    comeBack();
  }
}

/**
 * All that takes time starts in the tap itself: the prompt, the redemption, and the rest of the page's own code. A browser
 * inside another app takes no seat before its camera opened: the seat is then for the browser that the link is copied to.
 */
function join() {
  const attempt = (attempts += 1);
  const tapped = performance.now();
  const prompt = ask(BOTH);
  const redeem = () => api('redeem', { token, seat: ownSecret() });
  const seat = verdict === 'in-app' ? prompt.then(redeem, inApp) : redeem();
  prompt.catch(() => undefined);
  const stop = () => prompt.then((stream) => stream.getTracks().forEach((track) => track.stop()));
  view.set('state', 'asking');
  Promise.all([arrived, seat, loadRest()]).then(
    ([createStay, granted]) => (attempt === attempts ? enter(createStay, prompt, granted, tapped) : stop()),
    (refusal) => {
      stop().catch(() => undefined);
      over(known(refusal).reason);
    },
  );
}

const inApp = () => Promise.reject({ reason: 'in-app' });

/** What a stay says after it is over is no news. */
function enter(createStay, prompt, seat, since) {
  const attempt = attempts;
  word = 'starting';
  stay = createStay({
    root,
    view,
    since,
    renew: () => api('ticket', { token, seat: keptSecret() }).catch((refusal) => Promise.reject(known(refusal))),
    state(next) {
      if (OVER.includes(next)) {
        over(next);
      } else if (attempt === attempts) {
        word = next;
        show();
      }
    },
    trouble(next) {
      if (attempt === attempts) {
        trouble = next;
        show();
      }
    },
  });
  stay.open(prompt, seat);
}

function leave() {
  stay.leave();
  over('finished');
}

keepFragment();
window.addEventListener('hashchange', () => location.reload());
const verdict = judge(window, root.dataset.old === 'true');
if (!/^[\w-]{22}$/.test(token)) {
  view.set('state', 'unknown');
} else if (verdict === 'able') {
  look();
} else {
  view.set('state', verdict);
  // The professional, on the telephone, can say what to do.
  api('look', { token, browser: verdict }).catch(() => undefined);
}
