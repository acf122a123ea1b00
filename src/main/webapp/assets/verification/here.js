/** What this browser finds out about the service without a relay. */
import { timeSocket } from '../precall/pong.js';
import { finding, judge } from './answer.js';
import { ours, signaling } from '../call/api.js';
import { closing } from './closing.js';

/** Codes by e-mail and links count minutes: a few seconds are no harm. */
const FAR_APART = 5000;
const TICKET_REFUSED = 4401;
const SLOW = 500;

/**
 * @param {string} address the service's own, as its settings have it
 * @param {string} here the origin of this page
 */
export function address(address, here) {
  return new URL(address).origin === here
    ? finding('address', 'WELL', 'well', here)
    : finding('address', 'WRONG', 'other', here, address);
}

/** @param {{secure: boolean, protocol: string, name: string}} page */
export function secure(page) {
  if (page.protocol === 'https:') {
    return finding('secure', 'WELL', 'well');
  }
  return page.secure ? finding('secure', 'CARE', 'local', page.name) : finding('secure', 'WRONG', 'http');
}

/**
 * @param {number} theirs the server's time in milliseconds
 * @param {number} asked when it was asked for, by this browser's clock
 * @param {number} answered when it came
 */
export function clock(theirs, asked, answered) {
  const apart = Math.abs(theirs - (asked + answered) / 2);
  // Halfway is a guess: the time on the way may all be in one direction.
  const sure = apart - (answered - asked) / 2;
  const seconds = Math.round(apart / 1000);
  return sure > FAR_APART ? finding('clock', 'WRONG', 'apart', seconds) : finding('clock', 'WELL', 'well', seconds);
}

/** The address that limits are counted by, and that the journal shows: only a person can tell whose it is. */
export function seen(address, host) {
  if (!/^(127\.|::1$|0:0:0:0:0:0:0:1$)/.test(address)) {
    return finding('seen', 'ASK', 'ask', address);
  }
  return /^(localhost|127\.|\[::1\])/.test(host)
    ? finding('seen', 'WELL', 'same', address)
    : finding('seen', 'WRONG', 'loopback', address);
}

/** @returns {Promise<Object[]>} findings about an answer as it arrives here */
export function answer() {
  return fetch(ours('/prerequis'), { credentials: 'same-origin', cache: 'no-store' }).then(
    (got) => judge(got.headers, location.protocol === 'https:'),
    () => [finding('headers', 'WRONG', 'away')],
  );
}

/** The socket twice: it must speak, and it must refuse whoever has no ticket, in our own words. */
export function socket() {
  const url = signaling();
  return timeSocket(url)
    .then((time) =>
      closing(url).then((code) => {
        const milliseconds = Math.round(time);
        if (code !== TICKET_REFUSED) {
          return finding('socket', 'WRONG', 'changed', milliseconds, code);
        }
        return time > SLOW
          ? finding('socket', 'CARE', 'slow', milliseconds)
          : finding('socket', 'WELL', 'well', milliseconds);
      }),
    )
    .catch(() => finding('socket', 'WRONG', 'blocked'));
}
