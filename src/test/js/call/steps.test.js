import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { shipped } from './from.js';

const { refusalOf, stepsFor } = await shipped('steps');

const PAGE = readFileSync(new URL('../../../main/webapp/autoriser.xhtml', import.meta.url), 'utf8');

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

/** Each browser by the name that it gives, and where its permission is. */
const BROWSERS = {
  [`${ANDROID} Chrome/131.0.0.0 Mobile Safari/537.36`]: 'android-chrome',
  [`${ANDROID} SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36`]: 'android-samsung',
  'Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0': 'android-firefox',
  [`${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1`]: 'ios-safari',
  [`${IPHONE} CriOS/131.0.0.0 Mobile/15E148 Safari/604.1`]: 'ios-app',
  [`${IPHONE} FxiOS/133.0 Mobile/15E148 Safari/605.1.15`]: 'ios-app',
  [`${IPHONE} EdgiOS/131.0 Version/18.0 Mobile/15E148 Safari/604.1`]: 'ios-app',
  [`${WINDOWS} ${CHROME}`]: 'desk-chrome',
  [`${WINDOWS} ${CHROME} Edg/131.0.0.0`]: 'desk-edge',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0': 'desk-firefox',
  [`${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15`]: 'desk-safari',
};

for (const [userAgent, steps] of Object.entries(BROWSERS)) {
  test(`finds the permission of ${steps}: ${userAgent.slice(-30)}`, () => {
    assert.equal(stepsFor({ userAgent, maxTouchPoints: 0 }, 'browser'), steps);
    assert.ok(PAGE.includes(`data-steps="${steps}"`));
  });
}

test('knows an iPad, which gives itself out for a Mac', () => {
  const userAgent = `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15`;

  assert.equal(stepsFor({ userAgent, maxTouchPoints: 5 }, 'browser'), 'ios-safari');
});

test('leads to the system’s own settings where the system refused', () => {
  const systems = {
    [`${ANDROID} Chrome/131.0.0.0 Mobile Safari/537.36`]: 'system-android',
    [`${IPHONE} CriOS/131.0.0.0 Mobile/15E148 Safari/604.1`]: 'system-ios',
    [`${MAC} ${CHROME}`]: 'system-mac',
    [`${WINDOWS} ${CHROME}`]: 'system-windows',
    [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME}`]: 'system-other',
  };
  for (const [userAgent, steps] of Object.entries(systems)) {
    assert.equal(stepsFor({ userAgent, maxTouchPoints: 0 }, 'system'), steps);
    assert.ok(PAGE.includes(`data-steps="${steps}"`), steps);
  }
});

test('has no steps for a browser it does not know', () => {
  assert.equal(stepsFor({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Konqueror' }, 'browser'), 'desk-other');
  assert.ok(!PAGE.includes('data-steps="desk-other"'));
});

test('tells who refused by what Chrome says, and takes the person for it elsewhere', () => {
  assert.equal(refusalOf(new Error('Permission denied by system')), 'system');
  assert.equal(refusalOf(new Error('Permission dismissed')), 'dismissed');
  assert.equal(refusalOf(new Error('Permission denied')), 'browser');
  assert.equal(refusalOf(new Error('The request is not allowed by the user agent or the platform')), 'browser');
  assert.equal(refusalOf(new Error()), 'browser');
});
