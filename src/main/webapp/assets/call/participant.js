import { post } from './api.js';
import { able, judge } from './browser.js';
import { BOTH, SOUND, ask } from './devices.js';
import { copyText, keepFragment, loadRest } from './page.js';
import { ownSecret } from './secret.js';
import { createView } from './view.js';

/** The page behind the link: who calls, one tap, the call, and a plain word for whatever stands in the way. */
const OVER = ['ended', 'replaced', 'expired', 'revoked', 'unknown', 'taken', 'busy', 'unreachable'];

const root = document.getElementById('call');
const token = location.hash.slice(1);
const api = (name, body) => post(`/api/guest/${name}`, body);
let session = null;
let word = 'starting';
let trouble = 'none';
let attempts = 0;

/** Gives joining.js a way to hand over what the tap loaded. */
export let arrive;
const arrived = new Promise((resolve) => {
  arrive = resolve;
});

const during = (name) => () => session && session.actions[name]();
const view = createView(root, {
  look,
  join,
  anyway: () => (able(window) ? look() : view.set('state', 'unsupported')),
  retry: () => session.use(ask(BOTH)),
  soundOnly: () => session.use(ask(SOUND)),
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
});

/** What stands in the way is said before anything else. */
function show() {
  view.set('state', trouble === 'none' || OVER.includes(word) ? word : trouble);
}

function look() {
  view.set('state', 'checking');
  return api('look', { token, browser: 'opened' }).then(
    ({ caller }) => {
      view.write('caller', caller);
      view.set('state', 'ready');
    },
    ({ reason }) => view.set('state', reason),
  );
}

function over(reason) {
  attempts += 1;
  word = reason;
  trouble = 'none';
  if (session) {
    session.close();
    session = null;
  }
  show();
}

/** All that takes time starts in the tap itself: the prompt, the redemption, and the rest of the page's own code. */
function join() {
  const attempt = (attempts += 1);
  const prompt = ask(BOTH);
  const seat = api('redeem', { token, seat: ownSecret() });
  prompt.catch(() => undefined);
  const stop = () => prompt.then((stream) => stream.getTracks().forEach((track) => track.stop()));
  view.set('state', 'asking');
  Promise.all([arrived, seat, loadRest()]).then(
    ([createSession, granted]) => (attempt === attempts ? enter(createSession, prompt, granted) : stop()),
    ({ reason }) => {
      stop().catch(() => undefined);
      over(reason);
    },
  );
}

function enter(createSession, prompt, seat) {
  word = 'starting';
  session = createSession({
    root,
    view,
    organizer: false,
    renew: () => api('ticket', { token }),
    state(next) {
      word = next;
      if (OVER.includes(next)) {
        over(next);
      }
      show();
    },
    trouble(next) {
      trouble = next;
      show();
    },
  });
  session.use(prompt);
  session.call.open(seat);
}

function leave() {
  session.call.leave();
  over('finished');
}

keepFragment();
window.addEventListener('hashchange', () => location.reload());
const verdict = judge(window);
if (!/^[\w-]{22}$/.test(token)) {
  view.set('state', 'unknown');
} else if (verdict === 'able') {
  look();
} else {
  view.set('state', verdict);
  // The professional, on the telephone, can say what to do.
  api('look', { token, browser: verdict }).catch(() => undefined);
}
