/** « Vérifier l'installation »: asks the server and this browser, one thing after the other, and says what they find. */
import { nameOf } from '../call/browsername.js';
import { post } from '../call/api.js';
import { createView } from '../call/view.js';
import { finding } from './answer.js';
import * as here from './here.js';
import { counted, createLines } from './lines.js';
import { sendToMyself } from './message.js';
import { addresses, tryRelay } from './relay.js';
import { save, textOf } from './report.js';
import { told, wordsIn } from './words.js';

const STATES = ['WELL', 'CARE', 'WRONG', 'NONE', 'ASK'];

const root = document.getElementById('verification');
const words = wordsIn(root.querySelector('[data-words]'));
const lines = createLines(root);
const view = createView(root, {
  start,
  save: keep,
  mail: () => send('MAIL'),
  sms: () => send('SMS'),
});
const sending = {};
let facts = [];

const add = (part) => (found) => lines.add(part, told(words, found));

function step(done, all) {
  view.write('done', words('progress', done, all));
}

/** @param {(function(): Promise)[]} deeds one after the other: what is measured is not disturbed */
function inTurn(deeds) {
  return deeds.reduce(
    (before, deed, index) =>
      before.then(() => {
        step(index + 1, deeds.length);
        return deed();
      }),
    Promise.resolve(),
  );
}

function server(check) {
  return post('/api/admin/verification/check', { check }).then(
    (answer) => answer.lines.forEach((line) => lines.add('server', line)),
    ({ reason }) => add('server')({ subject: 'server', state: 'WRONG', word: reason, figures: [] }),
  );
}

function deeds(started, asked, answered) {
  const now = (found) => () => Promise.resolve(found).then(add('here'));
  const known = addresses(started.iceServers);
  const relays = known.length
    ? known.map((one) => () => tryRelay(one.server, one.url).then(add('relays')))
    : [() => Promise.resolve(finding('relay', 'CARE', 'none')).then(add('relays'))];
  return [
    now(here.secure({ secure: Boolean(navigator.mediaDevices), protocol: location.protocol, name: location.hostname })),
    now(here.address(started.address, location.origin)),
    now(here.clock(started.now, asked, answered)),
    now(here.seen(started.seen, location.hostname)),
    () => here.answer().then((findings) => findings.forEach(add('here'))),
    () => here.socket().then(add('here')),
    ...relays,
    ...started.checks.map((check) => () => server(check)),
  ];
}

function note(started) {
  const { browser, version } = nameOf(navigator.userAgent);
  facts = [
    { label: words('report.date'), value: new Date().toLocaleString(document.documentElement.lang) },
    { label: words('report.version'), value: started.version },
    { label: words('report.address'), value: started.address },
    { label: words('report.browser'), value: `${browser} ${version}` },
  ];
}

function conclude() {
  const { WRONG: wrong, CARE: care } = counted(lines.all());
  view.write('count', words(wrong ? 'verdict.wrong' : 'verdict.care', wrong, care));
  view.set('verdict', wrong ? 'verdict-wrong' : care ? 'verdict-care' : 'verdict-well');
}

function start() {
  const asked = Date.now();
  lines.clear();
  view.set('running', 'running');
  view.set('verdict', 'verdict-running');
  step(0, 0);
  post('/api/admin/verification/start', {})
    .then((started) => {
      const answered = Date.now();
      note(started);
      return inTurn(deeds(started, asked, answered)).then(conclude);
    })
    .catch(({ reason }) => view.set('verdict', `verdict-${reason === 'busy' ? 'busy' : 'unreachable'}`))
    .then(() => view.set('running', lines.all().length ? 'finished' : 'ready'));
}

function send(channel) {
  const fact = channel.toLowerCase();
  if (!sending[channel]) {
    sending[channel] = true;
    view.set(fact, `${fact}-WAITING`);
    sendToMyself(channel, (word) => view.set(fact, `${fact}-${word}`)).then(() => {
      sending[channel] = false;
    });
  }
}

function keep() {
  const states = {};
  STATES.forEach((state) => {
    states[state] = words(`state.${state}`);
  });
  const day = new Date().toISOString().slice(0, 10);
  save(`${words('report.file')}-${day}.txt`, textOf(document.title, facts, lines.all(), states));
}

view.set('running', 'ready');
view.set('verdict', 'verdict-none');
