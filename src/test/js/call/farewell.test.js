import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { shipped } from './from.js';

const { sayFarewell } = await shipped('farewell');

const settle = () => new Promise((resolve) => setImmediate(resolve));
const refusal = (reason) => Object.assign(new Error(), { reason });

/** What happens to the session, in order. */
function session() {
  const diary = [];
  const write = (what) => () => diary.push(what);
  return { diary, release: write('release'), close: write('close'), call: { leave: write('leave') } };
}

test('lets the server tell both before the call goes', async () => {
  const leaving = session();
  let answer;

  const said = sayFarewell(leaving, () => new Promise((resolve) => (answer = resolve)));
  await settle();
  assert.deepEqual(leaving.diary, ['release']);
  answer({});
  await said;

  assert.deepEqual(leaving.diary, ['release', 'close']);
});

test('leaves by the socket where the server cannot be asked, and goes on asking', async (t) => {
  t.after(() => mock.timers.reset());
  mock.timers.enable({ apis: ['setTimeout'] });
  const leaving = session();
  let asked = 0;

  await sayFarewell(leaving, () => {
    asked += 1;
    return Promise.reject(refusal('unreachable'));
  });
  assert.deepEqual([asked, leaving.diary], [1, ['release', 'leave', 'close']]);
  for (let second = 0; second < 10; second += 1) {
    mock.timers.tick(1000);
    await settle();
  }

  assert.deepEqual([asked, leaving.diary], [4, ['release', 'leave', 'close']]);
});

test('asks no more of a server that refuses', async (t) => {
  t.after(() => mock.timers.reset());
  mock.timers.enable({ apis: ['setTimeout'] });
  let asked = 0;

  await sayFarewell(session(), () => {
    asked += 1;
    return Promise.reject(refusal('signed-out'));
  });
  mock.timers.tick(10000);
  await settle();

  assert.equal(asked, 1);
});
