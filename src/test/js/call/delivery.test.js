import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { shipped } from './from.js';

const { createDelivery } = await shipped('delivery');

/** Two ends with a wire that can be cut; what each end was given is in `got`. */
function pair() {
  const wire = { cut: false, sent: [] };
  const end = (name, follow) => {
    const got = [];
    const delivery = createDelivery({
      transmit: (envelope) => wire.cut || wire.sent.push([name, envelope]),
      deliver: (envelope) => got.push(envelope.type === 'ask' ? 'ask' : `${envelope.epoch}/${envelope.number}`),
      follow,
    });
    return { got, delivery };
  };
  const organizer = end('organizer');
  const participant = end('participant', () => undefined);
  const run = () => {
    while (wire.sent.length) {
      const [name, envelope] = wire.sent.shift();
      (name === 'organizer' ? participant : organizer).delivery.receive(envelope);
    }
  };
  return { wire, run, organizer, participant };
}

test('hands on each envelope once and in order', () => {
  const { organizer, participant, wire, run } = pair();
  organizer.delivery.open(1001);
  ['media', 'offer', 'candidates'].forEach((type) => organizer.delivery.post(type, {}));

  wire.sent = [wire.sent[2], wire.sent[0], wire.sent[0], wire.sent[1], wire.sent[2]];
  run();

  assert.deepEqual(participant.got, ['1001/1', '1001/2', '1001/3']);
});

test('replays what was lost, and only that once it is acknowledged', () => {
  const { organizer, participant, wire, run } = pair();
  organizer.delivery.open(1001);
  organizer.delivery.post('offer', {});
  run();
  wire.cut = true;
  organizer.delivery.post('candidates', {});
  wire.cut = false;

  participant.delivery.post('answer', {});
  run();
  organizer.delivery.replay();
  const replayed = wire.sent.map(([, envelope]) => envelope.number);
  run();

  assert.deepEqual(replayed, [2]);
  assert.deepEqual(participant.got, ['1001/1', '1001/2']);
});

test('acknowledges by itself when nothing else carries it', (t) => {
  t.after(() => mock.timers.reset());
  mock.timers.enable({ apis: ['setTimeout'] });
  const { organizer, wire, run } = pair();
  organizer.delivery.open(1001);
  organizer.delivery.post('offer', {});
  run();

  mock.timers.tick(200);

  const [[name, envelope]] = wire.sent;
  assert.deepEqual([name, envelope.type, envelope.number, envelope.ack], ['participant', 'ack', 0, 1]);
});

test('acknowledges a duplicate again, since the first acknowledgement was lost', (t) => {
  t.after(() => mock.timers.reset());
  mock.timers.enable({ apis: ['setTimeout'] });
  const { organizer, participant, wire, run } = pair();
  organizer.delivery.open(1001);
  organizer.delivery.post('offer', {});
  run();
  wire.cut = true;
  mock.timers.tick(200);
  wire.cut = false;

  organizer.delivery.replay();
  run();
  mock.timers.tick(200);
  run();
  organizer.delivery.replay();

  assert.deepEqual(wire.sent, []);
  assert.deepEqual(participant.got, ['1001/1']);
});

test('follows a higher epoch and ignores a lower one', () => {
  const followed = [];
  const got = [];
  const deliver = (envelope) => got.push(`${envelope.epoch}/${envelope.number}`);
  const delivery = createDelivery({ transmit: () => undefined, deliver, follow: (epoch) => followed.push(epoch) });
  const envelope = (epoch, number) => ({ epoch, number, ack: 0, type: 'offer', data: {} });

  [envelope(1001, 1), envelope(2001, 1), envelope(1001, 2), envelope(2001, 2)].forEach(delivery.receive);

  assert.deepEqual(followed, [1001, 2001]);
  assert.deepEqual(got, ['1001/1', '2001/1', '2001/2']);
  delivery.close();
});

test('does not let the participant open an epoch on the organizer', () => {
  const { organizer } = pair();
  organizer.delivery.open(1001);

  organizer.delivery.receive({ epoch: 9001, number: 1, ack: 0, type: 'answer', data: {} });

  assert.equal(organizer.delivery.epoch, 1001);
  assert.deepEqual(organizer.got, []);
});

test('lets a participant without any epoch ask for an offer', () => {
  const { organizer, participant, run } = pair();
  organizer.delivery.open(1001);

  participant.delivery.ask();
  run();

  assert.deepEqual(organizer.got, ['ask']);
});

test('knows whether anything of its epoch has arrived', () => {
  const { organizer, participant, run } = pair();
  const { delivery } = organizer;
  delivery.open(1001);
  delivery.post('offer', {});
  run();
  const before = delivery.acknowledged;
  participant.delivery.post('answer', {});
  run();
  const after = delivery.acknowledged;
  delivery.open(1002);

  assert.deepEqual([before, after, delivery.acknowledged], [false, true, false]);
});
