/**
 * The secret by which this page owns its seat: 16 random bytes, base64url. It stays with the page's place in the history,
 * so that a tap whose answer was lost on the way is repeated, even after a reload, with the same one.
 */
export function ownSecret() {
  const seat = keptSecret() || fresh();
  history.replaceState({ seat }, '');
  return seat;
}

/** @returns {string|undefined} the secret of a tap before, if there was one */
export const keptSecret = () => (history.state ? history.state.seat : undefined);

function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const text = btoa(String.fromCharCode.apply(null, bytes));
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}
