import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { quality, verdict } = await shipped('verdict');

const GOOD = {
  camera: 'well',
  microphone: 'well',
  socket: 'well',
  direct: 'well',
  relays: 'known',
  udp: 'well',
  tcp: 'well',
  tls: 'none',
  quality: 'well',
};

const but = (...changes) => verdict(Object.assign({}, GOOD, ...changes));

test('says nothing before anything was tried, and waits for the last result', () => {
  assert.equal(verdict({}), 'idle');
  assert.equal(but({ camera: 'asking' }), 'testing');
  assert.equal(but({ microphone: 'listening' }), 'testing');
  assert.equal(but({ quality: 'testing', camera: 'missing' }), 'testing');
  assert.equal(but({ relays: 'testing' }), 'testing');
});

test('finds everything ready, with the relays or before signing in', () => {
  assert.equal(but(), 'good');
  assert.equal(but({ speaker: 'well' }), 'good');
  assert.equal(verdict({ camera: 'well', microphone: 'well', socket: 'well', direct: 'well' }), 'good');
});

test('asks to look where a call would only limp', () => {
  const lame = [
    { camera: 'refused' },
    { camera: 'missing' },
    { microphone: 'occupied' },
    { microphone: 'silent' },
    { speaker: 'unheard' },
    { direct: 'blocked' },
    { udp: 'blocked' },
    { udp: 'none', tcp: 'blocked' },
    { udp: 'blocked', tcp: 'blocked', quality: undefined },
    { quality: 'weak' },
    { quality: 'bad' },
    { camera: 'missing', microphone: 'silent' },
  ];
  lame.forEach((change) => assert.equal(but(change), 'care', JSON.stringify(change)));
});

test('does not mind a relay that is blocked beside a better one', () => {
  assert.equal(but({ tcp: 'blocked', tls: 'blocked' }), 'good');
});

test('says that no call would work', () => {
  assert.equal(but({ socket: 'blocked' }), 'bad');
  assert.equal(but({ direct: 'blocked', udp: 'blocked', tcp: 'blocked' }), 'bad');
  assert.equal(but({ camera: 'refused', microphone: 'refused' }), 'bad');
  assert.equal(but({ camera: 'stopped', microphone: 'stopped' }), 'bad');
});

test('grades the way through the relay by what a call takes', () => {
  const figures = { roundTrip: 40, loss: 0, megabits: 5 };
  const graded = (change) => quality(Object.assign({}, figures, change));

  assert.equal(graded({}), 'well');
  assert.equal(graded({ roundTrip: 200 }), 'weak');
  assert.equal(graded({ loss: 0.02 }), 'weak');
  assert.equal(graded({ megabits: 1 }), 'weak');
  assert.equal(graded({ roundTrip: 400 }), 'bad');
  assert.equal(graded({ loss: 0.2 }), 'bad');
  assert.equal(graded({ megabits: 0.3 }), 'bad');
  assert.equal(graded({ roundTrip: null, loss: 1 }), 'bad');
});
