import { decode, encode } from './protocol.js';

/** One WebSocket to the server: says hello, pings, and notices when nobody answers any more. */
const PING_EVERY = 15000;
const ANSWER_WITHIN = 5000;
const OPEN_WITHIN = 10000;

/**
 * @param {Object} ways
 * @param {string} ways.address wss://…
 * @param {string} ways.ticket single use
 * @param {function(Object)} ways.told a message of the server
 * @param {function(import('./protocol.js').Envelope)} ways.relayed an envelope of the other side
 * @param {function(number=)} ways.dropped with the close code, or none when the server fell silent
 */
export function openSocket({ address, ticket, told, relayed, dropped }) {
  const socket = new WebSocket(address);
  let pinging = 0;
  let watching = 0;

  function expectAnswer(within) {
    clearTimeout(watching);
    watching = setTimeout(() => {
      close();
      dropped();
    }, within);
  }

  /** @returns {boolean} whether it is on its way */
  function say(message) {
    const open = socket.readyState === 1;
    if (open) {
      socket.send(JSON.stringify(message));
    }
    return open;
  }

  function ping() {
    say({ type: 'ping' });
    expectAnswer(ANSWER_WITHIN);
  }

  function hear(message) {
    if (message.type === 'welcome') {
      pinging = setInterval(ping, PING_EVERY);
    }
    told(message);
  }

  function relay(envelope) {
    if (envelope) {
      relayed(envelope);
    }
  }

  /** A half-open socket may take minutes to say that it closed: nobody waits for it. */
  function close() {
    clearTimeout(watching);
    clearInterval(pinging);
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  socket.binaryType = 'arraybuffer';
  socket.onopen = () => say({ type: 'hello', ticket });
  socket.onmessage = ({ data }) => {
    clearTimeout(watching);
    return typeof data === 'string' ? hear(JSON.parse(data)) : relay(decode(data));
  };
  socket.onclose = ({ code }) => {
    close();
    dropped(code);
  };
  expectAnswer(OPEN_WITHIN);

  return {
    ping,
    say,
    send: (envelope) => socket.readyState === 1 && socket.send(encode(envelope)),
    close,
  };
}
