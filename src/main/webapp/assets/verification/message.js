/** A test message to oneself, followed until it is settled. */
import { post } from '../call/api.js';

const EVERY = 2000;
const MOST = 60;
const ON_ITS_WAY = ['WAITING', 'CLAIMED'];

/** SMS that were sent may still be acknowledged by the phone. */
const settled = (channel, delivery) => !ON_ITS_WAY.includes(delivery) && !(channel === 'SMS' && delivery === 'SENT');

/**
 * @param {string} channel MAIL or SMS
 * @param {function(string)} told where it is: a word of the server's, `busy` or `unreachable`
 */
export function sendToMyself(channel, told, ask = post) {
  let looks = 0;

  function look({ delivery }) {
    told(delivery);
    looks += 1;
    if (settled(channel, delivery) || looks > MOST) {
      return undefined;
    }
    return new Promise((resolve) => setTimeout(resolve, EVERY)).then(() =>
      ask('/api/admin/verification/delivery', { channel }).then(look),
    );
  }

  return ask('/api/admin/verification/message', { channel })
    .then(look)
    .catch(({ reason }) => told(reason));
}
