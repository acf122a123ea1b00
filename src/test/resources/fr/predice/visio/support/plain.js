/* What is lost to whoever has the system's colours in place of ours, and moves for whoever asked that nothing does. */
(focused) => {
  const { all, behind, drawn, outlined, bordered, unfocused } = window.contrast;
  const found = new Set();
  const note = (what, { tagName, className, id }) =>
    found.add(`${what}: ${[tagName.toLowerCase(), id && `#${id}`, className.baseVal || className].filter(Boolean).join(' ')}`);
  const seconds = (list) => Math.max(...list.split(',').map((time) => parseFloat(time)));
  function moves(style) {
    return seconds(style.transitionDuration) > 0.001
      || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.001)
      || style.scrollBehavior === 'smooth';
  }

  const bounded = (one) => bordered(one) || outlined(one, getComputedStyle(one), 1)
    || getComputedStyle(one).textDecorationLine.includes('underline');

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
    unfocused().forEach((one) => note('does not show that it has the focus', one));
  }
  return Array.from(found);
}
