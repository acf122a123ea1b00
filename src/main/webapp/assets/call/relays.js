/** The way that our seat may use, as RTCConfiguration has it: renewed before its credentials expire. */
const RENEWED_AT = 0.8;
const TRIED_AGAIN_AFTER = 0.05;
/** A timer cannot run for a month. */
const LONGEST = 86400;

/**
 * @param {Object} ways
 * @param {function(): Promise} ways.renew asks for a fresh seat, and gives it to take()
 * @param {function(RTCConfiguration)} ways.changed there is a fresh configuration, for the connection that lives too
 */
export function createRelays({ renew, changed }) {
  let configuration = { iceServers: [] };
  let timer = 0;

  function renewIn(seconds, lifetime) {
    clearTimeout(timer);
    const again = () => renewIn(lifetime * TRIED_AGAIN_AFTER, lifetime);
    timer = setTimeout(() => renew().catch(again), Math.min(seconds, LONGEST) * 1000);
  }

  return {
    get configuration() {
      return configuration;
    },
    /** @param {{iceServers, iceTransportPolicy, iceLifetime: number}} seat `iceLifetime` in seconds, 0 without relays */
    take({ iceServers, iceTransportPolicy, iceLifetime }) {
      configuration = { iceServers, iceTransportPolicy };
      changed(configuration);
      if (iceLifetime) {
        renewIn(iceLifetime * RENEWED_AT, iceLifetime);
      }
    },
    close: () => clearTimeout(timer),
  };
}
