import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { createStats } = await shipped('stats');

/** A connection that answers with one list of entries after another. */
function connection(...readings) {
  return { getStats: () => Promise.resolve(new Map(readings.shift().map((entry, index) => [index, entry]))) };
}

async function lastOf(readings) {
  const stats = createStats();
  const one = connection(...readings);
  let figures;
  for (let index = readings.length; index > 0; index -= 1) {
    figures = await stats(one);
  }
  return figures;
}

/** As a Chrome of today words it. */
function today({ at = 0, sent = 0, received = 0, lost = 0, missing = 0, bytes = 0, frames = 0 } = {}) {
  return [
    { type: 'transport', id: 'T', selectedCandidatePairId: 'P2' },
    {
      type: 'candidate-pair',
      id: 'P1',
      nominated: true,
      state: 'succeeded',
      localCandidateId: 'L1',
      remoteCandidateId: 'R',
    },
    {
      type: 'candidate-pair',
      id: 'P2',
      nominated: true,
      state: 'succeeded',
      localCandidateId: 'L2',
      remoteCandidateId: 'R',
      currentRoundTripTime: 0.2,
      availableOutgoingBitrate: 300000,
    },
    { type: 'local-candidate', id: 'L1', candidateType: 'host' },
    { type: 'local-candidate', id: 'L2', candidateType: 'relay', relayProtocol: 'tls' },
    { type: 'remote-candidate', id: 'R', candidateType: 'prflx' },
    {
      type: 'inbound-rtp',
      kind: 'audio',
      timestamp: at,
      packetsReceived: received,
      packetsLost: lost,
      bytesReceived: bytes,
      audioLevel: 0.25,
      totalAudioEnergy: 1.5,
    },
    {
      type: 'inbound-rtp',
      kind: 'video',
      timestamp: at,
      packetsReceived: received,
      packetsLost: lost,
      bytesReceived: bytes,
      framesDecoded: frames,
      frameWidth: 640,
      frameHeight: 480,
    },
    { type: 'outbound-rtp', kind: 'audio', timestamp: at, packetsSent: sent, bytesSent: bytes },
    {
      type: 'outbound-rtp',
      kind: 'video',
      timestamp: at,
      packetsSent: 0,
      bytesSent: bytes,
      qualityLimitationReason: 'bandwidth',
    },
    { type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: 0.123, fractionLost: missing, packetsLost: 0 },
    { type: 'remote-inbound-rtp', kind: 'video', roundTripTime: 0.5, fractionLost: 0.9, packetsLost: 0 },
  ];
}

test('says how the call goes', async () => {
  const figures = await lastOf([
    today(),
    today({ at: 2000, sent: 100, received: 90, lost: 10, missing: 0.05, bytes: 25000, frames: 50 }),
  ]);

  assert.deepEqual(figures, {
    news: true,
    roundTrip: 123,
    lossOut: 0.05,
    lossIn: 0.1,
    bitrateOut: 200000,
    bitrateIn: 200000,
    videoOut: 100000,
    framesIn: 25,
    framesDecoded: 50,
    widthIn: 640,
    heightIn: 480,
    audioLevelIn: 0.25,
    audioEnergyIn: 1.5,
    available: 300000,
    limited: 'bandwidth',
    relayed: true,
    relayProtocol: 'tls',
  });
});

test('knows no rate before a second reading, nor from one connection to the next', async () => {
  const stats = createStats();

  const first = await stats(connection(today({ at: 1000, bytes: 5000 })));
  const other = await stats(connection(today({ at: 2000, bytes: 9000 })));

  assert.deepEqual([first.bitrateIn, first.lossOut, first.framesIn], [null, null, null]);
  assert.equal(other.bitrateIn, null);
  assert.equal(other.roundTrip, 123);
});

test('counts what the other side missed where the browser gives no share', async () => {
  const reading = (sent, lost) => [
    { type: 'outbound-rtp', mediaType: 'audio', timestamp: sent, packetsSent: sent, bytesSent: 0 },
    { type: 'remote-inbound-rtp', mediaType: 'audio', packetsLost: lost },
  ];

  assert.equal((await lastOf([reading(100, 10), reading(200, 30)])).lossOut, 0.2);
  assert.equal((await lastOf([reading(100, 30), reading(200, 29)])).lossOut, 0);
});

