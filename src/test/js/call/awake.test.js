import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { watchDevice } = await shipped('awake');

/** A device that can be moved to another network. */
function device(connection) {
  globalThis.window = new EventTarget();
  globalThis.document = Object.assign(new EventTarget(), { hidden: false });
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { connection } });
  const heard = [];
  const stop = watchDevice({ seen: () => heard.push('seen'), moved: () => heard.push('moved') });
  const becomes = (type) => Object.assign(connection, { type }).dispatchEvent(new Event('change'));
  return { heard, stop, becomes };
}

const connected = (type) => Object.assign(new EventTarget(), { type });

test('hears of another network without a moment offline, but not of another speed', () => {
  const { heard, becomes } = device(connected('wifi'));

  becomes('cellular');
  becomes('cellular');

  assert.deepEqual(heard, ['moved']);
});

test('hears that the device is online and looked at, whatever the browser says of its network', () => {
  const { heard } = device(undefined);

  globalThis.window.dispatchEvent(new Event('online'));
  globalThis.document.dispatchEvent(new Event('visibilitychange'));

  assert.deepEqual(heard, ['moved', 'seen']);
});

test('hears nothing once it is told to stop', () => {
  const { heard, stop, becomes } = device(connected('wifi'));

  stop();
  becomes('cellular');
  globalThis.window.dispatchEvent(new Event('online'));
  globalThis.document.dispatchEvent(new Event('visibilitychange'));

  assert.deepEqual(heard, []);
});
