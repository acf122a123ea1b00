import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { isTablet } = await shipped('tablet');
const { watchPermissions } = await shipped('permissions');

const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari';

test('knows an iPad that calls itself a Macintosh, and a Windows screen that can be touched', () => {
  assert.equal(isTablet({ userAgent: MAC, maxTouchPoints: 5 }), true);
  assert.equal(isTablet({ userAgent: MAC, maxTouchPoints: 0 }), false);
  assert.equal(isTablet({ userAgent: MAC }), false);
  assert.equal(isTablet({ userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', maxTouchPoints: 10 }), false);
});

/** As browsers differ: one that tells, one that knows no such permission, one that tells nothing. */
function browser(states) {
  const statuses = {};
  const query = ({ name }) => {
    statuses[name] = { state: states[name] };
    return states[name] ? Promise.resolve(statuses[name]) : Promise.reject(new TypeError(name));
  };
  return { permissions: { query }, statuses };
}

test('says which device is refused, now and when that changes', async () => {
  const told = [];
  const chrome = browser({ camera: 'denied', microphone: 'denied' });

  await watchPermissions(chrome, (word) => told.push(word));
  assert.equal(told.pop(), 'denied-both');

  chrome.statuses.camera.state = 'granted';
  chrome.statuses.camera.onchange();
  assert.equal(told.pop(), 'denied-microphone');

  chrome.statuses.microphone.state = 'prompt';
  chrome.statuses.microphone.onchange();
  assert.equal(told.pop(), 'denied-none');
});

test('says what it knows where the browser knows one of them, and nothing where it knows none', async () => {
  const told = [];
  const tell = (word) => told.push(word);

  await watchPermissions(browser({ camera: 'denied' }), tell);
  assert.deepEqual(told, ['denied-camera']);

  await watchPermissions(browser({}), tell);
  await watchPermissions({}, tell);
  assert.equal(told.length, 1);
});
