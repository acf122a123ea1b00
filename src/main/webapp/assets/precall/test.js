import { able } from '../call/browser.js';
import { copyText } from '../call/page.js';
import { createView } from '../call/view.js';
import { createEquipment } from './equipment.js';
import { createHearing } from './hearing.js';
import { fillMenu } from './menu.js';
import { testNetwork } from './network.js';
import { canRecord, chime, play, record } from './recording.js';
import { reportOf } from './report.js';
import { verdict } from './verdict.js';

/** « Tester mon matériel »: camera, microphone, sound and network, each in words, and what they come to. */
const NAMES = { video: 'camera', audio: 'microphone' };
const UNTOLD = ['asking', 'listening'];
const RECORDING = 4000;

const root = document.getElementById('test');
const picture = root.querySelector('[data-own]');
const menus = Array.from(root.querySelectorAll('select'));
const report = root.querySelector('textarea');
const results = {};
const busy = {};

const view = createView(root, {
  start,
  stop,
  record: hearBack,
  chime: () => during('chime', 'chime-plays', chime),
  heard: () => result('speaker', 'well'),
  unheard: () => result('speaker', 'unheard'),
  copy: () => copyText(report, report.value).then((done) => view.set('copy', done ? 'copied' : 'copy-by-hand')),
});

const hearing = createHearing(root.querySelector('meter'), (word) => result('microphone', word));
const equipment = createEquipment({ opened, failed: (kind, trouble) => result(NAMES[kind], trouble) });

function result(name, word) {
  results[name] = word;
  view.set(name, `${name}-${word}`);
  view.set('verdict', `verdict-${verdict(results)}`);
  report.value = reportOf(root);
}

function figure(name, number) {
  const digits = name === 'megabits' ? 1 : 0;
  view.write(
    name,
    number === null ? '–' : number.toLocaleString(document.documentElement.lang, { maximumFractionDigits: digits }),
  );
}

function opened(kind, stream) {
  menus.filter((menu) => menu.dataset.kind === kind).forEach(refresh);
  if (kind === 'video') {
    picture.srcObject = stream;
  } else {
    hearing.listen(stream);
  }
}

function refresh(menu) {
  const show = (devices) => {
    fillMenu(menu, devices);
    view.set(menu.dataset.kind, devices.length ? `${menu.dataset.kind}-choice` : '');
  };
  // Without a list there is no choice: the device in use does.
  equipment.list(menu.dataset.kind).then(show, () => undefined);
}

/** Says that something is going on for as long as it does, and does it once at a time. */
function during(fact, word, deed) {
  if (!busy[fact]) {
    busy[fact] = true;
    view.set(fact, word);
    const over = (end) => () => {
      busy[fact] = false;
      view.set(fact, `${fact}-${end}`);
    };
    deed().then(over('done'), over('failed'));
  }
}

function hearBack() {
  const stream = equipment.stream('audio');
  during('record', 'record-on', () =>
    record(stream, RECORDING).then((recorded) => {
      view.set('record', 'record-plays');
      return play(recorded);
    }),
  );
}

function start() {
  Object.keys(results).forEach((name) => delete results[name]);
  view.set('running', 'running');
  result('camera', 'asking');
  result('microphone', 'asking');
  equipment.start();
  testNetwork({ result, figure }, root.dataset.relays === 'true');
}

function stop() {
  view.set('running', 'stopped');
  hearing.stop();
  equipment.close();
  ['camera', 'microphone'].filter((name) => UNTOLD.includes(results[name])).forEach((name) => result(name, 'stopped'));
  picture.srcObject = null;
}

picture.onplaying = () => result('camera', 'well');
menus.forEach((menu) => {
  menu.onchange = () => equipment.change(menu.dataset.kind, { id: menu.value, label: menu.selectedOptions[0].text });
});
window.addEventListener('pagehide', stop);
view.set('verdict', 'verdict-idle');
view.set('browser', able(window) ? 'able' : 'unsupported');
view.set('recording', canRecord() ? 'recording-can' : 'recording-cannot');
view.set('running', 'stopped');
