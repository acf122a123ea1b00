import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { shipped } from './from.js';

const { judge } = await shipped('answer');
const here = await shipped('here');
const { addresses, tryRelay, wordFor } = await shipped('relay');
const { fill, told } = await shipped('words');
const { textOf } = await shipped('report');
const { counted } = await shipped('lines');
const { sendToMyself } = await shipped('message');

const OURS = {
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'; script-src 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self)',
  'strict-transport-security': 'max-age=31536000',
};
const words = (...changes) =>
  judge(new Headers(Object.assign({}, OURS, ...changes)), true).map(({ state, word }) => `${state} ${word}`);

test('finds nothing wrong with an answer as the service sends it', () => {
  assert.deepEqual(words(), ['WELL well', 'WELL well', 'WELL none']);
  assert.equal(judge(new Headers(OURS), false)[1].state, 'NONE');
});

test('names each header that a proxy removed, changed or doubled', () => {
  for (const name of Object.keys(OURS).slice(0, 5)) {
    for (const value of ['', `${OURS[name]}, ${OURS[name]}`]) {
      const [headers] = judge(new Headers(Object.assign({}, OURS, { [name]: value })), true);
      assert.deepEqual([headers.word, headers.figures], ['changed', [name]], `${name}: ${value}`);
    }
  }
});

test('tells HTTPS always that is missing from one that is doubled or short', () => {
  const year = OURS['strict-transport-security'];
  assert.equal(words({ 'strict-transport-security': '' })[1], 'WRONG missing');
  assert.equal(words({ 'strict-transport-security': `${year}, ${year}` })[1], 'CARE other');
  assert.equal(words({ 'strict-transport-security': 'max-age=300' })[1], 'CARE other');
});

test('minds a release that is named, and no more', () => {
  assert.equal(words({ server: 'nginx/1.22.1' })[2], 'CARE release');
  assert.equal(words({ server: 'nginx' })[2], 'WELL name');
  assert.equal(words({ 'x-powered-by': 'PHP 8' })[2], 'CARE release');
});

test('knows that links lead elsewhere, whatever the path', () => {
  assert.equal(here.address('https://visio.example.org/visio', 'https://visio.example.org').state, 'WELL');
  assert.equal(here.address('https://visio.example.org', 'https://10.0.0.1').state, 'WRONG');
});

test('gives no clock the blame for a slow way', () => {
  assert.equal(here.clock(20000, 10000, 30000).state, 'WELL');
  assert.equal(here.clock(30000, 10000, 30000).state, 'WELL');
  assert.deepEqual(here.clock(100000, 10000, 10200).figures, [90]);
  assert.equal(here.clock(100000, 10000, 10200).state, 'WRONG');
});

test('asks a person whose the address is, unless it is the server itself', () => {
  assert.equal(here.seen('192.0.2.1', 'visio.example.org').state, 'ASK');
  assert.equal(here.seen('127.0.0.1', 'localhost').state, 'WELL');
  assert.equal(here.seen('127.0.0.1', 'visio.example.org').state, 'WRONG');
});

test('says of a page in clear what works there', () => {
  assert.equal(here.secure({ protocol: 'https:', secure: true, name: 'visio.example.org' }).state, 'WELL');
  assert.equal(here.secure({ protocol: 'http:', secure: true, name: 'localhost' }).state, 'CARE');
  assert.equal(here.secure({ protocol: 'http:', secure: false, name: 'visio.example.org' }).state, 'WRONG');
});

test('believes what the relay says before what the browser guesses', () => {
  assert.equal(wordFor([701, 401], 'udp'), 'credentials');
  assert.equal(wordFor([486], 'tcp'), 'full');
  assert.equal(wordFor([701], 'tcp'), 'unreachable');
  assert.equal(wordFor([701], 'tls'), 'certificate');
  assert.equal(wordFor([], 'tls'), 'silent');
});

/** A browser that looks for relays and finds none. */
class Relayless {
  static made = [];

  constructor(configuration) {
    this.configuration = configuration;
    this.listeners = {};
    Relayless.made.push(this);
  }

  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }

  createDataChannel() {
    return {};
  }

  createOffer() {
    return Promise.resolve({});
  }

  setLocalDescription() {
    this.iceGatheringState = 'complete';
    this.listeners.icecandidateerror({ errorCode: 401 });
    this.listeners.icegatheringstatechange();
    return new Promise(() => undefined);
  }

  close() {
    this.closed = true;
  }
}

