/** What all the results come to, in one word. */
const TESTING = ['asking', 'listening', 'testing'];
const RELAYS = ['udp', 'tcp', 'tls'];

/** @returns {string} well, weak or bad: a call in 720p takes 1.5 Mbit/s, one that can be understood 0.5 */
export function quality({ roundTrip, loss, megabits }) {
  if (roundTrip === null || roundTrip > 300 || loss > 0.05 || megabits < 0.5) {
    return 'bad';
  }
  return roundTrip > 150 || loss > 0.01 || megabits < 1.5 ? 'weak' : 'well';
}

/**
 * @param {Object<string, string>} results by name: camera, microphone, speaker, socket, direct, udp, tcp, tls, quality
 * @returns {string} idle, testing, good, care (a call works, something is worth a look) or bad (no call from here)
 */
export function verdict(results) {
  const words = Object.keys(results).map((name) => results[name]);
  const is = (word) => (name) => results[name] === word;
  const lacks = (name) => !is('well')(name);
  if (!words.length) {
    return 'idle';
  }
  if (words.some((word) => TESTING.includes(word))) {
    return 'testing';
  }
  const deaf = lacks('camera') && lacks('microphone') && !is('silent')('microphone');
  const cut = lacks('socket') || (lacks('direct') && !RELAYS.some(is('well')));
  if (deaf || cut) {
    return 'bad';
  }
  const blocked = is('blocked');
  const strained = blocked('udp') || (RELAYS.some(blocked) && !RELAYS.some(is('well')));
  const lame = lacks('camera') || lacks('microphone') || lacks('direct') || is('unheard')('speaker');
  return strained || lame || ['weak', 'bad'].includes(results.quality) ? 'care' : 'good';
}
