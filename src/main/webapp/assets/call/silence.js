import { sourceOf } from './level.js';

/**
 * Notices a microphone that is open and gives nothing: switched off on the headset, or on the system's side. A quiet
 * room is never so quiet: only samples that are all zero count, and only where they can be read that finely.
 */
const LOOK_EVERY = 250;
const SILENT_FOR = 6000;
const SAMPLES = 2048;
/** Less than half a step of 16 bits. */
const NOTHING = 1e-5;

/**
 * Opened after the person's tap: browsers start no sound before.
 *
 * @param {Object} ways
 * @param {function(): ?MediaStreamTrack} ways.track our microphone's, whichever it is now
 * @param {function(boolean)} ways.heard true once it has been silent for some seconds, false when it speaks again
 */
export function createSilence({ track, heard }) {
  const Context = window.AudioContext || window.webkitAudioContext;
  const context = Context && new Context();
  const samples = new Float32Array(SAMPLES);
  let source = null;
  let analyser = null;
  let watched = null;
  let since = 0;
  let silent = false;

  function tell(word) {
    if (word !== silent) {
      silent = word;
      heard(silent);
    }
  }

  /** Switched off by choice, taken by the system, or not there: that is not silence. */
  const speaks = (one) => one && one.readyState === 'live' && one.enabled && !one.muted;

  function listenTo(one) {
    if (source) {
      source.disconnect();
    }
    watched = one;
    source = sourceOf(one, context);
    analyser = context.createAnalyser();
    analyser.fftSize = SAMPLES;
    if (source) {
      source.connect(analyser);
    }
    since = performance.now();
  }

  function look() {
    const one = track();
    if (!speaks(one) || context.state !== 'running') {
      since = performance.now();
      tell(false);
      return;
    }
    if (one !== watched) {
      listenTo(one);
    }
    analyser.getFloatTimeDomainData(samples);
    if (!source || samples.some((sample) => Math.abs(sample) > NOTHING)) {
      since = performance.now();
    }
    tell(performance.now() - since >= SILENT_FOR);
  }

  // Safari before 14.1 rounds to 8 bits, where a quiet room is all zeros.
  const fine = context && 'getFloatTimeDomainData' in AnalyserNode.prototype;
  const looking = fine ? setInterval(look, LOOK_EVERY) : 0;
  if (fine && context.state === 'suspended') {
    context.resume().catch(() => undefined);
  }

  return {
    close() {
      clearInterval(looking);
      if (context) {
        context.close();
      }
    },
  };
}
