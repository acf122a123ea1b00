import { isTablet } from '../precall/tablet.js';
import { orSoundAlone } from './alone.js';
import { ours, post } from './api.js';
import { able } from './browser.js';
import { askRemembered } from './chooser.js';
import { createClock } from './clock.js';
import { createDesk } from './desk.js';
import { sayFarewell } from './farewell.js';
import { createGuidance } from './guidance.js';
import { createInstruments } from './instruments.js';
import { createRemedies } from './remedies.js';
import { createSession } from './session.js';
import { createSms } from './sms.js';
import { createView } from './view.js';

/** The professional's room: open from the start, since pressing « Lancer l'invitation et entrer en salle » led here. */
const OVER = ['ended', 'replaced', 'expired', 'revoked', 'unknown', 'signed-out', 'unreachable', 'stopping'];

/** The session ends after 30 minutes without a request, and a call makes none. */
const STAY_EVERY = 5 * 60 * 1000;

const root = document.getElementById('call');
const api = (name) => post(`/api/pro/rooms/${root.dataset.invitation}/${name}`, {});
const clock = createClock(root.querySelector('[data-clock]'));
let session = null;
let instruments = null;
let staying = 0;
let quiet = false;
let missed = '';

const during = (name) => () => session && session.actions[name]();
const remedy = (name) => () => remedies[name]();
const actions = {
  resend: remedy('resend'),
  correct: remedy('correct'),
  link: remedy('link'),
  qr: remedy('qr'),
  freeSeat: remedy('freeSeat'),
  cancel: remedy('cancel'),
  cancelNow: remedy('cancelNow'),
  closeRemedy: remedy('close'),
  retry: () => useDevices(session),
  reload: () => location.reload(),
  microphone: during('microphone'),
  camera: during('camera'),
  enlarge: during('enlarge'),
  hear: during('hear'),
  corner: () => instruments && instruments.corner(),
};
const view = createView(root, actions);
const guide = createGuidance(view);
const desk = createDesk({
  root,
  view,
  press: (name) => session && actions[name](),
  photographed: () => session && session.call.tellPhoto(),
  leave,
});
Object.assign(actions, desk.actions);

/** Whoever has left the room meanwhile is not brought back. */
const unlessLeft = (deed) => (word) => session && deed(word);
const sms = createSms(view, root.dataset.zone, guide);
const remedies = createRemedies({
  root,
  view,
  sms,
  quietly,
  over: unlessLeft(over),
  moved: unlessLeft((invitation) => location.replace(ours(`/pro/salle?invitation=${invitation}`))),
});

/**
 * The server closes a room that is cancelled before its answer is here, and the room need not say so. What it said
 * meanwhile counts if the answer is a refusal.
 */
function quietly(asked) {
  quiet = true;
  missed = '';
  return asked.catch((refusal) => {
    quiet = false;
    if (missed && session) {
      hear(missed);
    }
    throw refusal;
  });
}

function hear(word) {
  if (quiet) {
    missed = word;
    return;
  }
  if (word === 'talking') {
    clock.start();
  }
  if (OVER.includes(word)) {
    over(word);
  } else {
    desk.hear(word);
    guide({ state: word });
    view.set('state', word);
  }
}

function over(reason) {
  quiet = false;
  clock.close();
  clearInterval(staying);
  desk.close();
  instruments.close();
  if (session) {
    session.close();
    session = null;
  }
  view.set('state', reason);
}

/** Heard and not seen is better than neither: what the camera lacks stays said. */
function useDevices(stay) {
  let lacking = 'none';
  const told = (word) => {
    lacking = word;
  };
  stay.use(orSoundAlone(askRemembered(), told), () => lacking);
}

function enter() {
  view.set('state', 'starting');
  const mine = createSession({
    root,
    view,
    organizer: true,
    renew: () => api('ticket'),
    state(word) {
      if (mine === session) {
        hear(word);
      }
    },
    trouble: (word) => view.set('devices', `devices-${word}`),
    changed: () => instruments && instruments.renew(),
    heard: { sms: sms.tell, link: (link) => guide({ link }), farMedia: guide, text: desk.text },
  });
  session = mine;
  instruments = createInstruments({ root, view, session: mine, heard: () => guide({ heard: true }) });
  useDevices(mine);
  staying = setInterval(() => api('presence').catch(() => undefined), STAY_EVERY);
  api('ticket').then(mine.call.open, ({ reason }) => mine === session && over(reason));
}

/** The page says so at once, whatever the network does. */
function leave() {
  const leaving = session;
  session = null;
  over('ended');
  sayFarewell(leaving, () => api('end'));
}

if (root.dataset.computersOnly === 'true' && isTablet(navigator)) {
  // That page explains.
  location.replace(ours('/pro/visio'));
} else if (able(window)) {
  enter();
} else {
  view.set('state', 'unsupported');
}
