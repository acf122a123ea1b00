/**
 * Makes the relay reliable from browser to browser: what was sent is kept until the other side acknowledges it, and
 * what arrives is handed on once, in order. It knows nothing of sockets.
 */
const ACK_DELAY = 200;
const MOST_HELD = 256;

/**
 * @param {Object} ways
 * @param {function(import('./protocol.js').Envelope)} ways.transmit may lose the envelope: replay() sends it again
 * @param {function(import('./protocol.js').Envelope)} ways.deliver each counted envelope once, in order; and every `ask`
 * @param {function(number)} [ways.follow] told of a higher epoch of the other side, which becomes ours
 */
export function createDelivery({ transmit, deliver, follow }) {
  let epoch = 0;
  let sent = 0;
  let received = 0;
  let unacknowledged = [];
  let acknowledging = 0;
  const held = new Map();

  function emit(envelope) {
    clearTimeout(acknowledging);
    transmit(Object.assign({}, envelope, { ack: received }));
  }

  function acknowledgeSoon() {
    clearTimeout(acknowledging);
    acknowledging = setTimeout(() => aside('ack'), ACK_DELAY);
  }

  function aside(type) {
    emit({ epoch, number: 0, ack: 0, type, data: {} });
  }

  function open(next) {
    clearTimeout(acknowledging);
    epoch = next;
    sent = 0;
    received = 0;
    unacknowledged = [];
    held.clear();
  }

  function handOn() {
    while (held.has(received + 1)) {
      received += 1;
      const next = held.get(received);
      held.delete(received);
      deliver(next);
    }
  }

  function receive(envelope) {
    if (envelope.type === 'ask') {
      deliver(envelope);
      return;
    }
    if (follow && envelope.epoch > epoch) {
      open(envelope.epoch);
      follow(epoch);
    }
    if (envelope.epoch !== epoch) {
      return;
    }
    unacknowledged = unacknowledged.filter((own) => own.number > envelope.ack);
    if (envelope.number === 0) {
      return;
    }
    // A duplicate too: the other side repeats itself because our acknowledgement was lost.
    acknowledgeSoon();
    if (envelope.number > received && envelope.number <= received + MOST_HELD) {
      held.set(envelope.number, envelope);
      handOn();
    }
  }

  return {
    get epoch() {
      return epoch;
    },
    /** Something of this epoch has reached the other side. */
    get acknowledged() {
      return sent > unacknowledged.length;
    },
    open,
    receive,
    /** Sends a counted envelope of the current epoch. */
    post(type, data) {
      sent += 1;
      const envelope = { epoch, number: sent, ack: 0, type, data };
      unacknowledged.push(envelope);
      emit(envelope);
    },
    /** Asks for an offer; outside the count, since the asker may not know the epoch. */
    ask: () => aside('ask'),
    /** Sends again all that is not acknowledged, in order. */
    replay: () => unacknowledged.forEach(emit),
    close: () => clearTimeout(acknowledging),
  };
}
