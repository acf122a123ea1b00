import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { shipped } from './from.js';

const { createSms } = await shipped('sms');

function told(lang, news) {
  globalThis.document = { documentElement: { lang } };
  const page = {};
  const sms = createSms(
    {
      set: (fact, word) => (page[fact] = word),
      write: (place, text) => (page[place] = text),
    },
    'Indian/Reunion',
    ({ sms: state }) => (page.guided = state),
  );
  sms.tell(news);
  return { page, heard: sms.heard };
}

afterEach(() => delete globalThis.document);

test('says the hour of the site as the language of the page writes it', () => {
  const since = '2026-11-24T05:05:00Z';

  assert.deepEqual(told('fr', { state: 'sent', since }), {
    page: { sms: 'sms-sent', 'sms-hour': ' · 9\u00a0h\u00a005', guided: 'sent' },
    heard: 1,
  });
  assert.match(told('en', { state: 'delivered', since }).page['sms-hour'], /^ · 9:05\sAM$/);
});

test('says no hour of what is on its way', () => {
  assert.deepEqual(told('fr', { state: 'waiting', since: '' }).page, {
    sms: 'sms-waiting',
    'sms-hour': '',
    guided: 'waiting',
  });
});
