/*
 * What axe finds wrong, and what is wider than the screen. Contrast, axe's most expensive rule by far, is looked at where
 * it is not known yet: by how a text is painted, which is all that its contrast depends on. A text that leaves the boxes
 * it is in, or that another box lies over or under, is always looked at, and so is one of which axe cannot tell, as over
 * a picture.
 */
async ({ rules, known }) => {
  const styles = new Map();
  function styleOf(one) {
    if (!styles.has(one)) {
      styles.set(one, getComputedStyle(one));
    }
    return styles.get(one);
  }

  const fields = ['INPUT', 'SELECT', 'TEXTAREA'];
  const replaced = ['IMG', 'VIDEO', 'CANVAS', 'IFRAME', 'OBJECT', 'svg'];
  const written = (one) => Array.from(one.childNodes).filter(({ nodeType, data }) => nodeType === 3 && data.trim());
  const clear = (colour) => /, 0\)$|^transparent$/.test(colour);
  const opaque = (one) => /^rgb\(/.test(styleOf(one).backgroundColor);
  const paints = (one) =>
    replaced.includes(one.nodeName) || !clear(styleOf(one).backgroundColor) || styleOf(one).backgroundImage !== 'none';
  const all = Array.from(document.querySelectorAll('body, body *')).filter(
    (one) => one.getClientRects().length > 0 && styleOf(one).visibility === 'visible',
  );
  /** What is for ears alone is a pixel wide. */
  const seen = (one) => one.clientWidth !== 1 || styleOf(one).overflowX !== 'hidden';
  const painted = all
    .filter((one) => one !== document.body && paints(one))
    .map((one) => ({ one, box: one.getBoundingClientRect() }));

  function places(one) {
    if (fields.includes(one.nodeName)) {
      return Array.from(one.getClientRects());
    }
    return written(one).flatMap((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return Array.from(range.getClientRects());
    });
  }
  const meets = (box, place) =>
    place.left < box.right && place.right > box.left && place.top < box.bottom && place.bottom > box.top;
  const holds = (box, place) =>
    place.left >= box.left - 1 &&
    place.right <= box.right + 1 &&
    place.top >= box.top - 1 &&
    place.bottom <= box.bottom + 1;

  function around(one) {
    const found = [];
    for (let here = one; here; here = here.parentElement) {
      found.push(here);
    }
    return found;
  }
  function way(one) {
    const parents = around(one);
    const ground = parents.findIndex(opaque) + 1 || parents.length;
    const grounds = parents.slice(0, ground);
    const where = places(one);
    const alone = painted.every(({ one: other, box }) =>
      grounds.includes(other)
        ? styleOf(other).display === 'inline' || where.every((place) => holds(box, place))
        : (other.contains(one) && !grounds.includes(other)) || !where.some((place) => meets(box, place)),
    );
    if (!alone) {
      return '';
    }
    const { color, webkitTextFillColor, webkitTextStroke, textShadow, fontSize, fontWeight } = styleOf(one);
    const words =
      fields.includes(one.nodeName) ||
      /[\p{L}\p{N}]{2}/u.test(
        written(one)
          .map(({ data }) => data)
          .join(''),
      );
    const layers = parents
      .map((parent) => {
        const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = styleOf(parent);
        const ground = grounds.includes(parent) && paints(parent) ? backgroundColor + backgroundImage : '';
        return ground + (opacity === '1' ? '' : opacity) + (filter + mixBlendMode).replace(/none|normal/g, '');
      })
      .filter(Boolean);
    return [color, webkitTextFillColor, webkitTextStroke, textShadow, fontSize, fontWeight, words, ...layers].join('|');
  }

  const ways = new Map();
  all
    .filter((one) => seen(one) && (fields.includes(one.nodeName) || written(one).length > 0))
    .forEach((one) => ways.set(one, way(one)));
  const told = ({ violations }) =>
    violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}, ${help}: ${html}`));
  const run = (where, options) =>
    axe.run(where, Object.assign({ resultTypes: ['violations'], iframes: false }, options));

  /** At once: a page that lives may take a text away. */
  async function contrast() {
    const include = Array.from(ways.keys()).filter((one) => !known.includes(ways.get(one)));
    if (!include.length) {
      return { found: [], good: [] };
    }
    const options = { runOnly: ['color-contrast'], resultTypes: ['violations', 'passes'], elementRef: true };
    const judged = await run({ include }, Object.assign({ preload: false }, options));
    const waysOf = (results) =>
      results
        .flatMap(({ nodes }) => nodes)
        .filter(({ any }) => any.some(({ data }) => data && data.contrastRatio))
        .map(({ element }) => ways.get(element));
    const bad = waysOf(judged.violations);
    const good = Array.from(new Set(waysOf(judged.passes))).filter((one) => one && !bad.includes(one));
    return { found: told(judged), good };
  }

  const { found, good } = await contrast();
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    found.push(`wider than the screen: ${scrollWidth}`);
  }
  return { found: found.concat(told(await run(document, rules))), good };
}
