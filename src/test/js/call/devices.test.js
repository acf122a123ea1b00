import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { BOTH, SOUND, ask, troubleOf } = await shipped('devices');
const { judge } = await shipped('browser');

const named = (name) => Object.assign(new Error(), { name });

test('has one word for each way a camera can fail', () => {
  assert.equal(troubleOf(named('NotAllowedError')), 'refused');
  assert.equal(troubleOf(named('NotFoundError')), 'missing');
  assert.equal(troubleOf(named('OverconstrainedError')), 'missing');
  assert.equal(troubleOf(named('NotReadableError')), 'occupied');
  assert.equal(troubleOf(named('SomethingNew')), 'occupied');
});

test('asks for camera and microphone in one prompt, or for the sound only', () => {
  const asked = [];
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { mediaDevices: { getUserMedia: (wanted) => asked.push(wanted) } },
  });

  ask(BOTH);
  ask(SOUND);

  assert.equal(asked.length, 2);
  assert.deepEqual([asked[0].audio, asked[0].video.facingMode], [true, 'user']);
  assert.deepEqual(asked[1], { audio: true, video: false });
});

test('knows a browser inside another app, and one that cannot call', () => {
  const able = { getUserMedia: () => undefined };
  const browser = (userAgent, mediaDevices) => ({
    navigator: { userAgent, mediaDevices },
    RTCPeerConnection: class {},
    WebSocket: class {},
  });
  const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
  const android = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)';

  assert.equal(judge(browser(`${iPhone} Version/17.0 Mobile/15E148 Safari/604.1`, able)), 'able');
  assert.equal(judge(browser(`${android} Chrome/120.0 Mobile Safari/537.36`, able)), 'able');
  assert.equal(judge(browser(`${iPhone} Mobile/15E148`, able)), 'in-app');
  assert.equal(judge(browser(`${android} Chrome/120.0 Mobile Safari/537.36 [FBAN/FB4A]`, able)), 'in-app');
  assert.equal(judge(browser(`${iPhone} Version/10.0 Mobile/14A300 Safari/602.1`, undefined)), 'unsupported');
});
