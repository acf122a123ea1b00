import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { shipped } from './from.js';

const { createTexting } = await shipped('texting');

/** One end of a channel; what is sent waits for the test to deliver it, or is lost with the channel. */
class FakeChannel {
  constructor() {
    Object.assign(this, { readyState: 'connecting', bufferedAmount: 0, sent: [] });
  }

  send(data) {
    this.sent.push(data);
  }

  close() {
    this.readyState = 'closed';
  }

  open() {
    this.readyState = 'open';
    if (this.onopen) {
      this.onopen();
    }
  }

  get lines() {
    return this.sent.map((data) => JSON.parse(data)).filter(({ type }) => type === 'line');
  }
}

function deliver(from, to) {
  from.sent.splice(0).forEach((data) => to.onmessage && to.onmessage({ data }));
}

function side(name) {
  const heard = [];
  const texting = createTexting(name, {
    written: (text) => heard.push(text),
    ended: (text) => heard.push(`${text}.`),
    ready: (ready) => heard.push(ready ? '+' : '-'),
  });
  return { texting, heard };
}

function connect(one, other) {
  const [near, far] = [new FakeChannel(), new FakeChannel()];
  one.texting.take(near);
  other.texting.take(far);
  near.open();
  far.open();
  deliver(near, far);
  deliver(far, near);
  deliver(near, far);
  return { near, far };
}

/** Lets the time pass and all that is sent arrive. */
function pass({ near, far }, time = 200) {
  mock.timers.tick(time);
  deliver(near, far);
  deliver(far, near);
}

let now = 0;

beforeEach(() => {
  now = 0;
  mock.timers.enable({ apis: ['setTimeout'] });
  mock.method(performance, 'now', () => now);
  mock.method(console, 'warn', () => undefined);
});

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

const texts = ({ heard }) => heard.filter((one) => one !== '' && !/^[+-]$/.test(one));

test('shows letters and corrections as they are typed, both ways', () => {
  const [one, other] = [side('one'), side('other')];
  const way = connect(one, other);

  ['B', 'Bp', 'B', 'Bo'].forEach((text) => {
    one.texting.edit(text);
    now += 200;
    pass(way);
  });
  other.texting.edit('Oui');
  other.texting.end();
  pass(way);

  assert.deepEqual(texts(other), ['B', 'Bp', 'B', 'Bo']);
  assert.deepEqual(texts(one), ['Oui.']);
});

test('makes one message of what a fast hand types within a tenth of a second', () => {
  const [one, other] = [side('one'), side('other')];
  const way = connect(one, other);
  one.texting.edit('a');
  one.texting.edit('ab');
  one.texting.edit('abc');

  mock.timers.tick(100);
  assert.equal(way.near.lines.length, 1);
  pass(way);
  assert.deepEqual(texts(other), ['abc']);
});

test('waits while the network does not take more, then sends what is newest', () => {
  const [one, other] = [side('one'), side('other')];
  const way = connect(one, other);
  way.near.bufferedAmount = 20000;
  one.texting.edit('a');
  mock.timers.tick(150);
  one.texting.edit('ab');
  mock.timers.tick(150);
  assert.equal(way.near.lines.length, 0);

  way.near.bufferedAmount = 0;
  pass(way);
  assert.deepEqual(texts(other), ['ab']);
});

test('loses and doubles nothing when one connection takes the place of another', () => {
  const [one, other] = [side('one'), side('other')];
  const first = connect(one, other);
  one.texting.edit('un');
  one.texting.end();
  one.texting.edit('de');
  pass(first);

  // Lost with the connection: a whole line, and what was begun.
  one.texting.edit('deux');
  one.texting.end();
  one.texting.edit('tro');
  mock.timers.tick(200);
  assert.equal(first.near.lines.length, 2);
  pass(connect(one, other));
  one.texting.edit('trois');
  one.texting.end();
  pass(connect(one, other));

  assert.deepEqual(texts(other), ['un.', 'de', 'deux.', 'tro', 'trois.']);
});

test('gives all its lines to a page that was loaded again', () => {
  const [one, other] = [side('one'), side('other')];
  const way = connect(one, other);
  one.texting.edit('un');
  one.texting.end();
  other.texting.edit('moi');
  pass(way);

  const again = side('again');
  const renewed = connect(one, again);
  again.texting.edit('encore moi');
  pass(renewed);

  assert.deepEqual(texts(again), ['un.']);
  assert.deepEqual(texts(one), ['moi', 'moi.', 'encore moi']);
});

test('says whether it is read, and keeps what is typed meanwhile', () => {
  const [one, other] = [side('one'), side('other')];
  one.texting.edit('déjà');
  mock.timers.tick(200);
  const way = connect(one, other);
  pass(way);
  assert.deepEqual(texts(other), ['déjà']);

  way.near.onclose();
  assert.deepEqual(one.heard, ['+', '', '-']);
});

test('answers a greeting that came before its own end was open', () => {
  const one = side('one');
  const channel = new FakeChannel();
  one.texting.edit('un');
  mock.timers.tick(200);
  one.texting.take(channel);
  channel.onmessage({ data: JSON.stringify({ type: 'hello', me: 'early', you: '', read: 0 }) });
  channel.open();

  assert.deepEqual(channel.lines, [{ type: 'line', number: 1, text: 'un', ended: false }]);
});

test('greets on a channel that came open', () => {
  const { texting } = side('one');
  const channel = new FakeChannel();
  channel.readyState = 'open';

  texting.take(channel);
  channel.open();

  assert.deepEqual(channel.sent, ['{"type":"hello","me":"one","you":"","read":0}']);
});

/** A side that has greeted a stranger, who says what the test wants. */
function meetsAStranger() {
  const one = side('one');
  const channel = new FakeChannel();
  one.texting.take(channel);
  channel.open();
  const says = (message) => channel.onmessage && channel.onmessage({ data: JSON.stringify(message) });
  says({ type: 'hello', me: 'stranger', you: '', read: 0 });
  return { one, channel, says };
}

test('hears no more of who sends what is no message', () => {
  const { one, channel, says } = meetsAStranger();
  says({ type: 'line', number: 1, text: 'x'.repeat(5000), ended: true });
  says({ type: 'line', number: 1, text: 'y', ended: true });

  assert.equal(channel.readyState, 'closed');
  assert.deepEqual(one.heard, ['+', '-']);
});

test('hears no more of who sends faster than hands type', () => {
  const { one, channel, says } = meetsAStranger();
  for (let number = 1; number <= 1000; number += 1) {
    now += 10;
    says({ type: 'line', number, text: 'x', ended: true });
  }

  assert.equal(channel.readyState, 'closed');
  assert.ok(texts(one).length < 320, `${texts(one).length}`);
});

test('bears a person who types fast for an hour', () => {
  const { one, channel, says } = meetsAStranger();
  for (let count = 1; count <= 36000; count += 1) {
    now += 100;
    says({ type: 'line', number: 1, text: `${count}`, ended: false });
  }

  assert.equal(channel.readyState, 'open');
  assert.equal(texts(one).length, 36000);
});

test('sends all again once a connection, not each time it is asked', () => {
  const { one, channel, says } = meetsAStranger();
  one.texting.edit('un');
  mock.timers.tick(200);
  const before = channel.lines.length;
  says({ type: 'hello', me: 'stranger', you: '', read: 0 });
  mock.timers.tick(200);

  assert.equal(channel.lines.length, before);
});
