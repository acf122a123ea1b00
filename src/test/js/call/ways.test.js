import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { shipped } from './from.js';

const { createDisplay } = await shipped('ways');

const classes = new Set();
const classList = {
  contains: (name) => classes.has(name),
  toggle: (name, on) => (on ? classes.add(name) : classes.delete(name)),
};
let kept;
let said;
let opened;
const view = { set: (fact, word) => (said = word) };
const display = () => createDisplay(view, (address) => (opened = address));

beforeEach(() => {
  classes.clear();
  kept = new Map();
  said = undefined;
  opened = undefined;
  globalThis.document = {
    documentElement: { classList, lang: 'ru' },
    querySelector: () => ({ content: '/visio' }),
  };
  globalThis.location = { hash: '#secret' };
  globalThis.sessionStorage = {
    getItem: (key) => kept.get(key) || null,
    setItem: (key, value) => kept.set(key, value),
  };
});

afterEach(() => {
  delete globalThis.document;
  delete globalThis.location;
  delete globalThis.sessionStorage;
});

test('shows the page as the organizer chose, and as it is where nobody knows', () => {
  assert.ok(display().show('large'));
  assert.deepEqual([said, classes.has('large')], ['display-large', true]);

  assert.ok(display().show(undefined));
  assert.deepEqual([said, classes.has('large')], ['display-ordinary', false]);
});

test('lets the person choose otherwise, for as long as the tab is open', () => {
  const first = display();
  first.show('large');
  first.large();
  assert.deepEqual([said, classes.has('large')], ['display-ordinary', false]);

  const afterReload = display();
  afterReload.show('large');
  assert.equal(said, 'display-ordinary');
  afterReload.large();
  assert.equal(said, 'display-large');
});

test('opens the page that is easy to read in place of the ordinary one, in its language and with its link', () => {
  assert.equal(display().show('easy'), false);
  assert.equal(opened, '/visio/r/ru/simple#secret');
});

test('opens the ordinary page for whoever does not want the easy one', () => {
  classes.add('easy').add('large');
  const easy = display();
  assert.ok(easy.show('easy'));
  assert.equal(opened, undefined);

  easy.easy();
  assert.equal(opened, '/visio/r/ru#secret');
});

test('stays easy where the link is unknown', () => {
  classes.add('easy');
  assert.ok(display().show());
  assert.equal(said, 'display-easy');
});

test('holds a choice for this page where the browser keeps nothing', () => {
  globalThis.sessionStorage = undefined;
  const one = display();
  one.show('ordinary');
  one.large();
  assert.deepEqual([said, classes.has('large')], ['display-large', true]);
});
