/**
 * How hard a new password is to guess, said while it is typed, once the person pauses. A hint: the server's rules
 * (PasswordRules) alone refuse, and know what this cannot, such as the list of common passwords.
 */

export const SHORTEST = 12;
export const LONGEST = 128;
const LONG_ENOUGH = 16;
const FEW_DIFFERENT = 6;
const PAUSE = 700;

/**
 * @param {string} password
 * @returns {{ level: string, missing: number }} level is empty, short, long, repeated, fair or good
 */
export function strength(password) {
  const characters = Array.from(password);
  const length = characters.length;
  if (length === 0) {
    return { level: 'empty', missing: 0 };
  }
  if (length < SHORTEST) {
    return { level: 'short', missing: SHORTEST - length };
  }
  if (length > LONGEST) {
    return { level: 'long', missing: 0 };
  }
  const different = new Set(characters.map((one) => one.toLowerCase())).size;
  if (/^(.{1,4})\1+.{0,3}$/i.test(password) || different < FEW_DIFFERENT) {
    return { level: 'repeated', missing: 0 };
  }
  return { level: length < LONG_ENOUGH ? 'fair' : 'good', missing: 0 };
}

/**
 * @param {HTMLInputElement} field names the place of its hint in data-strength
 */
function watch(field) {
  const hint = document.getElementById(field.dataset.strength);
  let pause = 0;

  function say() {
    const { level, missing } = strength(field.value);
    const words = (missing === 1 && hint.dataset.shortOne) || hint.dataset[level] || '';
    hint.dataset.level = level;
    // A screen reader hears each change: the same words again are none.
    const text = words.replace('{0}', String(missing));
    if (hint.textContent !== text) {
      hint.textContent = text;
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(say, PAUSE);
  });
}

if (typeof document !== 'undefined') {
  document.querySelectorAll('[data-strength]').forEach(watch);
}
