import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { RUNGS, START, resume, step } = await shipped('ladder');

const BEAT = 1500;
const PAUSED = RUNGS.length - 1;
const GOOD = { roundTrip: 60, lossOut: 0, available: 2000000 };

/** Where one stands on the ladder through these spells: [seconds, what a reading says then, in its order]. */
function climb(...spells) {
  let ladder = START;
  let at = 0;
  const rungs = [];
  spells.forEach(([seconds, ...says]) => {
    for (let beat = 0; beat * BEAT < seconds * 1000; beat += 1) {
      ladder = step(ladder, Object.assign({ at: (at += BEAT) }, GOOD, says[beat % says.length]));
      rungs.push(ladder.rung);
    }
  });
  return { rungs, last: rungs[rungs.length - 1] };
}

/** How long it took to come to this rung, in seconds. */
const secondsTo = (rung, { rungs }) => ((rungs.indexOf(rung) + 1) * BEAT) / 1000;

test('gives the whole picture on a good network, whatever the browser believes in its first seconds', () => {
  const start = [4, { available: 300000 }];

  assert.deepEqual(new Set(climb(start, [600, GOOD]).rungs), new Set([0]));
});

test('gives the whole picture where the browser tells nothing', () => {
  const silent = { roundTrip: null, lossOut: null, available: null };

  assert.equal(climb([60, silent]).last, 0);
});

test('stays on a network that is far away, or loses 5 % at random', () => {
  const satellite = { roundTrip: 650 };
  const lossy = [{ lossOut: 0.03 }, { lossOut: 0.09 }, { lossOut: 0 }, { lossOut: 0.08 }, { lossOut: 0.05 }];

  assert.equal(climb([120, satellite]).last, 0);
  assert.deepEqual(new Set(climb([300, ...lossy]).rungs), new Set([0]));
});

test('steps down with what is left for the picture', () => {
  const left = (available) => climb([10, GOOD], [5, { available }]).last;

  assert.deepEqual([400000, 250000, 120000, 75000, 45000].map(left), [0, 1, 2, 3, PAUSED]);
});

test('gives the picture up within 5 s when nothing is left for it', () => {
  const narrow = climb([10, GOOD], [10, { available: 40000, roundTrip: 1500, lossOut: 0.4 }]);

  assert.ok(secondsTo(PAUSED, narrow) <= 15, narrow.rungs.join(' '));
});

test('steps down for packets that queue, where the browser does not say what is available', () => {
  const queued = climb([10, GOOD], [9, { roundTrip: 700, available: null }]);

  assert.equal(queued.last, PAUSED);
});

test('shows a small picture on a network that loses 20 % at random: pausing it would not mend the sound', () => {
  const lossy = climb([10, GOOD], [120, { lossOut: 0.2, available: 150000 }]);

  assert.equal(lossy.last, PAUSED - 1);
});

test('does not take a cut that is over for a weak network', () => {
  const afterwards = { lossOut: 0.95, roundTrip: 4000 };

  assert.deepEqual(new Set(climb([10, GOOD], [1, afterwards], [60, GOOD]).rungs), new Set([0]));
});

test('begins on another way with what the last one could carry, and with nothing of what was measured there', () => {
  const far = { roundTrip: 900 };
  let ladder = Object.assign({}, START, { rung: 2, best: 20 });

  ladder = resume(ladder);
  for (let at = BEAT; at < 5000; at += BEAT) {
    ladder = step(ladder, Object.assign({ at }, GOOD, far, { available: 30000 }));
  }

  assert.equal(ladder.rung, 2);
});

test('comes back slowly, a rung at a time', () => {
  const back = climb([10, GOOD], [10, { available: 40000 }], [120, GOOD]);

  const seconds = [3, 2, 1, 0].map((rung) => {
    const gone = back.rungs.indexOf(PAUSED);
    return (back.rungs.indexOf(rung, gone) - gone) * (BEAT / 1000);
  });
  assert.ok(seconds[0] >= 10, String(seconds));
  assert.ok(
    seconds.every((time, index) => index === 0 || time - seconds[index - 1] >= 6),
    String(seconds),
  );
  assert.ok(seconds[3] <= 60, String(seconds));
});

test('tries ever less often what does not hold', () => {
  const narrow = (rung) => (rung < 2 ? { roundTrip: 900 } : GOOD);
  let ladder = step(START, Object.assign({ at: 0 }, GOOD));
  const tries = [];
  for (let at = BEAT; at < 600000; at += BEAT) {
    const before = ladder.rung;
    ladder = step(ladder, Object.assign({ at }, GOOD, narrow(before)));
    if (ladder.rung < before) {
      tries.push(at);
    }
  }

  const between = tries.slice(1).map((at, index) => at - tries[index]);
  assert.ok(between.length >= 3 && between.length <= 12, String(between));
  assert.ok(between[between.length - 1] >= 60000, String(between));
});
