import { createLevel } from '../call/level.js';

/** 42 dB below the loudest: a quiet room is under it, a voice is not. */
const VOICE = 0.3;
const PATIENCE = 8000;

/**
 * Whether a microphone hears somebody: shows how loud it is, and says `listening`, then `well` or, after a while,
 * `silent`; a voice that comes later is still heard.
 *
 * @param {HTMLMeterElement} meter
 * @param {function(string)} told
 */
export function createHearing(meter, told) {
  const level = createLevel(hear);
  let word = 'idle';
  let waiting = 0;

  function say(next) {
    word = next;
    told(next);
  }

  function hear(loudness) {
    meter.value = loudness;
    if (loudness > VOICE && word !== 'well') {
      clearTimeout(waiting);
      say('well');
    }
  }

  function stop() {
    clearTimeout(waiting);
    level.listen();
  }

  return {
    /** @param {MediaStream} stream in place of the one before */
    listen(stream) {
      stop();
      say('listening');
      waiting = setTimeout(() => say('silent'), PATIENCE);
      level.listen(stream.getAudioTracks()[0]);
    },
    stop,
  };
}
