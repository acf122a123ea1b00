import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { cornerAt } = await shipped('corners');
const { fileName } = await shipped('photos');
const { isBlack } = await shipped('darkness');
const { isTyped } = await shipped('shortcuts');
const { loudness } = await shipped('level');
const { qualityOf } = await shipped('quality');
const { createNews } = await shipped('news');

test('takes a dragged picture to the nearest corner', () => {
  assert.equal(cornerAt({ x: 0.1, y: 0.2 }), 'top-left');
  assert.equal(cornerAt({ x: 0.6, y: 0.2 }), 'top-right');
  assert.equal(cornerAt({ x: 0.4, y: 0.9 }), 'bottom-left');
  assert.equal(cornerAt({ x: 0.5, y: 0.5 }), 'bottom-right');
});

test('names a photo by its day and time', () => {
  assert.equal(fileName(new Date(2026, 10, 4, 9, 5, 7)), 'visio-2026-11-04-09h05m07.jpg');
});

test('calls black what shows nothing, whatever its opacity', () => {
  const picture = (...colour) =>
    Uint8ClampedArray.from(
      Array(12)
        .fill([...colour, 255])
        .flat(),
    );

  assert.ok(isBlack(picture(0, 0, 0)));
  assert.ok(isBlack(picture(9, 12, 8)));
  assert.ok(!isBlack(picture(0, 40, 0)));
});

test('hears on a scale that moves as the ear does', () => {
  const tone = (size) => Uint8Array.from({ length: 1024 }, (unused, at) => 128 + Math.round(size * Math.sin(at / 5)));

  assert.equal(loudness(tone(0)), 0);
  assert.ok(loudness(tone(2)) > 0.2 && loudness(tone(2)) < loudness(tone(20)));
  assert.ok(loudness(tone(127)) > 0.9);
});

test('leaves the letters to whoever types', () => {
  assert.ok(isTyped({ tagName: 'INPUT', type: 'tel' }));
  assert.ok(isTyped({ tagName: 'TEXTAREA' }));
  assert.ok(!isTyped({ tagName: 'INPUT', type: 'radio' }));
  assert.ok(!isTyped({ tagName: 'BUTTON', type: 'button' }));
});

test('says how a call goes by its worst figure', () => {
  const well = { roundTrip: 40, lossIn: 0, lossOut: 0.01 };

  assert.equal(qualityOf(well), 'good');
  assert.equal(qualityOf({ ...well, roundTrip: 350 }), 'fair');
  assert.equal(qualityOf({ ...well, lossIn: 0.05 }), 'fair');
  assert.equal(qualityOf({ ...well, lossOut: 0.2 }), 'poor');
  assert.equal(qualityOf({ ...well, roundTrip: 900 }), 'poor');
  assert.equal(qualityOf({ roundTrip: null, lossIn: 0, lossOut: null }), 'good');
  assert.equal(qualityOf({ roundTrip: null, lossIn: null, lossOut: null }), 'unknown');
});

test('tells its facts once a connection, and again when they change', () => {
  const posted = [];
  const heard = [];
  const delivery = { epoch: 0, post: (type, data) => posted.push([type, data]) };
  let facts = { camera: true };
  const news = createNews({
    delivery,
    facts: () => facts,
    heard: { farMedia: (data) => heard.push(data), photo: () => heard.push('photo') },
  });

  news.tellMedia();
  news.tellPhoto();
  assert.deepEqual(posted, []);

  delivery.epoch = 1000;
  news.tellMedia();
  news.tellMedia();
  facts = { camera: false };
  news.tellMedia();
  delivery.epoch = 1001;
  news.tellMedia();
  assert.equal(posted.length, 3);

  assert.ok(news.hear({ type: 'photo', data: {} }));
  assert.ok(news.hear({ type: 'media', data: { camera: false } }));
  assert.ok(!news.hear({ type: 'offer', data: {} }));
  assert.deepEqual(heard, ['photo', { camera: false }]);

  news.close();
  facts = { camera: true };
  news.tellMedia();
  assert.equal(posted.length, 3);
});
