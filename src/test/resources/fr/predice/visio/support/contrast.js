/* For the reviews of a page: what of it is seen, before which colour it stands, and whether it stands out from that. */
() => {
  const LEAST = 3;

  /** Colours on their way to others are there at once. */
  document.getAnimations().filter((one) => one instanceof CSSTransition).forEach((one) => one.finish());

  const seen = (one) => one.checkVisibility() && one.getClientRects().length > 0 && one.clientWidth !== 1;
  const all = (selector) => Array.from(document.querySelectorAll(selector)).filter(seen);

  /** Red, green, blue, and how much of it there is. */
  const parts = (colour) => (/^rgb/.test(colour) ? colour.match(/[\d.]+/g).map(Number) : [0, 0, 0, 0]);
  function over([red, green, blue, share = 1], below) {
    return [red, green, blue].map((one, place) => one * share + below[place] * (1 - share));
  }
  function behind(element) {
    if (!element) {
      return [255, 255, 255];
    }
    const colour = parts(getComputedStyle(element).backgroundColor);
    return colour.length === 3 || colour[3] === 1 ? colour.slice(0, 3) : over(colour, behind(element.parentElement));
  }

  function light(colour) {
    const [red, green, blue] = colour.map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  function differ(one, other) {
    const lights = [light(one), light(other)].sort((first, second) => second - first);
    return (lights[0] + 0.05) / (lights[1] + 0.05) >= LEAST;
  }

  /** On this element. */
  function drawn(colour, element) {
    const ground = behind(element);
    return differ(over(parts(colour), ground), ground);
  }
  const outlined = (one, style, least) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= least
    && drawn(style.outlineColor, parseFloat(style.outlineOffset) < 0 ? one : one.parentElement);
  function bordered(one) {
    const style = getComputedStyle(one);
    return ['Top', 'Right', 'Bottom', 'Left'].some((side) =>
      style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) >= 1
        && drawn(style[`border${side}Color`], one.parentElement));
  }
  const filled = (one) => differ(behind(one), behind(one.parentElement));

  /** A ring around it: an outline, or a shadow that only grows. */
  const ringed = (one, style) => outlined(one, style, 2)
    || Array.from(style.boxShadow.matchAll(/(rgba?\([^)]*\)) 0px 0px 0px (\d+)px(?! inset)/g))
      .some(([, colour, width]) => width >= 2 && drawn(colour, one.parentElement));

  /** Whether whatever can have the focus shows that it has it, one after the other. */
  function unfocused() {
    const here = document.activeElement;
    const found = all('a[href], button, input, select, textarea, summary, [tabindex="0"]').filter((one) => {
      one.focus({ preventScroll: true });
      return document.activeElement === one && !ringed(one, getComputedStyle(one));
    });
    here.focus({ preventScroll: true });
    return found;
  }

  window.contrast = { all, behind, drawn, outlined, bordered, filled, ringed, unfocused };
}
