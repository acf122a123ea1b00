/** Notices that a picture stays black: a closed shutter, a hand, a camera that opened and films nothing. */
const EVERY = 1000;
const BLACK = 10;
const LASTS = 3;
const WIDTH = 16;
const HEIGHT = 12;
const COLOURS = 3;

/** @param {Uint8ClampedArray} pixels red, green, blue, opacity… @returns {boolean} nothing to be seen */
export function isBlack(pixels) {
  let sum = 0;
  for (let at = 0; at < pixels.length; at += COLOURS + 1) {
    sum += pixels[at] + pixels[at + 1] + pixels[at + 2];
  }
  return sum / ((pixels.length / (COLOURS + 1)) * COLOURS) < BLACK;
}

/**
 * @param {HTMLVideoElement} video
 * @param {function(boolean)} tell true once it has been black for three seconds, false when it is not
 * @returns {function()} stops
 */
export function watchDarkness(video, tell) {
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
  const brush = canvas.getContext('2d');
  let black = 0;

  function look() {
    const track = video.srcObject && video.srcObject.getVideoTracks()[0];
    if (!track || !track.enabled || !video.videoWidth) {
      black = 0;
    } else {
      brush.drawImage(video, 0, 0, WIDTH, HEIGHT);
      black = isBlack(brush.getImageData(0, 0, WIDTH, HEIGHT).data) ? black + 1 : 0;
    }
    tell(black >= LASTS);
  }

  const timer = setInterval(look, EVERY);
  return () => clearInterval(timer);
}
