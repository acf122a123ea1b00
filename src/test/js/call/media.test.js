import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pretendBrowser } from './fake-rtc.js';
import { shipped } from './from.js';

pretendBrowser();
const { createMedia } = await shipped('media');

/** A device's track: what happens to it is written in the phone's diary. */
function track(kind, deviceId, diary) {
  return {
    kind,
    readyState: 'live',
    enabled: true,
    getSettings: () => ({ deviceId }),
    stop() {
      this.readyState = 'ended';
      diary.push(`stop ${deviceId}`);
    },
  };
}

const stream = (...tracks) => ({ getTracks: () => tracks });

/** A device with two cameras, of which only one opens at a time. */
function phone() {
  const diary = [];
  const lost = [];
  const opened = [];
  const listeners = new Set();
  const target = {
    addEventListener: (name) => listeners.add(name),
    removeEventListener: (name) => listeners.delete(name),
  };
  const found = ['front', 'back'].map((deviceId) => ({ kind: 'videoinput', deviceId }));
  const mediaDevices = Object.assign(
    {
      refusal: null,
      enumerateDevices: () => Promise.resolve(found),
      getUserMedia({ audio, video }) {
        if (mediaDevices.refusal) {
          return Promise.reject(mediaDevices.refusal);
        }
        const id = (video && video.deviceId && video.deviceId.exact) || 'front';
        diary.push(`start ${id}`);
        return Promise.resolve(stream(...(audio ? [track('audio', 'mic', diary)] : []), track('video', id, diary)));
      },
    },
    target,
  );
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { mediaDevices } });
  globalThis.document = Object.assign({ hidden: false }, target);
  const facts = [];
  const heard = {
    opened: (one) => opened.push(one.kind),
    changed: () => facts.push(media.facts()),
    lost: (word) => lost.push(word),
  };
  const media = createMedia(heard);
  const first = () => media.adopt(stream(track('audio', 'mic', diary), track('video', 'front', diary)));
  return { media, first, diary, lost, opened, facts, listeners, mediaDevices };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('counts the cameras once it may see them', async () => {
  const { media, first } = phone();

  await first();

  assert.deepEqual(media.facts(), {
    camera: true,
    microphone: true,
    cameras: 2,
    mirrored: true,
    taken: 'none',
  });
});

test('flips by stopping the camera first, and leaves the sound alone', async () => {
  const { media, first, diary, opened } = phone();
  await first();
  opened.length = 0;

  await media.flip();

  assert.deepEqual(diary.slice(0, 2), ['stop front', 'start back']);
  assert.deepEqual(opened, ['video']);
  assert.equal(media.stream.getTracks().length, 2);
});

test('a camera that is off stays off when it is flipped', async () => {
  const { media, first } = phone();
  await first();

  media.toggle('video');
  await media.flip();

  assert.equal(media.stream.getTracks().find((one) => one.kind === 'video').enabled, false);
  assert.equal(media.facts().camera, false);
});

test('goes back to the camera it had if the other one does not open', async () => {
  const { media, first, diary, lost, mediaDevices } = phone();
  await first();
  const open = mediaDevices.getUserMedia;
  mediaDevices.getUserMedia = (wanted) =>
    wanted.video.deviceId.exact ? Promise.reject(new Error()) : open.call(mediaDevices, wanted);

  await media.flip();

  assert.deepEqual(diary.slice(0, 2), ['stop front', 'start front']);
  assert.deepEqual([lost, media.facts().camera, media.facts().mirrored], [[], true, true]);
});

test('tells what a phone call took, and that it gave it back', async () => {
  const { media, first, facts } = phone();
  await first();
  const [audio, video] = media.stream.getTracks();
  facts.length = 0;

  audio.muted = true;
  audio.onmute();
  video.muted = true;
  video.onmute();
  audio.muted = video.muted = false;
  audio.onunmute();

  assert.deepEqual(
    facts.map((one) => one.taken),
    ['audio', 'both', 'none'],
  );
});

test('has no camera that ended for good, so that it is asked for again', async () => {
  const { media, first, mediaDevices } = phone();
  await first();
  const [, video] = media.stream.getTracks();

  mediaDevices.refusal = Object.assign(new Error(), { name: 'NotReadableError' });
  video.readyState = 'ended';
  video.onended();
  await settle();

  assert.deepEqual([media.has('video'), media.has('audio')], [false, true]);
  assert.deepEqual([media.facts().camera, media.facts().taken], [false, 'video']);
});

test('opens again what the system took', async () => {
  const { media, first, diary, opened } = phone();
  await first();
  const [, video] = media.stream.getTracks();
  opened.length = 0;

  video.readyState = 'ended';
  video.onended();
  await settle();

  assert.ok(diary.includes('start front'));
  assert.deepEqual(opened, ['video']);
});

test('asks once for both when both were taken, even in vain', async () => {
  const { media, first, diary, lost, mediaDevices } = phone();
  await first();
  const take = () => {
    const both = media.stream.getTracks();
    both.forEach((one) => Object.assign(one, { readyState: 'ended' }));
    both.forEach((one) => one.onended());
    return settle();
  };

  await take();
  mediaDevices.refusal = Object.assign(new Error(), { name: 'NotReadableError' });
  await take();

  assert.deepEqual(
    diary.filter((line) => line.startsWith('start')),
    ['start front'],
  );
  assert.deepEqual(lost, ['occupied']);
});

test('asks again for what was taken while it asked', async () => {
  const { media, first, diary, mediaDevices } = phone();
  const asked = [];
  await first();
  mediaDevices.getUserMedia = ({ video }) => {
    asked.push(video ? 'video' : 'audio');
    return Promise.resolve(stream(track(video ? 'video' : 'audio', 'fresh', diary)));
  };

  media.stream.getTracks().forEach((one) => {
    one.readyState = 'ended';
    one.onended();
  });
  await settle();

  assert.deepEqual(asked, ['audio', 'video']);
});

test('opens the camera of a browser that does not count them', async () => {
  const { media, first, mediaDevices } = phone();
  mediaDevices.enumerateDevices = () => Promise.reject(new Error());

  await first();

  assert.equal(media.facts().camera, true);
});

test('says in one word why a device did not come back', async () => {
  const { media, first, lost, mediaDevices } = phone();
  await first();
  const [, video] = media.stream.getTracks();

  mediaDevices.refusal = Object.assign(new Error(), { name: 'NotReadableError' });
  video.readyState = 'ended';
  video.onended();
  await settle();

  assert.deepEqual(lost, ['occupied']);
});

test('gives everything back, and what a late prompt brings too', async () => {
  const { media, first, diary, listeners } = phone();
  await first();

  media.close();
  await first();

  assert.deepEqual(diary, ['stop mic', 'stop front', 'stop mic', 'stop front']);
  assert.equal(listeners.size, 0);
  assert.equal(media.stream.getTracks().length, 0);
});
