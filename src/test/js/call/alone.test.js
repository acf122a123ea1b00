import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { shipped } from './from.js';

const { orSoundAlone } = await shipped('alone');

const named = (name) => Object.assign(new Error(name), { name });

let asked;
let told;
let opens;

beforeEach(() => {
  asked = [];
  told = [];
  opens = true;
});

/** @param {string} [microphone] what the browser says of it */
function pretend(microphone) {
  const navigator = {
    mediaDevices: {
      getUserMedia(wanted) {
        asked.push(wanted);
        return opens ? Promise.resolve('sound') : Promise.reject(named('NotFoundError'));
      },
    },
  };
  if (microphone) {
    navigator.permissions = { query: () => Promise.resolve({ state: microphone }) };
  }
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: navigator });
}

const tryAfter = (error) => orSoundAlone(Promise.reject(error), (why) => told.push(why));

test('leaves a prompt alone that was answered', async () => {
  pretend('granted');

  assert.equal(await orSoundAlone(Promise.resolve('both'), assert.fail), 'both');
  assert.deepEqual(asked, []);
});

for (const [name, why] of [
  ['NotFoundError', 'missing'],
  ['NotReadableError', 'occupied'],
]) {
  test(`opens the microphone by itself where the camera is ${why}`, async () => {
    pretend();

    assert.equal(await tryAfter(named(name)), 'sound');
    assert.deepEqual([asked, told], [[{ audio: true, video: false }], [why]]);
  });
}

test('opens the microphone that was allowed when the camera was refused', async () => {
  pretend('granted');

  assert.equal(await tryAfter(named('NotAllowedError')), 'sound');
  assert.deepEqual(told, ['refused']);
});

for (const state of ['denied', 'prompt', undefined]) {
  test(`asks no second time after a refusal: microphone ${state}`, async () => {
    pretend(state);

    await assert.rejects(tryAfter(named('NotAllowedError')), { name: 'NotAllowedError' });
    assert.deepEqual([asked, told], [[], []]);
  });
}

test('keeps to the refusal where the browser does not say', async () => {
  pretend();
  navigator.permissions = { query: () => Promise.reject(new TypeError()) };

  await assert.rejects(tryAfter(named('NotAllowedError')), { name: 'NotAllowedError' });
});

test('says the first trouble where no microphone opens either', async () => {
  pretend('granted');
  opens = false;

  await assert.rejects(tryAfter(named('NotReadableError')), { name: 'NotReadableError' });
  assert.deepEqual(told, []);
});
