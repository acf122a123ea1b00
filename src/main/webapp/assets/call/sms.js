/** Where the newest SMS is, and since when, as the room says it. */

/**
 * @param {string} since ISO 8601
 * @param {string} timeZone of the site, as all hours of its pages
 * @returns {string} as the page's language writes it: 14 h 05, 2:05 PM
 */
function hour(since, timeZone) {
  const french = document.documentElement.lang === 'fr';
  const time = new Date(since).toLocaleTimeString(french ? 'fr' : 'en', {
    timeZone,
    hour: 'numeric',
    minute: '2-digit',
  });
  return french ? time.replace(/^0/, '').replace(':', '\u00a0h\u00a0') : time;
}

/**
 * @param {Object} view see view.js
 * @param {string} timeZone
 * @param {function({sms: string})} told of each state, see guidance.js
 */
export function createSms(view, timeZone, told) {
  let heard = 0;

  return {
    /** How often there was news. */
    get heard() {
      return heard;
    },
    /** @param {{state: string, since: string=}} news waiting, sent, delivered, failed, expired, unknown */
    tell({ state, since }) {
      heard += 1;
      view.write('sms-hour', since ? ` · ${hour(since, timeZone)}` : '');
      view.set('sms', `sms-${state}`);
      told({ sms: state });
    },
  };
}
