import { post } from './api.js';
import { able, judge } from './browser.js';
import { BOTH, ask } from './devices.js';
import { copyText, createLook, fetchPart, keepFragment, keptSecret, load, ownSecret } from './page.js';
import { createView } from './view.js';
import { createDisplay, createListening } from './ways.js';

/** The page behind the link: who calls, one tap, the call, and a plain word for whatever stands in the way. */
const OVER = ['ended', 'replaced', 'expired', 'revoked', 'unknown', 'taken', 'busy', 'unreachable', 'stopping'];

const root = document.getElementById('call');
const token = location.hash.slice(1);
const api = (name, body) => post(`/api/guest/${name}`, body);
let stay = null;
let word = 'starting';
let trouble = 'none';
let attempts = 0;

const during = (name) => () => stay && stay.actions[name]();
const view = createView(root, {
  look: () => look(),
  join,
  anyway: () => (able(window) ? look() : say('unsupported')),
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
  listen: () => listening.press(),
  large: () => display.large(),
  easy: () => display.easy(),
});
const display = createDisplay(view);
const listening = createListening(root, view);

function say(state) {
  view.set('state', state);
  listening.tell(state);
}

const { look, comeBack } = createLook({
  ask: () => api('look', { token, seat: keptSecret(), browser: 'opened' }),
  view,
  display,
  say,
  known,
});

/** What stands in the way is said before anything else. */
function show() {
  say(trouble === 'none' || OVER.includes(word) ? word : trouble);
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
  say('asking');
  Promise.all([load('rest'), seat, bringStage()]).then(
    ([createStay, granted]) => (attempt === attempts ? enter(createStay, prompt, granted, tapped) : stop()),
    (refusal) => {
      stop().catch(() => undefined);
      over(known(refusal).reason);
    },
  );
}

/** The stage is a page of its own, and comes once. */
function bringStage() {
  if (root.querySelector('.stage')) {
    return Promise.resolve();
  }
  const { classList, lang } = document.documentElement;
  return fetchPart(`/scene/${lang}${classList.contains('easy') ? '/simple' : ''}`, '.stage')
    .then(view.add)
    .then(keepFragment);
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
  display.show();
  say('unknown');
} else if (verdict === 'able') {
  look();
} else {
  say(verdict);
  // The professional, on the telephone, can say what to do.
  const told = ({ display: invited }) => display.show(invited);
  api('look', { token, browser: verdict }).then(told, told);
}
