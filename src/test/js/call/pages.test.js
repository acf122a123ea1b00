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
  words['copy-by-hand'] = [element('P', true)];
  const address = Object.assign(element('INPUT', true), { select: () => undefined });
  const copy = {};
  const link = {};
  const asked = [];
  const document = {
    querySelectorAll: (selector) => (selector === '[data-keep-fragment]' ? [link] : words[/"(.*)"/.exec(selector)[1]]),
    querySelector: (selector) =>
      ({ '[data-address]': address, 'meta[name="root"]': { content: '/visio' } })[selector] || copy,
    execCommand: () => false,
  };
  const location = { href: `https://visio.example.org/r#${'A'.repeat(22)}`, hash: `#${'A'.repeat(22)}` };
  class XMLHttpRequest {
    open(...to) {
      asked.push(to.join(' '));
    }

    setRequestHeader() {}

    send(body) {
      asked.push(JSON.parse(body).browser);
    }
  }

  runInNewContext(read('webapp/assets/call/old.js'), { document, location, XMLHttpRequest });
  copy.onclick();

  assert.equal(words.unsupported[0].hidden, false);
  assert.deepEqual(
    words.checking.map((one) => one.hidden),
    [false, true],
  );
  assert.deepEqual([address.value, address.hidden, words['copy-by-hand'][0].hidden], [location.href, false, false]);
  assert.equal(link.hash, location.hash);
  assert.deepEqual(asked, ['POST /visio/api/guest/look', 'unsupported']);
});

/** This module and all that it needs, whatever is reached already. */
function reach(name, reached = new Set()) {
  if (!reached.has(name)) {
    reached.add(name);
    const needed = read(`webapp/assets/call/${name}`).matchAll(/from '\.\/([\w-]+\.js)'/g);
    Array.from(needed, ([, other]) => other).forEach((other) => reach(other, reached));
  }
  return reached;
}

test('asks for all modules at once, those of the page and then those of the call', () => {
  const [page, rest] = read('webapp/r.xhtml').split('<template id="rest">');
  const named = (part) => Array.from(part.matchAll(/(?:href|src)="[^"]*\/call\/([\w-]+\.js)"/g), ([, name]) => name);
  const early = reach('participant.js');
  const late = Array.from(reach('joining.js')).filter((name) => !early.has(name));

  assert.deepEqual(named(page.replace(/<script nomodule.*/, '')).sort(), Array.from(early).sort());
  const [call, aloud] = rest.split('<template id="aloud">');
  assert.deepEqual(named(call.split('</template>')[0]).sort(), late.sort());
  const asked = Array.from(reach('aloud.js')).filter((name) => !early.has(name));
  assert.deepEqual(named(aloud.split('</template>')[0]).sort(), asked.sort());
});
