import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { FakeConnection, pretendBrowser } from './fake-rtc.js';
import { shipped } from './from.js';

pretendBrowser();
const { createNegotiation } = await shipped('negotiation');
const { openPeer } = await shipped('peer');

const settle = () => new Promise((resolve) => setImmediate(resolve));
const camera = { kind: 'video' };

function side(organizer, tracks = []) {
  const posted = [];
  const states = [];
  const texts = [];
  const texted = ({ label }) => texts.push(label);
  const own = new MediaStream();
  tracks.forEach((track) => own.addTrack(track));
  let epoch = 0;
  let read = false;
  const negotiation = createNegotiation({
    organizer,
    delivery: {
      open: () => undefined,
      post: (type, data) => posted.push(data.sdp || type),
      ask: () => posted.push('ask'),
      replay: () => posted.push('replay'),
      get acknowledged() {
        return read;
      },
    },
    connect: (ways) => openPeer(Object.assign({ configuration: { iceServers: [] }, texted }, ways)),
    own: () => own,
    settled: Promise.resolve(),
    nextEpoch: () => (epoch += 1),
    opened: () => states.push('opened'),
    changed: (state) => states.push(state),
  });
  const hear = (type, data) => negotiation.hear({ type, data });
  const acknowledge = () => {
    read = true;
  };
  return {
    own,
    negotiation,
    posted,
    states,
    texts,
    hear,
    acknowledge,
    connection: () => FakeConnection.all[FakeConnection.all.length - 1],
  };
}

async function organizerInCall() {
  const one = side(true, [camera]);
  one.negotiation.offer();
  await settle();
  one.hear('answer', { sdp: 'answer' });
  await settle();
  one.connection().becomes('connected');
  one.posted.length = 0;
  return one;
}

beforeEach(() => {
  FakeConnection.all = [];
  mock.timers.enable({ apis: ['setTimeout'] });
});

afterEach(() => mock.timers.reset());

test('the organizer offers both kinds, with the tracks there are, in one bundle', async () => {
  const { negotiation, posted, connection } = side(true, [camera]);

  negotiation.offer();
  await settle();

  assert.deepEqual(posted, ['offer']);
  assert.equal(connection().configuration.bundlePolicy, 'max-bundle');
  assert.deepEqual(
    connection().places.map((place) => [place.receiver.track.kind, place.sender.track, place.direction]),
    [
      ['audio', null, 'sendrecv'],
      ['video', camera, 'sendrecv'],
    ],
  );
});

test('the first offer carries the way for text, and a restart no other', async () => {
  const organizer = await organizerInCall();
  assert.deepEqual([organizer.texts, organizer.connection().carried], [['text'], 'text']);

  organizer.negotiation.moved();
  await settle();
  assert.deepEqual([organizer.posted, organizer.texts], [['offer restart'], ['text']]);

  const participant = await participantInCall();
  assert.deepEqual(participant.texts, []);
  participant.connection().ondatachannel({ channel: { label: 'text' } });
  assert.deepEqual(participant.texts, ['text']);
});

test('the participant answers before its camera is open, and sends it later', async () => {
  const { negotiation, posted, hear, connection } = side(false);

  negotiation.follow();
  hear('offer', { sdp: 'offer' });
  await settle();
  await negotiation.send(camera);

  assert.deepEqual(posted, ['answer']);
  assert.deepEqual(
    connection().places.map((place) => [place.direction, place.sender.track]),
    [
      ['sendrecv', null],
      ['sendrecv', camera],
    ],
  );
});

test('the participant sends the camera it flipped to, at whatever moment of the answer', async () => {
  const other = { kind: 'video' };
  for (let moment = 0; moment < 16; moment += 1) {
    const { own, negotiation, hear, connection } = side(false, [camera]);
    negotiation.follow();
    hear('offer', { sdp: 'offer' });
    for (let step = 0; step < moment; step += 1) {
      await undefined;
    }

    own.removeTrack(camera);
    own.addTrack(other);
    await negotiation.send(other);
    await settle();

    assert.equal(connection().places[1].sender.track, other, `${moment} steps after the offer`);
  }
});

