import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeConnection, pretendBrowser } from './fake-rtc.js';
import { shipped } from './from.js';

pretendBrowser();
const { createOutgoing } = await shipped('outgoing');

const camera = { kind: 'video', name: 'camera' };
const other = { kind: 'video', name: 'other camera' };

/** A connection that offers a picture, on a browser with these encodings of it. */
function sending(encodings) {
  const connection = new FakeConnection({});
  const outgoing = createOutgoing(connection);
  const own = new MediaStream();
  own.addTrack(camera);
  outgoing.offerTracks(own);
  const { sender } = connection.places.find(({ receiver }) => receiver.track.kind === 'video');
  sender.getParameters = () => ({ encodings });
  sender.setParameters = (parameters) => {
    sender.parameters = parameters;
    return encodings ? Promise.resolve() : Promise.reject(new Error('InvalidModificationError'));
  };
  return { outgoing, sender };
}

test('holds the picture back', async () => {
  const { outgoing, sender } = sending([{ ssrc: 1 }]);

  await outgoing.limit({ maxBitrate: 100000, scaleResolutionDownBy: 2 });

  assert.deepEqual(sender.parameters.encodings, [{ ssrc: 1, maxBitrate: 100000, scaleResolutionDownBy: 2 }]);
  assert.equal(sender.track, camera);
});

test('pauses the picture, and takes up again with the camera of that time', async () => {
  const { outgoing, sender } = sending([{}]);

  await outgoing.limit(null);
  assert.equal(sender.track, null);
  await outgoing.send(other);
  assert.equal(sender.track, null);

  await outgoing.limit({ maxBitrate: 100000 });
  assert.equal(sender.track, other);
  assert.equal(sender.parameters.encodings[0].maxBitrate, 100000);
});

test('goes without where a browser knows no encodings, and still pauses', async () => {
  const { outgoing, sender } = sending(undefined);

  await outgoing.limit({ maxBitrate: 100000 });
  await outgoing.limit(null);
  assert.equal(sender.track, null);

  sender.setParameters = undefined;
  await outgoing.preferSound();
  await outgoing.limit({ maxBitrate: 100000 });
  assert.equal(sender.track, camera);
});
