import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterDigits, group, inPairs } from '../../../main/webapp/assets/portal/phone.js';

test('groupsInPairsWhatIsTyped', () => {
  assert.equal(inPairs('06'), '06');
  assert.equal(inPairs('061'), '06 1');
  assert.equal(inPairs('06.12-34 5678'), '06 12 34 56 78');
});

test('readsTheFrenchCountryCodeAsZero', () => {
  assert.equal(inPairs('+33 6 12 34 56 78'), '06 12 34 56 78');
  assert.equal(inPairs('+33 (0)6 12 34 56 78'), '06 12 34 56 78');
  assert.equal(inPairs('0033612345678'), '06 12 34 56 78');
});

test('leavesOtherCountryCodesAndUnfinishedOnes', () => {
  assert.equal(inPairs('+262 692 12 34 56'), '+262 692 12 34 56');
  assert.equal(inPairs('+3'), '+3');
});

test('keepsTheCaretAfterTheSameDigit', () => {
  const field = {
    value: '06 12134',
    selectionStart: 6,
    setSelectionRange(start) {
      this.selectionStart = start;
    },
  };

  group(field);

  assert.equal(field.value, '06 12 13 4');
  assert.equal(field.selectionStart, afterDigits(field.value, 5));
});