test('the participant never offers: it asks, unless an offer is there', async () => {
  const { negotiation, posted, hear } = side(false);

  negotiation.askIfNeeded();
  negotiation.follow();
  negotiation.askIfNeeded();
  hear('offer', { sdp: 'offer' });
  negotiation.askIfNeeded();
  await settle();

  assert.deepEqual(posted, ['ask', 'ask', 'answer']);
});

test('asked again, the organizer replays an offer that was lost, and renews one that arrived', async () => {
  const { negotiation, posted, hear, acknowledge } = side(true);
  negotiation.offer();
  await settle();

  hear('ask', {});
  acknowledge();
  hear('ask', {});
  await settle();

  assert.deepEqual(posted, ['offer', 'replay', 'offer']);
  assert.deepEqual(
    FakeConnection.all.map((connection) => connection.closed),
    [true, false],
  );
});

test('says that the connection never broke when the other side is back', async () => {
  const { negotiation, posted, states, connection } = await organizerInCall();
  states.length = 0;

  negotiation.rejoined();
  connection().becomes('disconnected');
  negotiation.rejoined();
  await settle();

  assert.deepEqual(states, ['connected', 'disconnected']);
  assert.deepEqual(posted, ['offer restart']);
});

test('restarts ICE 2.5 s after it is disconnected, unless it healed', async () => {
  const { posted, connection } = await organizerInCall();

  connection().becomes('disconnected');
  mock.timers.tick(2000);
  connection().becomes('connected');
  mock.timers.tick(10000);
  await settle();
  assert.deepEqual(posted, []);

  connection().becomes('disconnected');
  mock.timers.tick(2500);
  await settle();
  assert.deepEqual(posted, ['offer restart']);
});

test('restarts ICE at once when it failed, by either of its states', async () => {
  const { posted, connection } = await organizerInCall();

  connection().connectionState = 'failed';
  connection().onconnectionstatechange();
  mock.timers.tick(0);
  await settle();

  assert.deepEqual(posted, ['offer restart']);
});

test('works where there is no connectionState', async () => {
  const { posted, states, connection } = await organizerInCall();

  connection().connectionState = undefined;
  connection().iceConnectionState = 'completed';
  connection().oniceconnectionstatechange();
  connection().iceConnectionState = 'failed';
  connection().oniceconnectionstatechange();
  mock.timers.tick(0);
  await settle();

  assert.deepEqual(states.slice(-2), ['connected', 'failed']);
  assert.deepEqual(posted, ['offer restart']);
});

test('restarts again after the answer when the network changed meanwhile', async () => {
  const { negotiation, posted, hear } = await organizerInCall();

  negotiation.moved();
  await settle();
  negotiation.moved();
  await settle();
  assert.deepEqual(posted, ['offer restart']);

  hear('answer', { sdp: 'answer' });
  await settle();
  assert.deepEqual(posted, ['offer restart', 'offer restart']);
});

test('restarts once for two reasons at the same moment, and once more for a network that was gone meanwhile', async () => {
  const { negotiation, posted, hear, connection } = await organizerInCall();

  connection().becomes('failed');
  negotiation.rejoined();
  mock.timers.tick(0);
  negotiation.rejoined();
  await settle();
  assert.deepEqual(posted, ['offer restart']);

  hear('answer', { sdp: 'answer' });
  await settle();
  assert.deepEqual(posted, ['offer restart', 'offer restart']);

  hear('answer', { sdp: 'answer' });
  await settle();
  assert.deepEqual(posted, ['offer restart', 'offer restart']);
});

test('leaves a first way to be found when the other side takes its seat', async () => {
  const { negotiation, posted, hear } = side(true);
  negotiation.offer();
  await settle();
  hear('answer', { sdp: 'answer' });
  await settle();

  negotiation.rejoined();
  await settle();

  assert.deepEqual(posted, ['offer']);
});

test('renews an offer that nobody answered when the network changes', async () => {
  const { negotiation, posted } = side(true);
  negotiation.offer();
  await settle();

  negotiation.moved();
  await settle();

  assert.deepEqual(posted, ['offer', 'offer']);
  assert.equal(FakeConnection.all.length, 2);
});

