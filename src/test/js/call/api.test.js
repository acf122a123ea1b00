import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { shipped } from './from.js';

const { ours, post, signaling } = await shipped('api');

const reasonOf = (asked) =>
  asked.then(
    () => 'answered',
    ({ reason }) => reason,
  );
const json = (status, body) => ({ ok: status === 200, status, json: () => Promise.resolve(body) });

const at = (root) => ({ querySelector: () => ({ content: root }) });

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  globalThis.document = at('');
});

afterEach(() => {
  mock.timers.reset();
  delete globalThis.fetch;
  delete globalThis.document;
  delete globalThis.location;
});

test('asks behind the path that the site gave the application', async () => {
  globalThis.document = at('/visio');
  globalThis.location = { origin: 'https://hopital.example.org' };
  globalThis.fetch = (address) => Promise.resolve(json(200, { address }));

  assert.deepEqual(await post('/api/guest/look', {}), { address: '/visio/api/guest/look' });
  assert.equal(ours('/pro/visio'), '/visio/pro/visio');
  assert.equal(signaling(), 'wss://hopital.example.org/visio/signaling');
});

test('gives the answer, or one word for the refusal', async () => {
  globalThis.fetch = () => Promise.resolve(json(200, { caller: 'Centre X' }));
  assert.deepEqual(await post('/api/guest/look', {}), { caller: 'Centre X' });

  globalThis.fetch = () => Promise.resolve(json(410, { reason: 'expired' }));
  assert.equal(await reasonOf(post('/api/guest/look', {})), 'expired');
});

test('hears what the service says as it goes, and not the page of a proxy in its place', async () => {
  globalThis.fetch = () => Promise.resolve(json(503, { reason: 'stopping' }));
  assert.equal(await reasonOf(post('/api/guest/look', {})), 'stopping');

  globalThis.fetch = () =>
    Promise.resolve({ ok: false, status: 503, json: () => Promise.reject(new SyntaxError('<!DOCTYPE html>')) });
  assert.equal(await reasonOf(post('/api/guest/look', {})), 'unreachable');
});

test('calls a server unreachable that says nothing for 15 s, and does not hear it later', async () => {
  let answer;
  globalThis.fetch = () => new Promise((resolve) => (answer = resolve));
  const asked = reasonOf(post('/api/guest/ticket', {}));

  mock.timers.tick(15000);
  answer(json(200, {}));

  assert.equal(await asked, 'unreachable');
});

test('calls a server unreachable that begins an answer and never ends it', async () => {
  globalThis.fetch = () => Promise.resolve({ ok: true, status: 200, json: () => new Promise(() => undefined) });
  const asked = reasonOf(post('/api/guest/ticket', {}));

  mock.timers.tick(15000);

  assert.equal(await asked, 'unreachable');
});

test('calls a server unreachable when a page stands in the place of its answer', async () => {
  const page = () => Promise.reject(new SyntaxError('Unexpected token <'));
  globalThis.fetch = () => Promise.resolve({ ok: true, status: 200, json: page });

  assert.equal(await reasonOf(post('/api/guest/look', {})), 'unreachable');

  globalThis.fetch = () => Promise.resolve({ ok: false, status: 404, json: page });
  assert.equal(await reasonOf(post('/api/guest/ticket', {})), 'unreachable');
});
