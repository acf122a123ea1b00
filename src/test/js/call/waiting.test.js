import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { shipped } from './from.js';

const { createWaiting } = await shipped('waiting');

let said;
let place;
let waiting;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setInterval', 'setTimeout', 'Date'] });
  said = {};
  place = { textContent: '' };
  waiting = createWaiting(place, { set: (fact, word) => (said[fact] = word) });
});

test('counts the time, and says after two minutes that the professional is late', () => {
  waiting.tell('waiting');
  assert.equal(said.late, 'in-time');
  mock.timers.tick(119000);
  assert.deepEqual([place.textContent, said.late], ['01:59', 'in-time']);

  mock.timers.tick(1000);
  assert.deepEqual([place.textContent, said.late], ['02:00', 'late']);
});

test('takes it back when they come, and counts anew if they leave', () => {
  waiting.tell('waiting');
  mock.timers.tick(200000);
  waiting.tell('connecting');
  assert.equal(said.late, 'in-time');
  waiting.tell('talking');
  mock.timers.tick(600000);

  waiting.tell('left');
  mock.timers.tick(5000);
  assert.deepEqual([place.textContent, said.late], ['00:05', 'in-time']);
});

test('goes on counting from one wait into the next', () => {
  waiting.tell('waiting');
  mock.timers.tick(60000);
  waiting.tell('left');
  mock.timers.tick(60000);

  assert.deepEqual([place.textContent, said.late], ['02:00', 'late']);
});

test('counts no more once it is closed', () => {
  waiting.tell('waiting');
  waiting.close();
  mock.timers.tick(200000);

  assert.deepEqual([place.textContent, said.late], ['00:00', 'in-time']);
});
