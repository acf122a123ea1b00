import { ours } from './api.js';

/** Where a person finds the camera's permission: that depends on the browser, and on who refused. */
const STEPS = '/autoriser/';

/** The first that fits: the names of others hide in most of them. */
const SYSTEMS = [
  ['ios', /iP(hone|ad|od)/],
  ['android', /Android/],
  ['mac', /Macintosh/],
  ['windows', /Windows/],
];
const BROWSERS = {
  ios: [
    ['app', /CriOS|FxiOS|EdgiOS|OPT\/|DuckDuckGo|GSA\//],
    ['safari', /Safari/],
  ],
  android: [
    ['samsung', /SamsungBrowser/],
    ['firefox', /Firefox/],
    ['chrome', /Chrome/],
  ],
};
const DESK = [
  ['edge', /Edg/],
  ['firefox', /Firefox/],
  ['chrome', /Chrome/],
  ['safari', /Safari/],
];

const first = (kinds, text) => (kinds.find(([, sign]) => sign.test(text)) || ['other'])[0];

/**
 * @param {Navigator} navigator
 * @returns {string} ios, android, mac, windows or other
 */
function systemOf({ userAgent, maxTouchPoints }) {
  const system = first(SYSTEMS, userAgent);
  // An iPad gives itself out for a Mac, but no Mac can be touched.
  return system === 'mac' && maxTouchPoints > 1 ? 'ios' : system;
}

/**
 * Chrome alone tells who refused: the person, who only put the question away; the system, for all pages; or the person
 * for this one.
 *
 * @param {Error} error
 * @returns {string} dismissed, system or browser
 */
export function refusalOf({ message }) {
  if (/dismissed/i.test(message)) {
    return 'dismissed';
  }
  return /by system/i.test(message) ? 'system' : 'browser';
}

/**
 * @param {Navigator} navigator
 * @param {string} refusal system or browser
 * @returns {string} as the steps are named on the server: system-android, ios-safari, desk-firefox…
 */
export function stepsFor(navigator, refusal) {
  const system = systemOf(navigator);
  if (refusal === 'system') {
    return `system-${system}`;
  }
  const browsers = BROWSERS[system];
  return browsers ? `${system}-${first(browsers, navigator.userAgent)}` : `desk-${first(DESK, navigator.userAgent)}`;
}

/**
 * Puts the steps for this browser in place of those for any, if there are some and the server gives them.
 * @param {HTMLElement} place
 * @param {string} name see stepsFor
 * @returns {Promise}
 */
export function showSteps(place, name) {
  return fetch(ours(STEPS + document.documentElement.lang), { credentials: 'same-origin' })
    .then((response) => (response.ok ? response.text() : ''))
    .then((html) => {
      const steps = new DOMParser().parseFromString(html, 'text/html').querySelector(`[data-steps="${name}"]`);
      if (steps) {
        place.innerHTML = steps.innerHTML;
      }
    })
    .catch(() => undefined);
}
