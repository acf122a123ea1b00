import assert from 'node:assert/strict';
import test from 'node:test';
import { strength } from '../../../main/webapp/assets/portal/strength.js';

const cases = [
  ['', 'empty', 0],
  ['chat', 'short', 8],
  ['onze lettre', 'short', 1],
  ['é👩‍⚕️', 'short', 7],
  ['abababababab', 'repeated', 0],
  ['ABABababABABx', 'repeated', 0],
  ['aaaaaaaaaaaab', 'repeated', 0],
  ['abcabd abcabd', 'repeated', 0],
  ['le chat dort', 'fair', 0],
  ['le chat dort sur le toit', 'good', 0],
  [`${'phrase longue '.repeat(10)}`, 'long', 0],
];

cases.forEach(([password, level, missing]) => {
  test(`says of “${password}” that it is ${level}`, () => assert.deepEqual(strength(password), { level, missing }));
});
