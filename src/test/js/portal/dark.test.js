import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

const assets = join(import.meta.dirname, '../../../main/webapp/assets');
const dark = /@media \(prefers-color-scheme: dark\) \{\n([^]*?)\n\}/g;

/** As AxeReview.java counts on, which looks at colours alone in the dark. */
test('nothing but colours changes in the dark', () => {
  const changes = readdirSync(assets, { recursive: true })
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => Array.from(readFileSync(join(assets, name), 'utf8').matchAll(dark)))
    .flatMap(([, rules]) => Array.from(rules.matchAll(/^ +([\w-]+): ([^;]+);$/gm)));

  assert.ok(changes.length > 10);
  for (const [declaration, name, value] of changes) {
    assert.ok(name.endsWith('color') || (name.startsWith('--') && /#|rgba/.test(value)), declaration);
  }
});
