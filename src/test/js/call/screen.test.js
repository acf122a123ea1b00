import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { shipped } from './from.js';

const { keepScreenOn } = await shipped('screen');

const settle = () => new Promise((resolve) => setImmediate(resolve));

let seen;
let held;
let asked;

beforeEach(() => {
  seen = new Set();
  held = 0;
  asked = 0;
  globalThis.document = {
    hidden: false,
    addEventListener: (type, listener) => seen.add(listener),
    removeEventListener: (type, listener) => seen.delete(listener),
  };
  pretendNavigator({
    wakeLock: {
      request() {
        asked += 1;
        held += 1;
        return Promise.resolve({
          release() {
            held -= 1;
            return Promise.resolve();
          },
        });
      },
    },
  });
});

function pretendNavigator(value) {
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value });
}

async function look(hidden) {
  globalThis.document.hidden = hidden;
  seen.forEach((listener) => listener());
  await settle();
}

test('keeps the screen on until it is told to let go', async () => {
  const letGo = keepScreenOn();
  await settle();
  assert.equal(held, 1);

  letGo();
  assert.deepEqual([held, seen.size], [0, 0]);
});

test('asks again when the page is seen again, and not while it is hidden', async () => {
  keepScreenOn();
  await settle();

  await look(true);
  assert.equal(asked, 1);
  await look(false);
  assert.deepEqual([asked, held], [2, 1]);
});

test('lets go of what was granted too late', async () => {
  keepScreenOn()();
  await settle();

  assert.equal(held, 0);
});

test('does nothing where the browser cannot, or will not', async () => {
  pretendNavigator({});
  keepScreenOn()();

  pretendNavigator({ wakeLock: { request: () => Promise.reject(new Error()) } });
  keepScreenOn()();
  await settle();
});
