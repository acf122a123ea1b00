import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { shipped } from './from.js';

const { createRemedies } = await shipped('remedies');

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** The parts of the room that the remedies touch, by their data-remedy. */
function room() {
  const parts = {};
  const part = (name) => {
    parts[name] = parts[name] || {
      value: '',
      attributes: {},
      focus: () => (page.focused = name),
      addEventListener: (type, listener) => (parts[name][type] = listener),
      setAttribute: (attribute, value) => (parts[name].attributes[attribute] = value),
      setSelectionRange: () => undefined,
      scrollIntoView: () => undefined,
      closest: () => null,
      firstElementChild: { setAttribute: (attribute, value) => (parts[name].attributes[attribute] = value) },
    };
    return parts[name];
  };
  const page = { parts, focused: '', said: {}, over: [], moved: [] };
  const news = { heard: 0, told: [] };
  const remedies = createRemedies({
    root: {
      dataset: { invitation: '42' },
      querySelector: (selector) => part(/"(.*)"/.exec(selector)[1]),
      querySelectorAll: (selector) => [part(/"(.*)"/.exec(selector)[1])],
    },
    view: {
      set: (fact, word) => (page.said[fact] = word),
      write: (place, text) => (page.said[place] = text),
    },
    sms: {
      get heard() {
        return news.heard;
      },
      tell: ({ state }) => news.told.push(state),
    },
    quietly: (asked) => asked,
    over: (reason) => page.over.push(reason),
    moved: (invitation) => page.moved.push(invitation),
  });
  return { page, news, remedies };
}

let asked;
let answers;

beforeEach(() => {
  asked = [];
  answers = [];
  globalThis.fetch = (address, { body }) => {
    asked.push([address, JSON.parse(body)]);
    return new Promise((resolve) => answers.push(resolve));
  };
});

afterEach(() => delete globalThis.fetch);

async function answer(status, body) {
  answers.shift()({ ok: status === 200, status, json: () => Promise.resolve(body) });
  await settle();
}

test('sends one SMS however often one clicks, and says that it is on its way', async () => {
  const { page, news, remedies } = room();

  remedies.resend();
  remedies.resend();
  assert.deepEqual(asked, [['/api/pro/invitations/42/resend', {}]]);
  await answer(200, {});

  assert.equal(page.said.answer, 'answer-resent');
  assert.deepEqual(news.told, ['waiting']);
  remedies.resend();
  assert.equal(asked.length, 2);
  await answer(200, {});
});

test('does not say that an SMS is on its way whose arrival was told first', async () => {
  const { news, remedies } = room();

  remedies.resend();
  news.heard += 1;
  await answer(200, {});

  assert.deepEqual(news.told, []);
});

test('says the sentence of a refusal and goes on', async () => {
  const { page, remedies } = room();

  remedies.resend();
  await answer(429, { reason: 'refused', text: 'Un SMS vient de partir.' });

  assert.equal(page.said.refusal, 'Un SMS vient de partir.');
  assert.equal(page.said.answer, 'answer-refused');
  assert.deepEqual(page.over, []);
  remedies.link();
  assert.equal(asked.length, 2);
  await answer(500, {});
  assert.equal(page.said.answer, 'answer-unreachable');
});

test('goes to the invitation that takes this one’s place', async () => {
  const { page, remedies } = room();

  remedies.correct();
  assert.equal(page.focused, 'number');
  page.parts.number.value = '06 12 34 56 78';
  page.parts.correct.submit({ preventDefault: () => undefined });
  assert.deepEqual(asked, [['/api/pro/invitations/42/correct', { mobile: '06 12 34 56 78' }]]);
  await answer(200, { invitation: '43' });

  assert.deepEqual(page.moved, ['43']);
});

test('draws the code that the server gives, and puts it away', async () => {
  const { page, remedies } = room();

  remedies.qr();
  await answer(200, { size: 37, path: 'M4 4h7v1h-7z', until: '14 h 05' });

  assert.deepEqual(page.parts.qr.attributes, { viewBox: '0 0 37 37', d: 'M4 4h7v1h-7z' });
  assert.equal(page.said.remedy, 'remedy-qr');
  assert.equal(page.said.until, '14 h 05');
  remedies.qr();
  assert.equal(page.said.remedy, 'remedy-none');
  assert.equal(asked.length, 1);
});

test('frees the seat for another device', async () => {
  const { page, remedies } = room();

  remedies.freeSeat();
  assert.deepEqual(asked, [['/api/pro/invitations/42/free-seat', {}]]);
  await answer(200, {});

  assert.equal(page.said.answer, 'answer-freed');
});

test('cancels after a second word, and is over then', async () => {
  const { page, remedies } = room();

  remedies.cancel();
  assert.deepEqual([page.said.remedy, page.focused, asked.length], ['remedy-cancel', 'keep', 0]);
  remedies.close();
  assert.equal(page.said.remedy, 'remedy-none');
  remedies.cancel();
  remedies.cancelNow();
  await answer(200, {});

  assert.deepEqual(page.over, ['revoked']);
});

test('is over when the server says so', async () => {
  const { page, remedies } = room();

  remedies.resend();
  await answer(410, { reason: 'ended' });

  assert.deepEqual(page.over, ['ended']);
});
