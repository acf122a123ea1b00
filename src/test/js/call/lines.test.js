import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { LONGEST_LINE, LONGEST_MESSAGE, MOST_LINES, createRead, createWritten, parse, split } = await shipped('lines');

const line = (number, text, ended) => ({ type: 'line', number, text, ended });

test('understands its two messages, and nothing else that a stranger may send', () => {
  const sound = [{ type: 'hello', me: 'a', you: '', read: 0 }, line(1, 'Bonjour', false), line(2, '', true)];
  sound.forEach((message) => assert.deepEqual(parse(JSON.stringify(message)), message));

  const strange = [
    '',
    'null',
    '[]',
    '{"type":"line"',
    '{"type":"toString"}',
    new ArrayBuffer(8),
    JSON.stringify({ type: 'hello', me: '', you: '', read: 0 }),
    JSON.stringify({ type: 'hello', me: 'a'.repeat(33), you: '', read: 0 }),
    JSON.stringify({ type: 'hello', me: 'a', you: {}, read: 0 }),
    JSON.stringify({ type: 'hello', me: 'a', you: '', read: -1 }),
    JSON.stringify(line(0, 'a', true)),
    JSON.stringify(line(1.5, 'a', true)),
    JSON.stringify(line(1, ['a'], true)),
    JSON.stringify(line(1, 'a', 'yes')),
    JSON.stringify(line(1, 'a'.repeat(LONGEST_LINE + 1), true)),
    JSON.stringify(line(1, 'a', true)).padEnd(LONGEST_MESSAGE + 1),
  ];
  strange.forEach((data) => assert.equal(parse(data), null, String(data)));
});

test('its longest line fits a message, whatever the letters', () => {
  const worst = line(Number.MAX_SAFE_INTEGER, '\u0001'.repeat(LONGEST_LINE), false);

  assert.deepEqual(parse(JSON.stringify(worst)), worst);
});

test('ends a line where the person does, and where it grows too long', () => {
  assert.deepEqual(split('Bonjour'), ['Bonjour']);
  assert.deepEqual(split('Bonjour\n'), ['Bonjour', '']);
  assert.deepEqual(split('un\r\ndeux\rtrois'), ['un', 'deux', 'trois']);

  const words = 'mot '.repeat(200);
  assert.equal(split(words).join(''), words);
  split(words).forEach((one) => assert.ok(one.length <= LONGEST_LINE && /^mot|^$/.test(one)));

  const faces = 'a' + '😀'.repeat(LONGEST_LINE);
  assert.equal(split(faces).join(''), faces);
  split(faces).forEach((one) => assert.ok(one.length <= LONGEST_LINE && one === one.toWellFormed()));
});

test('sends the line as it is now, and each whole line once', () => {
  const written = createWritten();
  written.edit('Bo');
  assert.deepEqual(written.news(), [line(1, 'Bo', false)]);
  assert.deepEqual(written.news(), []);

  written.edit('B');
  assert.deepEqual(written.news(), [line(1, 'B', false)]);

  written.edit('Bon');
  written.end();
  written.edit('j');
  assert.deepEqual(written.news(), [line(1, 'Bon', true), line(2, 'j', false)]);
});

test('sends again what the other side has not, from its last whole line on', () => {
  const written = createWritten();
  ['un', 'deux', 'trois'].forEach((text) => {
    written.edit(text);
    written.end();
  });
  written.edit('qua');
  written.news();

  written.resume(2);
  assert.deepEqual(written.news(), [line(3, 'trois', true), line(4, 'qua', false)]);
  written.resume(3);
  assert.deepEqual(written.news(), [line(4, 'qua', false)]);
  written.resume(99);
  assert.deepEqual(written.news(), [line(4, 'qua', false)]);
  written.resume(0);
  assert.equal(written.news().length, 4);
});

test('keeps so many lines and no more', () => {
  const written = createWritten();
  for (let count = 1; count <= MOST_LINES + 5; count += 1) {
    written.edit(`${count}`);
    written.end();
  }
  written.resume(0);

  const news = written.news();
  assert.equal(news.length, MOST_LINES + 1);
  assert.deepEqual(news[0], line(6, '6', true));
});

function reader() {
  const heard = [];
  const read = createRead({ written: (text) => heard.push(text), ended: (text) => heard.push(`${text}.`) });
  return { heard, read };
}

test('reads each line once, whatever comes twice', () => {
  const { heard, read } = reader();
  read.meet('a');
  [line(1, 'B', false), line(1, 'Bon', true), line(1, 'Bon', true), line(1, 'x', false)].forEach(read.take);
  [line(2, 'j', false), line(1, 'Bon', true), line(2, 'jour', false)].forEach(read.take);

  assert.deepEqual(heard, ['B', 'Bon.', 'j', 'jour']);
  assert.deepEqual(read.known, { you: 'a', read: 1 });
});

test('leaves what another page had begun as it is, and begins anew', () => {
  const { heard, read } = reader();
  read.meet('a');
  read.take(line(7, 'un', false));
  read.meet('a');
  read.take(line(9, 'trois', true));
  read.take(line(10, 'qua', false));
  read.meet('b');
  read.take(line(1, 'encore', true));

  assert.deepEqual(heard, ['un', 'un.', 'trois.', 'qua', 'qua.', 'encore.']);
  assert.deepEqual(read.known, { you: 'b', read: 1 });
});
