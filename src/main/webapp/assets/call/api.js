/**
 * Small questions to the server. A refusal is an Error with a `reason`, one word that a page has a text for; where that
 * word is `refused`, the server says the `text` itself.
 */
const PATIENCE = 15000;

function refusal(reason, text) {
  return Object.assign(new Error(reason), { reason, text });
}

function unreachable() {
  throw refusal('unreachable');
}

/** @returns {Promise<Error>} */
function refusalOf(response) {
  if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) {
    return Promise.resolve(refusal('signed-out'));
  }
  const otherwise = response.status >= 500 ? 'unreachable' : 'unknown';
  // No words of ours: a server that is stopping has no application any more, and says 404.
  return response.json().then(
    ({ reason, text, display }) => Object.assign(refusal(reason || otherwise, text), { display }),
    () => refusal('unreachable'),
  );
}

/** A phone may change networks without any word to what is on its way: whatever comes later is not heard. */
function within(patience, answer) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(refusal('unreachable')), patience);
    const stop = () => clearTimeout(timer);
    answer.then(resolve, reject).then(stop);
  });
}

/** Where a path of ours is: a site may have the application behind another. */
export const ours = (path) => document.querySelector('meta[name="root"]').content + path;

/** @returns {string} wss://… */
export const signaling = () => location.origin.replace('http', 'ws') + ours('/signaling');

/**
 * @param {string} path
 * @param {Object} body sent as JSON
 * @returns {Promise<Object>} the answer; rejects with a `reason`: unknown, expired, revoked, ended, taken, busy,
 *   refused, stopping, signed-out, or unreachable, which is also said after 15 s
 */
export function post(path, body) {
  const request = {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'manual',
    keepalive: true,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  const answer = fetch(ours(path), request).then((response) => {
    if (response.ok) {
      // A page in the place of an answer: a network that asks to sign in first.
      return response.status === 204 ? {} : response.json().catch(unreachable);
    }
    return refusalOf(response).then((refused) => {
      throw refused;
    });
  }, unreachable);
  return within(PATIENCE, answer);
}
