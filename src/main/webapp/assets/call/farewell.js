/** The professional's last word, which must reach the server for the invitation to close: even over a bad network. */
const TRIES = 4;
const WAIT = 1000;

/**
 * The devices go at once; the call waits for the server, which tells both sides that it is over. Only if it cannot be
 * reached does our socket say that we left: the phone takes that for an absence.
 *
 * @param {Object} session see session.js
 * @param {function(): Promise} end asks the server to end the call for both
 * @returns {Promise} once nothing of the session is left
 */
export function sayFarewell(session, end) {
  session.release();
  return tell(end, TRIES).catch(session.call.leave).then(session.close);
}

/** @returns {Promise} of the first try */
function tell(end, tries) {
  const told = end();
  told.catch(({ reason }) => {
    if (reason === 'unreachable' && tries > 1) {
      setTimeout(() => tell(end, tries - 1), WAIT);
    }
  });
  return told;
}
