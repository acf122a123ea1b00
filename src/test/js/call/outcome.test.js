import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { shipped } from './from.js';

const { createOutcome } = await shipped('outcome');

const SOUND = { framesDecoded: 0, bitrateIn: 30000, relayed: false };
const PICTURE = { framesDecoded: 12, bitrateIn: 300000, relayed: false };

let now;
let far;
let blocked;
let listens;
let told;

beforeEach(() => {
  mock.restoreAll();
  now = 1000;
  mock.method(performance, 'now', () => now);
  far = Object.assign(new EventTarget(), { videoWidth: 0 });
  blocked = false;
  listens = true;
  told = [];
});

function open(since) {
  const say = (message) => listens && told.push(message) > 0;
  return createOutcome({ far, since, blocked: () => blocked, say });
}

function appears(at) {
  now = at;
  far.videoWidth = 640;
  far.dispatchEvent(new Event('loadeddata'));
}

test('counts from the tap where the other side was there already', () => {
  const outcome = open(800);
  outcome.meet('present');
  appears(1950.4);
  now = 3000;
  outcome.hear(PICTURE);

  assert.deepEqual(told, [{ type: 'outcome', way: 'direct', millis: 1150 }]);
});

test('counts from the moment when both were there where the other side came later', () => {
  const outcome = open(800);
  outcome.meet('absent');
  now = 60000;
  outcome.meet('present');
  appears(61200);
  outcome.hear(Object.assign({}, PICTURE, { relayed: true }));

  assert.deepEqual(told, [{ type: 'outcome', way: 'relayed', millis: 1200 }]);
});

test('tells once, and no failure after that', () => {
  const outcome = open();
  outcome.meet('present');
  appears(1500);
  outcome.hear(PICTURE);
  outcome.hear(PICTURE);
  outcome.meet('away');
  outcome.meet('present');
  outcome.fail('occupied');

  assert.equal(told.length, 1);
});

test('waits a little for the picture, then takes sound alone for a call', () => {
  const outcome = open();
  outcome.meet('present');
  for (let reading = 0; reading < 4; reading += 1) {
    outcome.hear(SOUND);
  }
  assert.deepEqual(told, []);

  outcome.hear(SOUND);
  assert.deepEqual(told, [{ type: 'outcome', way: 'direct' }]);
});

test('takes a connection through which nothing comes for none', () => {
  const outcome = open();
  outcome.meet('present');
  for (let reading = 0; reading < 9; reading += 1) {
    outcome.hear({ framesDecoded: null, bitrateIn: 0, relayed: false });
  }

  assert.deepEqual(told, []);
});

test('says what stands in our own way, each thing once, and the call once it does not', () => {
  const outcome = open();
  outcome.meet('present');
  blocked = true;
  outcome.fail('refused');
  outcome.fail('refused');
  appears(1400);
  outcome.hear(PICTURE);
  assert.deepEqual(told, [{ type: 'outcome', cause: 'refused' }]);

  blocked = false;
  outcome.hear(Object.assign({}, PICTURE, { relayed: null }));
  assert.deepEqual(told[1], { type: 'outcome', way: 'untold', millis: 400 });
});

test('keeps what the server did not hear until it listens', () => {
  const outcome = open();
  listens = false;
  outcome.fail('missing');
  listens = true;
  outcome.meet('present');

  assert.deepEqual(told, [{ type: 'outcome', cause: 'missing' }]);
});

test('looks no more once it is closed', () => {
  const outcome = open();
  outcome.meet('present');
  outcome.close();
  appears(1400);
  for (let reading = 0; reading < 5; reading += 1) {
    outcome.hear(SOUND);
  }

  assert.deepEqual(told, [{ type: 'outcome', way: 'direct' }]);
});
