/** Small questions to the server. A refusal is an Error with a `reason`, one word that a page has a text for. */
const PATIENCE = 15000;

function refusal(reason) {
  return Object.assign(new Error(reason), { reason });
}

function unreachable() {
  throw refusal('unreachable');
}

function reasonOf(response) {
  if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) {
    return Promise.resolve('signed-out');
  }
  if (response.status >= 500) {
    return Promise.resolve('unreachable');
  }
  return response.json().then(
    (answer) => answer.reason || 'unknown',
    () => 'unknown',
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

/**
 * @param {string} address
 * @param {Object} body sent as JSON
 * @returns {Promise<Object>} the answer; rejects with a `reason`: unknown, expired, revoked, ended, taken, busy,
 *   signed-out, or unreachable, which is also said after 15 s
 */
export function post(address, body) {
  const request = {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'manual',
    keepalive: true,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  const answer = fetch(address, request).then((response) => {
    if (response.ok) {
      // A page in the place of an answer: a network that asks to sign in first.
      return response.status === 204 ? {} : response.json().catch(unreachable);
    }
    return reasonOf(response).then((reason) => {
      throw refusal(reason);
    });
  }, unreachable);
  return within(PATIENCE, answer);
}
