import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { shipped } from './from.js';

const { createTour } = await shipped('tour');

const kept = new Map();
let said;
let focused;

function fakeRoot() {
  const active = { closest: () => null };
  const named = (name) => ({ focus: () => (focused = name), ownerDocument: { activeElement: active } });
  return { querySelector: (selector) => named(selector), querySelectorAll: () => [] };
}

const view = { set: (fact, word) => (said = word), write: () => undefined };
let tour;

beforeEach(() => {
  kept.clear();
  global.localStorage = { getItem: (name) => kept.get(name) || null, setItem: (name, value) => kept.set(name, value) };
  said = 'tour-over';
  focused = null;
  tour = createTour(fakeRoot(), view);
});

test('opens by itself on the first wait and takes no focus', () => {
  tour.hear('starting');
  assert.equal(said, 'tour-over');

  tour.hear('waiting');
  assert.deepEqual([said, focused], ['tour-1', null]);
});

test('goes step by step to its end, and is not shown again', () => {
  tour.hear('waiting');
  for (const step of [2, 3, 4, 5]) {
    tour.actions.tourNext();
    assert.equal(said, `tour-${step}`);
  }
  tour.actions.tourNext();
  assert.equal(said, 'tour-over');

  tour.hear('left');
  tour.hear('waiting');
  assert.equal(said, 'tour-over');
});

test('can be skipped, and found again', () => {
  tour.hear('waiting');
  tour.actions.tourSkip();
  assert.equal(said, 'tour-over');

  tour.actions.tour();
  assert.deepEqual([said, focused], ['tour-1', '#tour']);
  tour.actions.tour();
  assert.deepEqual([said, focused], ['tour-over', '[data-do="tour"]']);
});

test('gives way to the person who arrives, but not when it was asked for', () => {
  tour.hear('waiting');
  tour.hear('connecting');
  assert.equal(said, 'tour-over');

  tour.actions.tour();
  tour.hear('talking');
  assert.equal(said, 'tour-1');
});
