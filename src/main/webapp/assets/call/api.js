/** Small questions to the server. A refusal is an Error with a `reason`, one word that a page has a text for. */
function refusal(reason) {
  return Object.assign(new Error(reason), { reason });
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

/**
 * @param {string} address
 * @param {Object} body sent as JSON
 * @returns {Promise<Object>} the answer; rejects with a `reason`: unknown, expired, revoked, ended, taken, busy,
 *   signed-out, or unreachable
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
  return fetch(address, request).then(
    (response) => {
      if (response.ok) {
        return response.status === 204 ? {} : response.json();
      }
      return reasonOf(response).then((reason) => {
        throw refusal(reason);
      });
    },
    () => {
      throw refusal('unreachable');
    },
  );
}
