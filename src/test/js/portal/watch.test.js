import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWatch } from '../../../main/webapp/assets/portal/watch.js';

const MINUTE = 60 * 1000;
const HALF_AN_HOUR = { seconds: 1800, last: false };

/** A page and its server: answers come in the order in which they are given, the last one again and again. */
function open(context, ...answers) {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const page = { asked: [], shown: [] };
  page.watch = createWatch({
    ask(name) {
      page.asked.push(name);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    show: (word) => page.shown.push(word),
    now: () => Date.now(),
  });
  page.pass = async (minutes) => {
    context.mock.timers.tick(minutes * MINUTE);
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
  };
  page.watch.start(1800);
  return page;
}

const refusal = (reason) => Object.assign(new Error(reason), { reason });

test('warns five minutes before, and not once another page was used', async (context) => {
  const page = open(context, { seconds: 1000, last: false }, { seconds: 300, last: false }, HALF_AN_HOUR);

  await page.pass(24);
  assert.deepEqual(page.asked, []);
  await page.pass(1);
  assert.deepEqual([page.asked, page.shown], [['left'], []]);

  await page.pass(12);
  assert.deepEqual(page.shown, ['idle']);
  await page.pass(1);
  assert.deepEqual(page.shown, ['idle', 'none']);
});

test('keeps the session at a click, and at any other sign of life', async (context) => {
  const page = open(context, { seconds: 290, last: false }, HALF_AN_HOUR);
  await page.pass(25);

  page.watch.touch();
  page.watch.keep();
  await page.pass(0);

  assert.deepEqual(
    [page.asked, page.shown],
    [
      ['left', 'keep'],
      ['idle', 'none'],
    ],
  );
});

test('does not interrupt whoever types', async (context) => {
  const page = open(context, { seconds: 290, last: false }, HALF_AN_HOUR);
  await page.pass(22);
  page.watch.touch();

  await page.pass(3);

  assert.deepEqual([page.asked, page.shown], [['left', 'keep'], []]);
});

test('warns once that twelve hours are over, which no click changes', async (context) => {
  const page = open(context, { seconds: 200, last: true });
  await page.pass(22);
  page.watch.touch();
  await page.pass(3);
  assert.deepEqual([page.asked, page.shown], [['left'], ['last']]);

  page.watch.hide();
  await page.pass(1);

  assert.deepEqual(page.shown, ['last', 'none']);
});

test('says that the session is over, and asks no more', async (context) => {
  const page = open(context, refusal('signed-out'));
  await page.pass(25);
  page.watch.wake();
  page.watch.keep();
  await page.pass(60);

  assert.deepEqual([page.asked, page.shown], [['left'], ['over']]);
});

test('asks again while the server is away, and says so to whoever clicks', async (context) => {
  const page = open(context, { seconds: 290, last: false }, refusal('unreachable'), HALF_AN_HOUR);
  await page.pass(25);

  page.watch.keep();
  await page.pass(0);
  assert.deepEqual(page.shown, ['idle', 'unanswered']);
  await page.pass(1);
  assert.deepEqual(page.shown, ['idle', 'unanswered', 'none']);
});

test('asks at once when a computer wakes up late', async (context) => {
  const page = open(context, HALF_AN_HOUR);
  context.mock.timers.setTime(40 * MINUTE);
  assert.deepEqual(page.asked, []);

  page.watch.wake();

  assert.deepEqual(page.asked, ['left']);
});
