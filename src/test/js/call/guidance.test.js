import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { createGuidance, devicesStep, helpFor } = await shipped('guidance');

test('helps with what stands in the way first', () => {
  const cases = [
    [{ state: 'waiting', sms: 'delivered' }, 'sms-delivered'],
    [{ state: 'waiting', sms: 'unknown', link: 'opened' }, 'opened'],
    [{ state: 'starting', sms: 'sent', link: 'in-app' }, 'in-app'],
    [{ state: 'waiting', sms: 'sent', link: 'unsupported' }, 'unsupported'],
    [{ state: 'connecting', sms: 'sent', link: 'opened' }, 'connecting'],
    [{ state: 'connecting', devices: 'asking' }, 'asking'],
    [{ state: 'connecting', devices: 'refused' }, 'refused'],
    [{ state: 'talking', devices: 'occupied', heard: true }, 'occupied'],
    [{ state: 'talking', devices: 'taken', camera: true, microphone: true }, 'taken'],
    [{ state: 'talking', devices: 'none', camera: true, microphone: true }, 'connected'],
    [{ state: 'talking', devices: 'none', camera: true, microphone: true, heard: true }, 'heard'],
    [{ state: 'talking', devices: 'none', camera: false, microphone: false, heard: true }, 'media-off'],
    [{ state: 'reconnecting', devices: 'refused' }, 'reconnecting'],
    [{ state: 'left', link: 'opened' }, 'left'],
  ];
  cases.forEach(([known, help]) => assert.equal(helpFor(known), help, JSON.stringify(known)));
});

test('says the step of their devices only once they are there', () => {
  assert.equal(devicesStep({ state: 'waiting', devices: 'none', camera: true }), 'none');
  assert.equal(devicesStep({ state: 'connecting' }), 'none');
  assert.equal(devicesStep({ state: 'connecting', devices: 'missing' }), 'missing');
  assert.equal(devicesStep({ state: 'talking', devices: 'none', camera: true, microphone: true }), 'camera');
  assert.equal(devicesStep({ state: 'talking', devices: 'none', camera: false, microphone: true }), 'sound-only');
  assert.equal(devicesStep({ state: 'talking', devices: 'none', camera: false, microphone: false }), 'off');
});

test('forgets the devices of whoever left, and keeps what became of the link', () => {
  const said = {};
  const guide = createGuidance({ set: (fact, word) => (said[fact] = word) });
  guide({ link: 'opened' });
  assert.deepEqual(said, { help: 'help-opened', link: 'link-opened', guest: 'guest-none', heard: 'sound-awaited' });

  guide({ state: 'talking' });
  guide({ devices: 'none', camera: true, microphone: true });
  guide({ heard: true });
  assert.deepEqual(said, { help: 'help-heard', link: 'link-none', guest: 'guest-camera', heard: 'sound-heard' });

  guide({ state: 'left' });
  guide({ state: 'connecting' });
  assert.deepEqual(said, { help: 'help-connecting', link: 'link-none', guest: 'guest-none', heard: 'sound-awaited' });
});