test('adds candidates after the offer, and minds no useless one', async () => {
  const { negotiation, hear, connection, posted } = side(false);

  negotiation.follow();
  hear('offer', { sdp: 'offer' });
  hear('candidates', { candidates: ['useless', 'good'] });
  await settle();

  assert.deepEqual(connection().candidates, ['useless', 'good']);
  assert.deepEqual(posted, ['answer']);
});

test('sends its own candidates together', async () => {
  const { negotiation, connection, posted } = side(true);
  negotiation.offer();
  await settle();

  ['a', 'b', ''].forEach((candidate) => connection().onicecandidate({ candidate: { candidate, sdpMid: '0' } }));
  connection().onicecandidate({ candidate: null });
  mock.timers.tick(50);

  assert.deepEqual(posted, ['offer', 'candidates']);
});

async function participantInCall() {
  const one = side(false);
  one.negotiation.follow();
  one.hear('offer', { sdp: 'offer' });
  await settle();
  one.connection().becomes('connected');
  one.posted.length = 0;
  return one;
}

test('the participant asks for a restart when its network changes, even with one on its way', async () => {
  const { negotiation, posted } = await participantInCall();

  negotiation.moved();
  negotiation.moved();

  assert.deepEqual(posted, ['restart', 'restart']);
});

test('the participant asks once for a connection that failed, until an offer comes', async () => {
  const { posted, hear, connection } = await participantInCall();

  connection().becomes('failed');
  mock.timers.tick(0);
  mock.timers.tick(8000);
  assert.deepEqual(posted, ['restart']);

  hear('offer', { sdp: 'offer restart' });
  await settle();
  mock.timers.tick(8000);
  assert.deepEqual(posted, ['restart', 'answer', 'restart']);
});

test('the organizer restarts ICE when asked, though its own end looks well', async () => {
  const { posted, hear } = await organizerInCall();

  hear('restart', { must: false });
  hear('restart', { must: false });
  await settle();

  assert.deepEqual(posted, ['offer restart']);
});

test('looks for another way when the first one is not found', async () => {
  const { negotiation, posted, hear } = side(true);
  negotiation.offer();
  await settle();
  hear('answer', { sdp: 'answer' });
  await settle();

  mock.timers.tick(14999);
  await settle();
  assert.deepEqual(posted, ['offer']);

  mock.timers.tick(1);
  await settle();
  assert.deepEqual(posted, ['offer', 'offer restart']);
});

const FRESH = { iceServers: ['fresh'], iceTransportPolicy: 'relay' };

test('takes fresh relays into the connection that lives', async () => {
  const { negotiation, posted, connection } = await organizerInCall();

  negotiation.configure(FRESH);
  negotiation.moved();
  await settle();

  assert.deepEqual(connection().configuration, Object.assign({ bundlePolicy: 'max-bundle' }, FRESH));
  assert.deepEqual(posted, ['offer restart']);
});

test('starts anew instead of restarting where a connection takes no fresh relays', async (context) => {
  const { setConfiguration } = FakeConnection.prototype;
  context.after(() => Object.assign(FakeConnection.prototype, { setConfiguration }));
  FakeConnection.prototype.setConfiguration = undefined;
  const organizer = await organizerInCall();
  organizer.negotiation.configure(FRESH);
  organizer.negotiation.moved();
  await settle();
  assert.deepEqual(organizer.posted, ['offer']);

  const participant = await participantInCall();
  participant.negotiation.configure(FRESH);
  participant.hear('offer', { sdp: 'offer restart' });
  assert.deepEqual(participant.posted, ['ask']);
});

test('says nothing for a connection that is closed', async () => {
  const { negotiation, posted, connection } = side(true);

  negotiation.offer();
  const first = connection();
  negotiation.close();
  await settle();

  assert.deepEqual(posted, []);
  assert.equal(first.closed, true);
});

test('asks for another offer when it cannot read one', async () => {
  const warn = mock.method(console, 'warn', () => undefined);
  const { negotiation, posted, hear } = side(false);
  negotiation.follow();

  hear('offer', { sdp: 'broken' });
  await settle();
  mock.timers.tick(2500);
  warn.mock.restore();
  const asked = () => posted.filter((one) => one === 'ask').length;
  assert.equal(asked(), 1);

  negotiation.askIfNeeded();
  assert.equal(asked(), 2);
});
