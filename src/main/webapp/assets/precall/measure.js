import { median } from './pong.js';

/**
 * How good a way through a relay is. What goes once through the loop has gone up to the relay and down again: that is
 * a round trip of its own, and an echo is two of them.
 */
const PACKETS = 50;
const EVERY = 30;
const LAST_ECHO = 1000;
const PACKET = 200;

const CHUNK = 16 * 1024;
const TICK = 50;
const CHUNKS_A_TICK = 2;
const WAITING_AT_MOST = 4 * CHUNK;
const DURATION = 2000;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * @param {number} sent packets
 * @param {number[]} echoes milliseconds of each that came back
 * @returns {{roundTrip: ?number, loss: number}} milliseconds, and the share lost in one passage, from 0 to 1
 */
export function sum(sent, echoes) {
  return {
    roundTrip: echoes.length ? median(echoes) / 2 : null,
    loss: 1 - Math.sqrt(echoes.length / sent),
  };
}

function probe({ near, far }) {
  const times = [];
  const echoes = [];
  const body = 'x'.repeat(PACKET);
  far.probe.onmessage = ({ data }) => far.probe.send(data);
  near.probe.onmessage = ({ data }) => echoes.push(performance.now() - times[parseInt(data, 10)]);
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      times.push(performance.now());
      if (near.probe.readyState === 'open') {
        near.probe.send(`${times.length - 1} ${body}`);
      }
      if (times.length === PACKETS) {
        clearInterval(timer);
        resolve();
      }
    }, EVERY);
  })
    .then(() => wait(LAST_ECHO))
    .then(() => sum(PACKETS, echoes));
}

const takes = (channel) => channel.readyState === 'open' && channel.bufferedAmount < WAITING_AT_MOST;

/** As fast as the way carries, up to 5 Mbit/s: more than a call takes, and no burden to the others. */
function flood({ near, far }) {
  const chunk = new Uint8Array(CHUNK);
  let first = 0;
  let bytes = 0;
  far.bulk.binaryType = 'arraybuffer';
  far.bulk.onmessage = ({ data }) => {
    first = first || performance.now();
    bytes += data.byteLength;
  };
  const timer = setInterval(() => {
    for (let sent = 0; sent < CHUNKS_A_TICK && takes(near.bulk); sent += 1) {
      near.bulk.send(chunk);
    }
  }, TICK);
  return wait(DURATION).then(() => {
    clearInterval(timer);
    const lasted = first ? performance.now() - first : DURATION;
    return { megabits: (bytes * 8) / lasted / 1000 };
  });
}

/** @returns {Promise<{roundTrip: ?number, loss: number, megabits: number}>} one after the other, so that each is itself */
export function measure(loop) {
  return probe(loop).then((quiet) => flood(loop).then((busy) => Object.assign(quiet, busy)));
}
