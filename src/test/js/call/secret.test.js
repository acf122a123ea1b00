import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { shipped } from './from.js';

const { keptSecret, ownSecret } = await shipped('page');

beforeEach(() => {
  globalThis.history = {
    state: null,
    replaceState(state) {
      this.state = state;
    },
  };
});

test('makes what the server takes for a token: 22 characters of base64url', () => {
  for (let i = 0; i < 200; i += 1) {
    globalThis.history.state = null;
    assert.match(ownSecret(), /^[A-Za-z0-9_-]{21}[AQgw]$/);
  }
});

test('keeps its secret through a reload of the same page', () => {
  assert.equal(keptSecret(), undefined);
  const first = ownSecret();
  assert.equal(ownSecret(), first);
  assert.equal(keptSecret(), first);
});

test('makes another one for another page', () => {
  const first = ownSecret();
  globalThis.history.state = null;
  assert.notEqual(ownSecret(), first);
});
