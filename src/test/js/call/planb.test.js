import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { shipped } from './from.js';

const { createPlanB, reasonOf } = await shipped('planb');

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

function planB() {
  const told = [];
  const plan = createPlanB((on) => told.push(on));
  return { plan, last: () => told[told.length - 1] };
}

test('turns to the telephone 20 s after both are there, and back when the call stands', () => {
  const { plan, last } = planB();

  plan.meet('present');
  plan.change('connecting');
  mock.timers.tick(19999);
  assert.notEqual(last(), true);

  mock.timers.tick(1);
  assert.equal(last(), true);
  plan.change('failed');
  plan.meet('away');
  plan.meet('present');
  assert.equal(last(), true);

  plan.change('connected');
  assert.equal(last(), false);
});

test('does so too when a call that stood is lost for as long', () => {
  const { plan, last } = planB();
  plan.meet('present');
  plan.change('connected');
  mock.timers.tick(60000);
  assert.equal(last(), false);

  plan.change('disconnected');
  mock.timers.tick(20000);
  assert.equal(last(), true);
});

test('nobody telephones to a person who is not there, or left', () => {
  const { plan, last } = planB();

  ['absent', 'away'].forEach(plan.meet);
  mock.timers.tick(60000);
  assert.equal(last(), false);

  plan.meet('present');
  mock.timers.tick(10000);
  plan.meet('gone');
  mock.timers.tick(60000);
  assert.equal(last(), false);
});

test('says in one word what lacks first', () => {
  const all = { offered: true, answered: true, own: ['host'], far: ['relay'], refused: false, state: 'connecting' };
  const because = (facts) => reasonOf(Object.assign({}, all, facts));

  assert.equal(because({ offered: false, answered: false }), 'no-offer');
  assert.equal(because({ answered: false }), 'no-answer');
  assert.equal(because({ own: [] }), 'no-candidates');
  assert.equal(because({ own: [], refused: true }), 'relay-refused');
  assert.equal(because({ far: [] }), 'no-far-candidates');
  assert.equal(because({ iceHolds: true, state: 'failed' }), 'dtls-failed');
  assert.equal(because({ refused: true, state: 'failed' }), 'relay-refused');
  assert.equal(because({ state: 'failed' }), 'ice-failed');
  assert.equal(because({}), 'timeout');
});
