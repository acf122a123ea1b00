import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { nameOf } = await shipped('browsername');

const LIKE = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko)';

test('names a browser and its version, and not whose engine it shares', () => {
  const named = (agent) => Object.values(nameOf(agent)).join(' ');

  assert.equal(named(`${LIKE} Chrome/120.0.0.0 Mobile Safari/537.36`), 'chrome 120');
  assert.equal(named(`${LIKE} Chrome/120.0.0.0 Safari/537.36 Edg/120.0.1`), 'edge 120');
  assert.equal(named(`${LIKE} SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36`), 'samsung 23');
  assert.equal(named('Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'), 'firefox 128');
  assert.equal(
    named('Mozilla/5.0 (iPhone) AppleWebKit/605 (KHTML, like Gecko) Version/17.2 Mobile/15 Safari/604'),
    'safari 17',
  );
  assert.equal(
    named('Mozilla/5.0 (iPhone) AppleWebKit/605 (KHTML, like Gecko) CriOS/119.0 Mobile/15 Safari/604'),
    'chrome 119',
  );
  assert.equal(named('curl/8.0'), 'other 0');
});
