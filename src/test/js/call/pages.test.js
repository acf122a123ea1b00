import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const read = (path) => readFileSync(new URL(`../../../main/${path}`, import.meta.url), 'utf8');

/** As much of an element as old.js touches: whether it is hidden. */
const element = (tagName, hidden) => ({
  tagName,
  hidden,
  setAttribute() {
    this.hidden = true;
  },
  removeAttribute() {
    this.hidden = false;
  },
});

test('each page of a call speaks to a browser without modules', () => {
  for (const page of ['webapp/r.xhtml', 'webapp/pro/salle.xhtml']) {
    assert.match(read(page), /<script nomodule="nomodule" [^>]*\/call\/old\.js"/, page);
  }
});

test('shows such a browser what it lacks, in place of the wait', () => {
  const words = { unsupported: [element('DIV', true)], checking: [element('DIV', false), element('SECTION', false)] };
  const querySelectorAll = (selector) => words[/"(.*)"/.exec(selector)[1]];

  runInNewContext(read('webapp/assets/call/old.js'), { document: { querySelectorAll } });

  assert.equal(words.unsupported[0].hidden, false);
  assert.deepEqual(
    words.checking.map((one) => one.hidden),
    [false, true],
  );
});

test('has each text of a call in both languages, in the same order', () => {
  const keys = (bundle) => read(`resources/fr/predice/visio/${bundle}.properties`).match(/^[\w.-]+(?==)/gm);

  assert.deepEqual(keys('call_en'), keys('call'));
});
