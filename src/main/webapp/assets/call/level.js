/** How loud a track is, some times a second, from 0 to 1 on a scale that moves as the ear hears: 60 dB to silence. */
const EVERY = 100;
const RANGE = 60;
const MIDDLE = 128;

/** @param {Uint8Array} samples around 128 */
export function loudness(samples) {
  const energy = samples.reduce((sum, one) => sum + ((one - MIDDLE) / MIDDLE) ** 2, 0) / samples.length;
  return energy === 0 ? 0 : Math.min(1, Math.max(0, 1 + (10 * Math.log10(energy)) / RANGE));
}

/** @returns {?AudioNode} none where Firefox does not mix sample rates: a headset may have another than the context */
export function sourceOf(track, context) {
  try {
    return context.createMediaStreamSource(new MediaStream([track]));
  } catch (error) {
    console.warn(`level: ${error.name}`);
    return null;
  }
}

/**
 * Says nothing while the browser keeps sound asleep, which some do until the first click.
 * @param {function(number)} heard
 */
export function createLevel(heard) {
  const Context = window.AudioContext || window.webkitAudioContext;
  let context = null;
  let source = null;
  let analyser = null;
  let samples = null;
  let listened = null;
  let timer = 0;

  function measure() {
    if (context.state === 'running') {
      analyser.getByteTimeDomainData(samples);
      heard(loudness(samples));
    } else {
      context.resume();
    }
  }

  function open() {
    context = new Context();
    analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    samples = new Uint8Array(analyser.fftSize);
    timer = setInterval(measure, EVERY);
  }

  function forget() {
    listened = null;
    if (source) {
      source.disconnect();
      source = null;
      heard(0);
    }
  }

  return {
    /** @param {MediaStreamTrack=} track in place of the one before; none to listen to nothing */
    listen(track) {
      if (track === listened || !Context) {
        return;
      }
      forget();
      if (track) {
        listened = track;
        if (!context) {
          open();
        }
        source = sourceOf(track, context);
        if (source) {
          source.connect(analyser);
        }
      }
    },
    close() {
      clearInterval(timer);
      forget();
      if (context) {
        context.close();
      }
    },
  };
}
