/** One relay address, tried with a real exchange: out to the relay, to the relay of the other end, and back. */
import { openLoop } from '../precall/loop.js';
import { kindOf } from '../precall/routes.js';
import { finding } from './answer.js';

const WITHIN = 8000;
const ECHO_WITHIN = 3000;
/** STUN's error codes (RFC 8656 §19), and the one of browsers for "no answer" (WebRTC, icecandidateerror). */
const WORDS = { 401: 'credentials', 441: 'credentials', 486: 'full', 508: 'full', 403: 'refused', 701: 'unreachable' };

/** @param {number[]} codes as the browser told them; the server's own say more than that nobody answered */
export function wordFor(codes, kind) {
  const told = codes.map((code) => WORDS[code]).filter(Boolean);
  const word = told.find((one) => one !== 'unreachable') || told[0] || 'silent';
  return word === 'unreachable' && kind === 'tls' ? 'certificate' : word;
}

/** @returns {Promise<number>} milliseconds there and back */
function echo({ near, far }) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no echo')), ECHO_WITHIN);
    const sent = performance.now();
    far.bulk.onmessage = ({ data }) => far.bulk.send(data);
    near.bulk.onmessage = () => {
      clearTimeout(timer);
      resolve(performance.now() - sent);
    };
    near.bulk.send('echo');
  });
}

/** Ends the wait when the browser has found no relay and looks for no more. */
function watch(codes, none) {
  return (connection) => {
    let found = false;
    connection.addEventListener('icecandidate', ({ candidate }) => {
      found = found || Boolean(candidate && candidate.candidate);
    });
    connection.addEventListener('icecandidateerror', ({ errorCode }) => codes.push(errorCode));
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete' && !found) {
        none();
      }
    });
  };
}

/**
 * @param {{username: string, credential: string}} server
 * @param {string} url the only address tried
 * @returns {Promise<Object>} the finding, about this address; the time to open is in milliseconds
 */
export function tryRelay(server, url) {
  const codes = [];
  const start = performance.now();
  const configuration = { iceServers: [Object.assign({}, server, { urls: [url] })], iceTransportPolicy: 'relay' };
  let loop = null;
  let given = false;
  const way = new Promise((resolve, reject) => {
    const opening = openLoop(
      configuration,
      WITHIN,
      watch(codes, () => reject(new Error('no relay'))),
    );
    opening.then((open) => (given ? open.close() : resolve(open)), reject);
  });
  return way
    .then((open) => {
      loop = open;
      const opened = Math.round(performance.now() - start);
      return echo(open).then((time) => finding('relay', 'WELL', 'well', opened, Math.round(time)));
    })
    .catch(() => {
      given = true;
      return finding('relay', 'WRONG', loop ? 'mute' : wordFor(codes, kindOf(url)));
    })
    .then((found) => {
      if (loop) {
        loop.close();
      }
      return Object.assign(found, { of: url });
    });
}

/** @returns {{server: Object, url: string}[]} each address with its server */
export function addresses(iceServers) {
  return iceServers.reduce((all, server) => all.concat(server.urls.map((url) => ({ server, url }))), []);
}
