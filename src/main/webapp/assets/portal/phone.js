/** Groups a French number in pairs while it is typed or pasted: 06 12 34 56 78. The server alone decides what is a number. */

/**
 * @param {string} typed what the field holds
 * @returns {string} the same number in pairs; +33 and 0033 become 0, other country codes keep theirs
 */
export function inPairs(typed) {
  const international = /^\s*(\+|00)/.test(typed);
  let digits = typed.replace(/\D/g, '');
  if (international) {
    const country = typed.trim().charAt(0) === '+' ? digits : digits.slice(2);
    const french = /^33(?:0)?([1-9]\d*)$/.exec(country);
    if (!french) {
      return typed;
    }
    digits = '0' + french[1];
  }
  return digits.replace(/(\d\d)(?=\d)/g, '$1 ');
}

/**
 * @param {string} text
 * @param {number} count digits to the left of the caret
 * @returns {number} the caret's place just after that many digits
 */
export function afterDigits(text, count) {
  let place = 0;
  for (let seen = 0; seen < count && place < text.length; place += 1) {
    if (/\d/.test(text.charAt(place))) {
      seen += 1;
    }
  }
  return place;
}

/** @param {HTMLInputElement} field */
export function group(field) {
  const grouped = inPairs(field.value);
  if (grouped === field.value) {
    return;
  }
  const toTheRight = field.value.slice(field.selectionStart).replace(/\D/g, '').length;
  field.value = grouped;
  // Counted from the right: +33 becoming 0 changes how many digits are on the left.
  const place = afterDigits(grouped, grouped.replace(/\D/g, '').length - toTheRight);
  field.setSelectionRange(place, place);
}

if (typeof document !== 'undefined') {
  document.querySelectorAll('[data-phone]').forEach((field) => {
    group(field);
    field.addEventListener('input', () => group(field));
  });
}
