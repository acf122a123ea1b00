import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { shipped } from './from.js';

const { createRelays } = await shipped('relays');

const settle = () => new Promise((resolve) => setImmediate(resolve));
const seat = (iceLifetime) => ({ iceServers: ['turn'], iceTransportPolicy: 'relay', iceLifetime });

/** Relays that ask for a fresh seat, which may be refused. */
function relays({ refused = 0 } = {}) {
  const asked = [];
  const changed = [];
  const one = createRelays({
    renew() {
      asked.push('renew');
      return asked.length <= refused ? Promise.reject(new Error('unreachable')) : Promise.resolve(one.take(seat(100)));
    },
    changed: (configuration) => changed.push(configuration),
  });
  return { one, asked, changed };
}

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

test('gives each connection what the seat brought, and tells the one that lives', () => {
  const { one, changed } = relays();

  one.take(seat(100));

  const configuration = { iceServers: ['turn'], iceTransportPolicy: 'relay' };
  assert.deepEqual(one.configuration, configuration);
  assert.deepEqual(changed, [configuration]);
});

test('renews before the credentials expire, again and again', async () => {
  const { one, asked } = relays();
  one.take(seat(100));

  mock.timers.tick(79999);
  assert.equal(asked.length, 0);
  mock.timers.tick(1);
  await settle();
  mock.timers.tick(80000);

  assert.equal(asked.length, 2);
});

test('tries again several times before they expire', async () => {
  const { one, asked } = relays({ refused: 2 });
  one.take(seat(100));

  mock.timers.tick(80000);
  await settle();
  mock.timers.tick(5000);
  await settle();
  mock.timers.tick(5000);
  assert.equal(asked.length, 3);

  await settle();
  mock.timers.tick(79000);
  assert.equal(asked.length, 3);
});

test('asks for nothing without relays, nor after the end', () => {
  const without = relays();
  without.one.take(seat(0));
  const closed = relays();
  closed.one.take(seat(100));
  closed.one.close();

  mock.timers.tick(10 ** 9);

  assert.deepEqual([without.asked, closed.asked], [[], []]);
});

test('is not hurried by credentials that live for months', () => {
  const { one, asked } = relays();

  one.take(seat(100 * 86400));
  mock.timers.tick(86399999);

  assert.deepEqual(asked, []);
});
