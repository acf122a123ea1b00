import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { createState } = await shipped('state');

function after(...moves) {
  const words = [];
  const state = createState((word) => words.push(word));
  moves.forEach((move) => state.move(move));
  return words;
}

const ended = (...moves) => after(...moves).pop();

test('goes from waiting to talking', () => {
  assert.deepEqual(after('alone', 'joined', 'connected'), ['waiting', 'connecting', 'talking']);
});

test('stays in the call while only a socket is away', () => {
  assert.deepEqual(after('joined', 'connected', 'away', 'joined'), ['connecting', 'talking']);
});

test('says that it reconnects, and when it is done', () => {
  assert.deepEqual(after('joined', 'connected', 'lost', 'connected').slice(2), ['reconnecting', 'talking']);
});

test('tells that the other left, and takes them back', () => {
  assert.deepEqual(after('joined', 'connected', 'left', 'lost', 'joined').slice(2), ['left', 'connecting']);
});

test('opens on who had left already', () => {
  assert.deepEqual(after('left', 'joined', 'connected'), ['left', 'connecting', 'talking']);
});

test('moves no more once it is over', () => {
  const words = [];
  const state = createState((word) => words.push(word));

  state.finish('ended');
  ['joined', 'connected', 'alone'].forEach((move) => state.move(move));

  assert.deepEqual(words, ['ended']);
  assert.equal(state.word, 'ended');
});

test('keeps the call that a restarted server knows nothing of', () => {
  assert.deepEqual(after('joined', 'connected', 'alone', 'joined').slice(1), ['talking']);
});

test('knows what each presence of the other means in each state', () => {
  const ways = {
    starting: [],
    waiting: ['alone'],
    connecting: ['joined'],
    talking: ['connected'],
    reconnecting: ['connected', 'lost'],
    left: ['left'],
  };

  const meaning = (way) => ['alone', 'away', 'joined', 'left'].map((presence) => ended(...way, presence));
  const table = Object.keys(ways).map((state) => [state, ...meaning(ways[state])]);

  assert.deepEqual(table, [
    ['starting', 'waiting', 'waiting', 'connecting', 'left'],
    ['waiting', 'waiting', 'waiting', 'connecting', 'left'],
    ['connecting', 'waiting', 'connecting', 'connecting', 'left'],
    ['talking', 'talking', 'talking', 'talking', 'left'],
    ['reconnecting', 'left', 'reconnecting', 'reconnecting', 'left'],
    ['left', 'left', 'left', 'connecting', 'left'],
  ]);
});
