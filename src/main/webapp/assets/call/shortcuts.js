/** One key for each control, as the page lists them; none while they are switched off or while one types. */
import { keep, recall } from './preference.js';

const TYPED = /^(text|tel|search|email|number|password|url)$/;

/** @param {HTMLElement} element @returns {boolean} keys are letters there */
export function isTyped({ tagName, type, isContentEditable }) {
  return isContentEditable || /^(TEXTAREA|SELECT)$/.test(tagName) || (tagName === 'INPUT' && TYPED.test(type));
}

/** Caps Lock changes letters, and is not meant to change what they do. */
const keyOf = ({ key, shiftKey }) => (/^[a-z]$/i.test(key) ? key[shiftKey ? 'toUpperCase' : 'toLowerCase']() : key);

/**
 * @param {HTMLElement} root each `data-key` element lists the key of the action in its `data-for`
 * @param {Object} view see view.js; the fact `keys` is keys-on or keys-off
 * @param {function(string)} press the control of this name
 */
export function createShortcuts(root, view, press) {
  let on = recall('keys') !== false;
  const actions = {};
  root.querySelectorAll('[data-key]').forEach(({ dataset }) => {
    actions[dataset.key] = dataset.for;
  });

  function pressed(event) {
    const { ctrlKey, altKey, metaKey, repeat, target } = event;
    const key = keyOf(event);
    if (on && actions[key] && !ctrlKey && !altKey && !metaKey && !repeat && !isTyped(target)) {
      event.preventDefault();
      press(actions[key]);
    }
  }

  function tell() {
    view.set('keys', on ? 'keys-on' : 'keys-off');
  }

  document.addEventListener('keydown', pressed);
  tell();
  return {
    toggle() {
      on = !on;
      keep('keys', on);
      tell();
    },
    close: () => document.removeEventListener('keydown', pressed),
  };
}