test('tries one address alone, and says at once that it refuses', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  globalThis.RTCPeerConnection = Relayless;
  const servers = [{ urls: ['turn:a', 'turns:b'], username: 'user', credential: 'key' }];

  const [, tls] = addresses(servers);
  const found = await tryRelay(tls.server, tls.url);

  assert.deepEqual([found.state, found.word, found.of], ['WRONG', 'credentials', 'turns:b']);
  assert.deepEqual(Relayless.made[0].configuration, {
    iceServers: [{ urls: ['turns:b'], username: 'user', credential: 'key' }],
    iceTransportPolicy: 'relay',
  });
});

test('fills figures into a text, and leaves alone what has none', () => {
  assert.equal(fill('{0} ms, {1} s, {2}', [0, 'x']), '0 ms, x s, {2}');
});

test('has words for all that this browser may find', () => {
  const text = readFileSync(
    new URL('../../../main/resources/fr/predice/visio/verification.properties', import.meta.url),
    'utf8',
  );
  const keys = new Set(text.match(/^[\w.-]+(?==)/gm));
  const source = ['answer', 'here', 'relay', 'page']
    .map((name) =>
      readFileSync(new URL(`../../../main/webapp/assets/verification/${name}.js`, import.meta.url), 'utf8'),
    )
    .join('');
  const named = Array.from(source.matchAll(/finding\('(\w+)', '(\w+)', '(\w+)'/g), ([, ...parts]) => parts);
  assert.ok(named.length > 20);
  for (const [subject, state, word] of named) {
    assert.ok(keys.has(`verification.here.subject.${subject}`), subject);
    assert.ok(keys.has(`verification.here.${subject}.${word}`), `${subject}.${word}`);
    if (state === 'WRONG' || state === 'CARE') {
      assert.ok(keys.has(`verification.here.${subject}.${word}.todo`), `${subject}.${word}.todo`);
    }
  }
  for (const word of ['credentials', 'full', 'refused', 'unreachable', 'certificate', 'silent', 'mute']) {
    assert.ok(keys.has(`verification.here.relay.${word}.todo`), word);
  }
});

test('says a finding of its own as the server says one', () => {
  const texts = { 'subject.relay': 'Relais', 'relay.well': 'Ouvert en {0} ms' };
  const said = told((name, ...figures) => fill(texts[name] || '', figures), {
    subject: 'relay',
    of: 'turn:a',
    state: 'WELL',
    word: 'well',
    figures: [12],
  });
  assert.deepEqual(said, { title: 'Relais', of: 'turn:a', state: 'WELL', says: 'Ouvert en 12 ms', todo: '' });
});

test('writes a report that reads by itself, and counts what is wrong', () => {
  const lines = [
    { title: 'Relais', of: 'turn:a', state: 'WRONG', says: 'Refusé.', todo: 'Changez le secret.' },
    { title: 'Page', of: '', state: 'WELL', says: 'HTTPS.', todo: '' },
  ];
  const states = { WRONG: 'À corriger', WELL: 'Correct' };
  assert.equal(
    textOf('Vérifier', [{ label: 'Version :', value: '1.0' }], lines, states),
    'Vérifier\r\n\r\nVersion : 1.0\r\n\r\n[À corriger] Relais turn:a\r\n    Refusé.\r\n    Changez le secret.\r\n' +
      '[Correct] Page\r\n    HTTPS.\r\n',
  );
  assert.deepEqual(counted(lines), { WRONG: 1, CARE: 0, WELL: 1, NONE: 0, ASK: 0 });
});

test('follows a message until it has arrived', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const answers = ['WAITING', 'SENT', 'DELIVERED'];
  const asked = [];
  const seen = [];
  const ask = (address, body) => {
    asked.push(`${address.split('/').pop()} ${body.channel}`);
    return Promise.resolve({ delivery: answers.shift() });
  };

  const followed = sendToMyself('SMS', (word) => seen.push(word), ask);
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
    t.mock.timers.tick(2000);
  }
  await followed;

  assert.deepEqual(seen, ['WAITING', 'SENT', 'DELIVERED']);
  assert.deepEqual(asked, ['message SMS', 'delivery SMS', 'delivery SMS']);
});

test('says why a message may not be sent', async () => {
  const seen = [];
  await sendToMyself(
    'MAIL',
    (word) => seen.push(word),
    () => Promise.reject(Object.assign(new Error(), { reason: 'busy' })),
  );
  assert.deepEqual(seen, ['busy']);
});
