import { openSocket } from './socket.js';

/** The way to the server: comes back with a fresh ticket whenever it breaks, and stays away when told to. */
const FIRST_WAIT = 200;
const LONGEST_WAIT = 5000;
/** What was asked while the network was gone may never be answered: it is asked again, each time with more patience. */
const FIRST_PATIENCE = 3000;
const LONGEST_PATIENCE = 15000;
const MORE = 1.6;
const FINAL = { 4409: 'replaced', 4410: 'ended' };
const TICKET_REFUSED = 4401;
const PASSING = ['unreachable', 'busy', 'stopping'];

/**
 * @param {Object} ways
 * @param {string} ways.address wss://…
 * @param {function(): Promise<string>} ways.renew a fresh ticket; rejects with a `reason`
 * @param {Object} ways.heard welcome(peer), peer(state), sms({state, since}), link(state), envelope(envelope), lost(), over(word)
 */
export function createSignaling({ address, renew, heard }) {
  let socket = null;
  let welcomed = false;
  let closed = false;
  let refusals = 0;
  /** A server that has only just started may not have found a session yet: it is believed the second time. */
  let doubted = false;
  let wait = FIRST_WAIT;
  let patience = FIRST_PATIENCE;
  let attempts = 0;
  let retrying = 0;

  const told = {
    welcome({ peer }) {
      welcomed = true;
      refusals = 0;
      doubted = false;
      wait = FIRST_WAIT;
      patience = FIRST_PATIENCE;
      heard.welcome(peer);
    },
    peer: ({ state }) => heard.peer(state),
    sms: heard.sms,
    link: ({ state }) => heard.link(state),
    ended: () => over('ended'),
  };

  function open(ticket) {
    if (!closed) {
      socket = openSocket({
        address,
        ticket,
        told: (message) => told[message.type] && told[message.type](message),
        relayed: heard.envelope,
        dropped,
      });
    }
  }

  function dropped(code) {
    socket = null;
    welcomed = false;
    refusals += code === TICKET_REFUSED ? 1 : 0;
    if (FINAL[code] || refusals > 1) {
      over(FINAL[code] || 'unreachable');
    } else {
      heard.lost();
      retry();
    }
  }

  function retry() {
    // Spread, so that a restarted server is not met by everybody at once.
    retrying = setTimeout(reconnect, wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  function hurry() {
    if (retrying) {
      clearTimeout(retrying);
      reconnect();
    }
  }

  function reconnect() {
    const attempt = (attempts += 1);
    const unlessLate = (act) => (answer) => {
      if (attempt === attempts && !closed) {
        clearTimeout(retrying);
        retrying = 0;
        act(answer);
      }
    };
    retrying = setTimeout(reconnect, patience);
    patience = Math.min(patience * MORE, LONGEST_PATIENCE);
    renew().then(unlessLate(open), unlessLate(refused));
  }

  function refused({ reason }) {
    const again = reason === 'signed-out' && !doubted;
    if (PASSING.includes(reason) || again) {
      doubted = doubted || again;
      retry();
    } else {
      over(reason);
    }
  }

  function over(word) {
    close();
    heard.over(word);
  }

  function close() {
    closed = true;
    welcomed = false;
    clearTimeout(retrying);
    if (socket) {
      socket.close();
      socket = null;
    }
  }

  return {
    open,
    close,
    /** Sends an envelope if the server listens; loses it otherwise. */
    send: (envelope) => welcomed && socket.send(envelope),
    /** Tells the server itself something, if it listens: false otherwise. */
    say: (message) => welcomed && socket.say(message),
    leave: () => welcomed && socket.say({ type: 'leave' }),
    /** The device woke up: find out now whether the socket still lives. */
    wake: () => (welcomed ? socket.ping() : hurry()),
    /** It is on another network: a socket belongs to the one before, and would take seconds to find out. */
    move() {
      if (socket) {
        socket.close();
        dropped();
      }
      hurry();
    },
  };
}