test('leaves out the loss of what is not sent any more', async () => {
  const figures = await lastOf([today(), today({ at: 1000, sent: 0 })]);

  assert.equal(figures.lossOut, null);
});

test('tells a new report from one that was read before', async () => {
  const reading = (sent, toldAt) => [
    { type: 'outbound-rtp', kind: 'audio', timestamp: sent, packetsSent: sent, bytesSent: 0 },
    { type: 'outbound-rtp', kind: 'video', timestamp: sent, packetsSent: sent, bytesSent: 0 },
    { type: 'remote-inbound-rtp', kind: 'audio', timestamp: 1, fractionLost: 0.9, roundTripTime: 3 },
    { type: 'remote-inbound-rtp', kind: 'video', timestamp: toldAt, fractionLost: 0.1, roundTripTime: 0.05 },
  ];

  const told = await lastOf([reading(100, 1), reading(200, 2)]);
  const again = await lastOf([reading(100, 1), reading(200, 1)]);

  assert.deepEqual([told.news, told.lossOut, told.roundTrip], [true, 0.1, 50]);
  assert.deepEqual([again.news, again.lossOut], [false, 0.1]);
});

test('reads Firefox 68, which names kinds, pairs and milliseconds its own way', async () => {
  const reading = (at, bytes, frames) => [
    { type: 'candidate-pair', id: 'P', selected: true, localCandidateId: 'L', remoteCandidateId: 'R' },
    { type: 'local-candidate', id: 'L', candidateType: 'host' },
    { type: 'remote-candidate', id: 'R', candidateType: 'relayed' },
    { type: 'inbound-rtp', mediaType: 'video', timestamp: at, bytesReceived: bytes, framesDecoded: frames },
    { type: 'inbound-rtp', mediaType: 'video', isRemote: true, timestamp: at, bytesReceived: 999999 },
    { type: 'remote-inbound-rtp', mediaType: 'video', roundTripTime: 47, packetsLost: 0 },
  ];

  const figures = await lastOf([reading(0, 0, 0), reading(1000, 1000, 30)]);

  assert.deepEqual(
    [figures.roundTrip, figures.relayed, figures.relayProtocol, figures.bitrateIn, figures.framesIn],
    [47, true, null, 8000, 30],
  );
  assert.deepEqual(
    [figures.lossIn, figures.available, figures.limited, figures.audioLevelIn],
    [null, null, null, null],
  );
});

test('reads Safari 11, which describes what is played apart and marks no pair as chosen', async () => {
  const reading = (at, frames) => [
    { type: 'candidate-pair', id: 'P', nominated: false, state: 'failed' },
    {
      type: 'candidate-pair',
      id: 'Q',
      nominated: true,
      state: 'succeeded',
      localCandidateId: 'L',
      currentRoundTripTime: 0.05,
    },
    { type: 'local-candidate', id: 'L', candidateType: 'host' },
    { type: 'inbound-rtp', mediaType: 'audio', timestamp: at, packetsReceived: at, packetsLost: 0, bytesReceived: at },
    { type: 'track', kind: 'video', remoteSource: true, framesDecoded: frames, frameWidth: 320, frameHeight: 240 },
    { type: 'track', kind: 'audio', remoteSource: true, audioLevel: 0.5 },
    { type: 'track', kind: 'audio', remoteSource: false, audioLevel: 0.9 },
  ];

  const figures = await lastOf([reading(1000, 10), reading(2000, 40)]);

  assert.deepEqual(
    [figures.roundTrip, figures.relayed, figures.framesIn, figures.widthIn, figures.audioLevelIn],
    [50, false, 30, 320, 0.5],
  );
});

test('says nothing of what it is not told', async () => {
  const figures = await lastOf([[], []]);

  assert.equal(figures.news, true);
  assert.deepEqual(new Set(Object.values(Object.assign(figures, { news: null }))), new Set([null]));
});
