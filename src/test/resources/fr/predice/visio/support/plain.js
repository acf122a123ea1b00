/* What is lost to whoever has the system's colours in place of ours, and moves for whoever asked that nothing does. */
(focused) => {
  const found = new Set();
  const note = (what, { tagName, className, id }) =>
    found.add(`${what}: ${[tagName.toLowerCase(), id && `#${id}`, className.baseVal || className].filter(Boolean).join(' ')}`);
  const seen = (one) => one.checkVisibility() && one.getClientRects().length > 0 && one.clientWidth !== 1;
  const all = (selector) => Array.from(document.querySelectorAll(selector)).filter(seen);

  const seconds = (list) => Math.max(...list.split(',').map((time) => parseFloat(time)));
  function moves(style) {
    return seconds(style.transitionDuration) > 0.001
      || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.001)
      || style.scrollBehavior === 'smooth';
  }

  const parts = (colour) => (/^rgb/.test(colour) ? colour.match(/[\d.]+/g).map(Number) : null);
  const solid = (colour) => {
    const known = parts(colour);
    return known && (known.length < 4 || known[3] > 0.5) ? known : null;
  };
  function behind(element) {
    for (let one = element; one; one = one.parentElement) {
      const colour = solid(getComputedStyle(one).backgroundColor);
      if (colour) {
        return colour;
      }
    }
    return [255, 255, 255];
  }
  const light = (colour) => {
    const [red, green, blue] = colour.map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const stands = (colour, element) => {
    const lights = [light(colour), light(behind(element))].sort((one, other) => other - one);
    return (lights[0] + 0.05) / (lights[1] + 0.05) >= 3;
  };
  const drawn = (colour, element) => Boolean(solid(colour)) && stands(solid(colour), element);

  const outlined = (one, style, least) =>
    style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= least && drawn(style.outlineColor, one.parentElement);
  function bounded(one) {
    const style = getComputedStyle(one);
    return ['Top', 'Right', 'Bottom', 'Left'].some((side) =>
      style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) >= 1
        && drawn(style[`border${side}Color`], one.parentElement))
      || outlined(one, style, 1) || style.textDecorationLine.includes('underline');
  }

  const box = ({ left, borderTopColor, borderTopWidth, borderTopStyle, outlineStyle }) =>
    [left, borderTopColor, borderTopWidth, borderTopStyle, outlineStyle].join();
  /** What only fills a box is not seen where all boxes are filled alike. */
  const besides = (part) => ['::before', '::after'].map((pseudo) => getComputedStyle(part, pseudo))
    .filter((style) => style.content !== 'none')
    .filter((style) => drawn(style.backgroundColor, part)
      || (parseFloat(style.borderTopWidth) > 0 && drawn(style.borderTopColor, part)))
    .map(box);
  const looks = (one) => [one].concat(Array.from(one.querySelectorAll('*'))).map((part) => {
    const style = getComputedStyle(part);
    const { display, color, textDecorationLine, fontWeight, stroke, fill } = style;
    return [display, color, behind(part), box(style), textDecorationLine, fontWeight, stroke, fill, besides(part)].join();
  }).join(';');
  function tellsItsState(button) {
    const state = button.getAttribute('aria-pressed');
    const before = looks(button);
    button.setAttribute('aria-pressed', String(state !== 'true'));
    const after = looks(button);
    button.setAttribute('aria-pressed', state);
    return before !== after;
  }

  function showsFocus(one) {
    one.focus({ preventScroll: true });
    return document.activeElement !== one || outlined(one, getComputedStyle(one), 2);
  }

  document.querySelectorAll('*').forEach((one) => {
    if ([undefined, '::before', '::after'].some((part) => moves(getComputedStyle(one, part)))) {
      note('moves', one);
    }
  });
  all('button, select, textarea, .button, input:not([type=checkbox]):not([type=radio])')
    .filter((one) => !bounded(one))
    .forEach((one) => note('has no edge', one));
  all('svg').filter((one) => one.clientWidth > 0).forEach((icon) => {
    const { stroke, fill } = getComputedStyle(icon);
    if (![stroke, fill].some((colour) => drawn(colour, icon))) {
      note(`an icon is not seen, in ${icon.parentElement.className}`, icon);
    }
  });
  all('[aria-pressed]').filter((one) => !tellsItsState(one)).forEach((one) => note('does not show that it is pressed', one));
  if (focused) {
    const here = document.activeElement;
    all('a[href], button, input, select, textarea, summary, [tabindex="0"]')
      .filter((one) => !one.disabled && !showsFocus(one))
      .forEach((one) => note('does not show that it has the focus', one));
    here.focus({ preventScroll: true });
  }
  return Array.from(found);
}
