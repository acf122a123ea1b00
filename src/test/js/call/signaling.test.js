import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { shipped } from './from.js';

const { createSignaling } = await shipped('signaling');

/** A WebSocket that the test plays the server of. */
class FakeSocket {
  static all = [];

  static get last() {
    return FakeSocket.all[FakeSocket.all.length - 1];
  }

  constructor() {
    this.readyState = 1;
    this.sent = [];
    FakeSocket.all.push(this);
    queueMicrotask(() => this.onopen && this.onopen());
  }

  send(data) {
    this.sent.push(typeof data === 'string' ? JSON.parse(data) : data);
  }

  close() {
    this.readyState = 3;
  }

  says(message) {
    this.onmessage({ data: JSON.stringify(message) });
  }

  drops(code) {
    this.onclose({ code });
  }
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

function signaling(renew = () => Promise.resolve('second')) {
  const heard = [];
  const tell = (name) => (word) => heard.push(word === undefined ? name : `${name} ${word}`);
  const names = ['welcome', 'peer', 'envelope', 'lost', 'over'];
  const ways = Object.assign({}, ...names.map((name) => ({ [name]: tell(name) })), {
    sms: ({ state, since }) => heard.push(`sms ${state} ${since}`),
  });
  return { heard, signaling: createSignaling({ address: 'wss://here/signaling', renew, heard: ways }) };
}

beforeEach(() => {
  FakeSocket.all = [];
  globalThis.WebSocket = FakeSocket;
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
});

afterEach(() => mock.timers.reset());

test('says hello with its ticket and tells who is there', async () => {
  const { heard, signaling: way } = signaling();

  way.open('first');
  await settle();
  FakeSocket.last.says({ type: 'welcome', peer: 'absent' });
  FakeSocket.last.says({ type: 'peer', state: 'present' });
  FakeSocket.last.says({ type: 'sms', state: 'sent', since: 'now' });

  assert.deepEqual(FakeSocket.last.sent, [{ type: 'hello', ticket: 'first' }]);
  assert.deepEqual(heard, ['welcome absent', 'peer present', 'sms sent now']);
});

test('comes back with a fresh ticket after a drop', async () => {
  const { heard, signaling: way } = signaling();
  way.open('first');
  FakeSocket.last.says({ type: 'welcome', peer: 'present' });

  FakeSocket.last.drops(1006);
  mock.timers.tick(250);
  await settle();

  assert.equal(FakeSocket.all.length, 2);
  assert.deepEqual(FakeSocket.last.sent, [{ type: 'hello', ticket: 'second' }]);
  assert.deepEqual(heard, ['welcome present', 'lost']);
});

test('waits longer each time the server cannot be reached', async () => {
  let asked = 0;
  const { signaling: way } = signaling(() => {
    asked += 1;
    return Promise.reject(Object.assign(new Error(), { reason: 'unreachable' }));
  });
  way.open('first');

  FakeSocket.last.drops(1006);
  const after = [];
  for (let passed = 0; passed < 4000; passed += 50) {
    mock.timers.tick(50);
    await settle();
    after.push(asked);
  }

  assert.ok(asked >= 3 && asked <= 6, `${asked} tries in 4 s`);
  assert.equal(after[4], 1);
});

test('comes back to a service that restarts, however long that takes', async () => {
  let answer = () => Promise.reject(Object.assign(new Error(), { reason: 'stopping' }));
  const { heard, signaling: way } = signaling(() => answer());
  way.open('first');

  FakeSocket.last.drops(1001);
  for (let passed = 0; passed < 60000; passed += 1000) {
    mock.timers.tick(1000);
    await settle();
  }
  answer = () => Promise.resolve('second');
  mock.timers.tick(10000);
  await settle();

  assert.deepEqual(heard, ['lost']);
  assert.deepEqual(FakeSocket.last.sent, [{ type: 'hello', ticket: 'second' }]);
});

test('believes that the session is over only the second time', async () => {
  const { heard, signaling: way } = signaling(() =>
    Promise.reject(Object.assign(new Error(), { reason: 'signed-out' })),
  );
  way.open('first');

  FakeSocket.last.drops(1001);
  mock.timers.tick(250);
  await settle();
  assert.deepEqual(heard, ['lost']);
  mock.timers.tick(500);
  await settle();

  assert.deepEqual(heard, ['lost', 'over signed-out']);
});

test('stays away once another window took the seat, or the call ended', async () => {
  for (const [code, word] of [
    [4409, 'over replaced'],
    [4410, 'over ended'],
  ]) {
    const { heard, signaling: way } = signaling();
    way.open('first');
    FakeSocket.last.drops(code);
    const sockets = FakeSocket.all.length;
    mock.timers.tick(60000);
    await settle();

    assert.deepEqual(heard, [word]);
    assert.equal(FakeSocket.all.length, sockets);
  }
});

test('ends when the organizer ended', () => {
  const { heard, signaling: way } = signaling();
  way.open('first');

  FakeSocket.last.says({ type: 'ended' });

  assert.deepEqual(heard, ['over ended']);
  assert.equal(FakeSocket.last.readyState, 3);
});

test('asks once for another ticket when its own is refused', async () => {
  const { heard, signaling: way } = signaling();
  way.open('first');

  FakeSocket.last.drops(4401);
  mock.timers.tick(250);
  await settle();
  FakeSocket.last.drops(4401);

  assert.equal(FakeSocket.all.length, 2);
  assert.deepEqual(heard, ['lost', 'over unreachable']);
});

test('gives up for the reason that a ticket is refused', async () => {
  const { heard, signaling: way } = signaling(() => Promise.reject(Object.assign(new Error(), { reason: 'expired' })));
  way.open('first');

  FakeSocket.last.drops(1006);
  mock.timers.tick(250);
  await settle();

  assert.deepEqual(heard, ['lost', 'over expired']);
});

test('notices a server that fell silent', () => {
  const { heard, signaling: way } = signaling();
  way.open('first');
  FakeSocket.last.says({ type: 'welcome', peer: 'present' });

  mock.timers.tick(15000);
  FakeSocket.last.says({ type: 'pong' });
  mock.timers.tick(15000);
  mock.timers.tick(5000);

  assert.deepEqual(heard, ['welcome present', 'lost']);
});

test('leaves the socket of the network before, and is back at once', async () => {
  const { heard, signaling: way } = signaling();
  way.open('first');
  FakeSocket.last.says({ type: 'welcome', peer: 'present' });
  const before = FakeSocket.last;

  way.move();
  await settle();

  assert.equal(before.readyState, 3);
  assert.equal(FakeSocket.all.length, 2);
  assert.deepEqual(FakeSocket.last.sent, [{ type: 'hello', ticket: 'second' }]);
  assert.deepEqual(heard, ['welcome present', 'lost']);
});

test('only asks whether the socket lives when the device wakes up', async () => {
  const { signaling: way } = signaling();
  way.open('first');
  await settle();
  FakeSocket.last.says({ type: 'welcome', peer: 'present' });

  way.wake();

  assert.equal(FakeSocket.all.length, 1);
  assert.deepEqual(FakeSocket.last.sent.slice(1), [{ type: 'ping' }]);
});

test('sends nothing before it is welcome, and opens nothing after close', async () => {
  const { signaling: way } = signaling();
  way.open('first');
  way.send({ epoch: 1, number: 1, ack: 0, type: 'offer', data: {} });
  await settle();
  const said = FakeSocket.last.sent.length;

  FakeSocket.last.drops(1006);
  way.close();
  mock.timers.tick(60000);
  await settle();

  assert.equal(said, 1);
  assert.equal(FakeSocket.all.length, 1);
});

test('asks again when no answer comes, and does not hear the one that comes too late', async () => {
  const answers = [];
  const { signaling: way } = signaling(() => new Promise((resolve) => answers.push(resolve)));
  way.open('first');
  await settle();
  FakeSocket.last.drops(1006);
  mock.timers.tick(300);
  assert.equal(answers.length, 1);

  mock.timers.tick(3000);
  assert.equal(answers.length, 2);
  answers[0]('late');
  await settle();
  assert.equal(FakeSocket.all.length, 1);

  answers[1]('second');
  await settle();
  assert.deepEqual(FakeSocket.last.sent, [{ type: 'hello', ticket: 'second' }]);
  mock.timers.tick(20000);
  assert.equal(answers.length, 2);
});
