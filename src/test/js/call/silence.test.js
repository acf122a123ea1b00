import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { pretendBrowser } from './fake-rtc.js';
import { shipped } from './from.js';

pretendBrowser();
globalThis.MediaStream = class {};
const { createSilence } = await shipped('silence');

let level;
let contexts;
let now;

class Context {
  constructor() {
    Object.assign(this, { state: 'running', sources: 0, closed: false });
    contexts.push(this);
  }

  createMediaStreamSource() {
    this.sources += 1;
    return { connect: () => undefined, disconnect: () => undefined };
  }

  createAnalyser() {
    return { getFloatTimeDomainData: (samples) => samples.fill(level) };
  }

  close() {
    this.closed = true;
  }
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setInterval'] });
  level = 0;
  contexts = [];
  now = 0;
  mock.method(performance, 'now', () => now);
  globalThis.window = { AudioContext: Context };
  globalThis.AnalyserNode = class {
    getFloatTimeDomainData() {}
  };
});

function pass(seconds) {
  for (let quarter = 0; quarter < seconds * 4; quarter += 1) {
    now += 250;
    mock.timers.tick(250);
  }
}

const microphone = () => ({ readyState: 'live', enabled: true, muted: false });

function listen(one) {
  const told = [];
  const silence = createSilence({ track: () => one.track, heard: (silent) => told.push(silent) });
  return { told, silence };
}

test('says once that a microphone gives nothing, and once that it speaks again', () => {
  const { told } = listen({ track: microphone() });

  pass(5);
  assert.deepEqual(told, []);
  pass(10);
  assert.deepEqual(told, [true]);

  level = 0.001;
  pass(10);
  assert.deepEqual(told, [true, false]);
});

test('takes a quiet room for a room', () => {
  const { told } = listen({ track: microphone() });

  level = 2 / 32768;
  pass(60);

  assert.deepEqual(told, []);
});

for (const [why, change] of Object.entries({
  'was switched off by choice': { enabled: false },
  'the system took': { muted: true },
  'has ended': { readyState: 'ended' },
})) {
  test(`does not call silent a microphone that ${why}`, () => {
    const own = microphone();
    const { told } = listen({ track: own });

    pass(4);
    Object.assign(own, change);
    pass(20);
    Object.assign(own, microphone());
    pass(5);
    assert.deepEqual(told, []);
    pass(5);
    assert.deepEqual(told, [true]);
  });
}

test('judges nothing without a microphone, nor before the browser lets it listen', () => {
  const own = { track: undefined };
  const { told } = listen(own);

  pass(10);
  contexts[0].state = 'suspended';
  own.track = microphone();
  pass(10);

  assert.deepEqual(told, []);
});

test('gives another microphone its own time', () => {
  const own = { track: microphone() };
  const { told } = listen(own);

  pass(5);
  own.track = microphone();
  pass(5);
  assert.deepEqual([told, contexts[0].sources], [[], 2]);
  pass(5);
  assert.deepEqual(told, [true]);
});

test('gives everything back', () => {
  const { told, silence } = listen({ track: microphone() });

  silence.close();
  pass(20);

  assert.deepEqual([told, contexts[0].closed], [[], true]);
});

test('judges nothing where samples are rounded to 8 bits, or where there is no sound at all', () => {
  globalThis.AnalyserNode = class {};
  const rounded = listen({ track: microphone() });
  globalThis.window = {};
  const deaf = listen({ track: microphone() });

  pass(20);
  rounded.silence.close();
  deaf.silence.close();

  assert.deepEqual([rounded.told, deaf.told], [[], []]);
});
