/**
 * What a connection that goes by relays only may tell the other side of itself: its relays, without the address behind
 * them. Browsers keep to that by themselves; some have named the address behind (RFC 8839 §5.1, raddr).
 */

/** @param {string} candidate */
export const isRelay = (candidate) => / typ relay( |$)/.test(candidate);

/** @param {string} text a candidate, or a whole description */
export const hideBehind = (text) => text.replace(/ raddr \S+ rport \d+/g, ' raddr 0.0.0.0 rport 0');

/** @param {string} sdp */
export function relayedOnly(sdp) {
  const told = (line) => !line.startsWith('a=candidate:') || isRelay(line);
  return hideBehind(sdp.split('\r\n').filter(told).join('\r\n'));
}
