import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { kindOf, routeBy } = await shipped('routes');
const { median, timeSocket } = await shipped('pong');
const { sum } = await shipped('measure');

const URLS = [
  'turn:turn.example.org:3478',
  'turn:turn.example.org:3478?transport=udp',
  'turn:turn.example.org:3478?transport=tcp',
  'turns:turn.example.org:5349?transport=tcp',
];
const SERVERS = [{ urls: URLS, username: 'user', credential: 'key' }];

test('knows how each relay is reached', () => {
  assert.deepEqual(URLS.map(kindOf), ['udp', 'udp', 'tcp', 'tls']);
  assert.equal(kindOf('stun:turn.example.org'), null);
});

test('tries each way alone, with its credentials, and through the relay only', () => {
  assert.deepEqual(routeBy(SERVERS, 'tls'), {
    iceServers: [{ urls: [URLS[3]], username: 'user', credential: 'key' }],
    iceTransportPolicy: 'relay',
  });
  assert.deepEqual(routeBy(SERVERS, 'udp').iceServers[0].urls, URLS.slice(0, 2));
});

test('knows that a way is not offered', () => {
  assert.equal(routeBy([{ urls: URLS.slice(0, 2) }], 'tls'), null);
  assert.equal(routeBy([], 'udp'), null);
});

test('counts an echo as two round trips and two passages', () => {
  assert.deepEqual(sum(4, [20, 22, 24, 100]), { roundTrip: 12, loss: 0 });
  assert.equal(sum(100, Array(81).fill(20)).loss.toFixed(2), '0.10');
  assert.deepEqual(sum(10, []), { roundTrip: null, loss: 1 });
});

test('takes the middle of unsorted times, as numbers', () => {
  assert.equal(median([100, 9, 20]), 20);
});

/** A server that answers each ping, closes, or says nothing. */
class FakeSocket {
  static manner = 'answers';

  constructor() {
    this.sent = [];
    FakeSocket.last = this;
    setTimeout(() => (FakeSocket.manner === 'closes' ? this.onclose() : this.onopen()));
  }

  send(text) {
    this.sent.push(JSON.parse(text));
    if (FakeSocket.manner === 'answers') {
      setTimeout(() => this.onmessage({ data: '{"type":"pong"}' }));
    }
  }

  close() {
    this.closed = true;
  }
}

test('times the service by its pongs, and lets the socket go', async () => {
  globalThis.WebSocket = FakeSocket;
  FakeSocket.manner = 'answers';

  const time = await timeSocket('ws://localhost/signaling');

  assert.ok(time >= 0 && time < 1000);
  assert.equal(FakeSocket.last.sent.length, 5);
  assert.deepEqual(FakeSocket.last.sent[0], { type: 'ping' });
  assert.equal(FakeSocket.last.closed, true);
});

test('says that the service is out of reach when it closes, or stays silent', async (t) => {
  globalThis.WebSocket = FakeSocket;
  FakeSocket.manner = 'closes';
  await assert.rejects(timeSocket('ws://localhost/signaling'), { message: 'closed' });

  t.mock.timers.enable({ apis: ['setTimeout'] });
  FakeSocket.manner = 'sleeps';
  const silent = timeSocket('ws://localhost/signaling');
  t.mock.timers.tick(5000);
  await assert.rejects(silent, { message: 'silent' });
  assert.equal(FakeSocket.last.closed, true);
});
