import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './from.js';

const { decode, encode, latest, parse } = await shipped('protocol');

const envelope = { epoch: 3001, number: 1, ack: 0, type: 'offer', data: { sdp: 'v=0 é' } };

test('reads back what it wrote', () => {
  assert.deepEqual(decode(encode(envelope)), envelope);
});

test('takes nothing that is not an envelope', () => {
  const wrong = [{ epoch: -1 }, { number: 1.5 }, { ack: '0' }, { type: 'eval' }, { data: null }, { data: 'text' }];

  const taken = wrong.map((change) => parse(JSON.stringify(Object.assign({}, envelope, change))));

  assert.deepEqual(taken.filter(Boolean), []);
  assert.equal(parse('not json'), null);
  assert.equal(parse('null'), null);
});

test('keeps of a batch only its highest epoch', () => {
  const text = (epoch, number) => JSON.stringify(Object.assign({}, envelope, { epoch, number }));

  const kept = latest([text(1001, 1), text(2001, 1), text(1001, 2), 'broken', text(2001, 2)]);

  assert.deepEqual(
    kept.map((one) => [one.epoch, one.number]),
    [
      [2001, 1],
      [2001, 2],
    ],
  );
});
