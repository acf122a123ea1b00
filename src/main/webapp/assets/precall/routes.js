/** The ways through a relay, each to be tried alone. */
export const KINDS = ['udp', 'tcp', 'tls'];

/**
 * @param {string} url a TURN URI (RFC 7065): without a transport, `turn:` is UDP
 * @returns {?string} null for what is no relay
 */
export function kindOf(url) {
  if (/^turns:/.test(url)) {
    return 'tls';
  }
  return /^turn:/.test(url) ? (/[?&]transport=tcp/.test(url) ? 'tcp' : 'udp') : null;
}

/**
 * @param {{urls: string[], username: string, credential: string}[]} iceServers
 * @param {string} kind udp, tcp or tls
 * @returns {?RTCConfiguration} null where no relay is reached that way
 */
export function routeBy(iceServers, kind) {
  const servers = iceServers
    .map((server) => Object.assign({}, server, { urls: server.urls.filter((url) => kindOf(url) === kind) }))
    .filter((server) => server.urls.length);
  return servers.length ? { iceServers: servers, iceTransportPolicy: 'relay' } : null;
}
