import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { shipped } from './from.js';

const { createReader } = await shipped('reader');
const { createListening, voiceFor } = await shipped('ways');

const FRENCH = { lang: 'fr_FR', localService: true };
const LENT = { lang: 'ar-SA', localService: false };

class Utterance {
  constructor(text) {
    this.text = text;
  }
}

let page;
let said;
let speech;
let spoken;
const view = { set: (fact, word) => (said[fact] = word) };
const root = { querySelectorAll: () => page };
const sentence = (innerText, shown = true) => ({ innerText, getClientRects: () => (shown ? [{}] : []) });
const reader = (goesOn) => createReader({ root, view, language: 'fr', goesOn, speech, Utterance });
const texts = () => spoken.map(({ text }) => text);

beforeEach(() => {
  page = [sentence('Camille\n vous invite.'), sentence('Plus tard.', false), sentence(' ')];
  said = {};
  spoken = [];
  speech = {
    getVoices: () => [LENT, FRENCH],
    speak: (one) => spoken.push(one),
    cancel: () => (spoken = []),
  };
  globalThis.window = { addEventListener: () => undefined, speechSynthesis: speech };
  globalThis.SpeechSynthesisUtterance = Utterance;
});

afterEach(() => {
  delete globalThis.window;
  delete globalThis.document;
  delete globalThis.SpeechSynthesisUtterance;
});

test('takes a voice of the device, never one from the network', () => {
  assert.equal(voiceFor('fr', [LENT, FRENCH]), FRENCH);
  assert.equal(voiceFor('ar', [LENT, FRENCH]), undefined);
});

test('offers to read once a voice is there', () => {
  let voices = [];
  speech.getVoices = () => voices;
  globalThis.document = { documentElement: { classList: { contains: () => false }, lang: 'fr' } };

  createListening(root, view);
  assert.equal(said.speech, 'speech-none');
  voices = [FRENCH];
  speech.onvoiceschanged();
  assert.equal(said.speech, 'speech-there');
});

test('offers nothing where the browser has no voices at all', () => {
  delete globalThis.window.speechSynthesis;
  globalThis.document = { documentElement: { classList: { contains: () => false }, lang: 'fr' } };

  createListening(root, view).tell('ready');

  assert.equal(said.speech, undefined);
});

test('reads what is shown, and says when it is over', () => {
  reader(false).press();

  assert.deepEqual(texts(), ['Camille vous invite.']);
  assert.equal(spoken[0].voice, FRENCH);
  assert.equal(said.reading, 'reading-on');
  spoken[0].onend();
  assert.equal(said.reading, 'reading-off');
});

test('stops at the second tap, and does not mind the end of what it stopped', () => {
  const one = reader(false);
  one.press();
  const [first] = spoken;
  one.press();
  assert.deepEqual([texts(), said.reading], [[], 'reading-off']);

  one.press();
  first.onend();
  assert.equal(said.reading, 'reading-on');
});

test('is silent when the page changes, unless it was asked to go on', () => {
  const ordinary = reader(false);
  ordinary.press();
  ordinary.tell('asking');
  assert.deepEqual([texts(), said.reading], [[], 'reading-off']);

  const easy = reader(true);
  easy.tell('ready');
  assert.deepEqual(texts(), []);
  easy.press();
  page = [sentence('Une question s’affiche.')];
  easy.tell('asking');
  assert.deepEqual(texts(), ['Une question s’affiche.']);
});

test('never talks over a call', () => {
  const easy = reader(true);
  easy.press();
  for (const state of ['connecting', 'talking', 'reconnecting']) {
    easy.tell(state);
    assert.deepEqual([texts(), said.reading], [[], 'reading-off'], state);
  }
});
