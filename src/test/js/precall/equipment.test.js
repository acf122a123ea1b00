import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { shipped } from './from.js';

class FakeStream {
  constructor(tracks) {
    this.tracks = tracks;
  }

  getTracks() {
    return this.tracks;
  }
}
globalThis.MediaStream = FakeStream;

const kept = {};
globalThis.localStorage = {
  getItem: (name) => kept[name] || null,
  setItem(name, value) {
    kept[name] = value;
  },
};

const { createEquipment } = await shipped('equipment');

const track = (kind, deviceId) => ({
  kind,
  live: true,
  getSettings: () => ({ deviceId }),
  stop() {
    this.live = false;
  },
});

let asked;
let given;
let told;
let answers;
let equipment;

beforeEach(() => {
  asked = [];
  given = [];
  told = [];
  answers = { audio: 'mic', video: 'cam' };
  const getUserMedia = (wanted) => {
    asked.push(wanted);
    const kinds = ['audio', 'video'].filter((kind) => wanted[kind]);
    const trouble = kinds.map((kind) => answers[kind]).find((answer) => answer.endsWith('Error'));
    if (trouble) {
      return Promise.reject(Object.assign(new Error(trouble), { name: trouble }));
    }
    const tracks = kinds.map((kind) => track(kind, answers[kind]));
    given.push(...tracks);
    return Promise.resolve(new FakeStream(tracks));
  };
  const devices = [
    { kind: 'videoinput', deviceId: 'cam', label: 'Front' },
    { kind: 'videoinput', deviceId: 'other', label: 'Desk' },
    { kind: 'videoinput', deviceId: '', label: '' },
    { kind: 'audioinput', deviceId: 'mic', label: 'Headset' },
  ];
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { mediaDevices: { getUserMedia, enumerateDevices: () => Promise.resolve(devices) } },
  });
  equipment = createEquipment({
    opened: (kind) => told.push(`${kind} opened`),
    failed: (kind, trouble) => told.push(`${kind} ${trouble}`),
  });
});

test('opens both by one prompt', async () => {
  await equipment.start();

  assert.equal(asked.length, 1);
  assert.deepEqual(told, ['audio opened', 'video opened']);
});

test('lets each say its own trouble where both do not open', async () => {
  answers.video = 'NotFoundError';
  await equipment.start();
  assert.deepEqual(told, ['audio opened', 'video missing']);

  told.length = 0;
  Object.assign(answers, { audio: 'NotAllowedError', video: 'NotReadableError' });
  await equipment.start();
  assert.deepEqual(told, ['audio refused', 'video occupied']);
});

test('lets the former device go before it opens another', async () => {
  await equipment.start();
  const changed = equipment.change('video', { id: 'other', label: 'Desk' });
  assert.equal(given.find((one) => one.kind === 'video').live, false);
  await changed;

  assert.deepEqual(asked[1].video.deviceId, { exact: 'other' });
  assert.deepEqual(JSON.parse(kept['visio.camera']), { id: 'other', label: 'Desk' });
  await equipment.change('audio', { id: 'mic', label: 'Headset' });
  assert.deepEqual(asked[2], { audio: { deviceId: { exact: 'mic' } }, video: false });
});

test('lists those that have a name, and says which is used', async () => {
  await equipment.start();

  assert.deepEqual(await equipment.list('video'), [
    { id: 'cam', label: 'Front', used: true },
    { id: 'other', label: 'Desk', used: false },
  ]);
});

test('gives everything back, even what comes after', async () => {
  const starting = equipment.start();
  equipment.close();
  await starting;

  assert.deepEqual(told, []);
  assert.ok(given.length === 2 && given.every((one) => !one.live));
});
