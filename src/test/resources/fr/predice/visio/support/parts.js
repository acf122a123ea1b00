/* What is too pale in our own colours to be told from what is around it (WCAG 1.4.11): fields, pictures on buttons, the
   focus; and what is too small in a call for a finger that trembles (44 pixels, 2.5.5). */
(focused) => {
  const { all, drawn, bordered, filled, unfocused } = window.contrast;
  const LARGE = 44;
  const found = new Set();
  const note = (what, one) => found.add(`${what}: ${one.outerHTML.slice(0, 160)}`);
  const usable = (one) => !one.closest(':disabled');

  const small = ({ width, height }) => Math.min(width, height) < LARGE - 0.5;
  /** Its label can be hit too; a link within a sentence is as high as its line. */
  function hit(one) {
    const label = one.labels && one.labels.length && one.matches('[type=checkbox], [type=radio]') ? one.labels[0] : one;
    return label.getBoundingClientRect();
  }
  const inSentence = (one) => one.tagName === 'A' && getComputedStyle(one).display === 'inline'
    && one.parentElement.textContent.trim() !== one.textContent.trim();

  all('select, textarea, input:not([type=checkbox]):not([type=radio]):not([type=file]):not([type=range])')
    .filter((one) => usable(one) && !bordered(one) && !filled(one))
    .forEach((one) => note('no edge that is seen', one));
  all('button svg, a svg, summary svg, label svg, .notice svg').filter(usable).forEach((icon) => {
    const colours = [icon, ...icon.querySelectorAll('*')].map((part) => getComputedStyle(part))
      .flatMap(({ stroke, fill }) => [stroke, fill]);
    if (!colours.some((colour) => drawn(colour, icon))) {
      note('a pale icon', icon.parentElement);
    }
  });
  all('#call :is(a[href], button, input, select, textarea, summary)')
    .filter((one) => usable(one) && !inSentence(one) && small(hit(one)))
    .forEach((one) => note(`${['width', 'height'].map((side) => Math.round(hit(one)[side])).join(' x ')} pixels`, one));
  if (focused) {
    unfocused().forEach((one) => note('no focus that is seen', one));
  }
  return Array.from(found);
}
