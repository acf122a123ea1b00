/** A few seconds of the microphone, heard back. They stay in this page. */
export const canRecord = () => 'MediaRecorder' in window;

/**
 * @param {MediaStream} stream
 * @param {number} duration milliseconds
 * @returns {Promise<Blob>}
 */
export function record(stream, duration) {
  return new Promise((resolve, reject) => {
    const recorder = new MediaRecorder(stream);
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onerror = reject;
    recorder.onstop = () => resolve(new Blob(parts, { type: recorder.mimeType }));
    recorder.start();
    setTimeout(() => recorder.state === 'recording' && recorder.stop(), duration);
  });
}

/** @returns {Promise<void>} once it is over */
export function play(blob) {
  const address = URL.createObjectURL(blob);
  const player = new Audio(address);
  return new Promise((resolve, reject) => {
    player.onended = resolve;
    player.onerror = reject;
    Promise.resolve(player.play()).catch(reject);
  }).then(
    () => URL.revokeObjectURL(address),
    (error) => {
      URL.revokeObjectURL(address);
      throw error;
    },
  );
}

/** Three notes that go up, softly in and out. */
const NOTES = [523, 659, 784];
const NOTE = 0.45;

/** @returns {Promise<void>} once they are over */
export function chime() {
  const Context = window.AudioContext || window.webkitAudioContext;
  const context = new Context();
  NOTES.forEach((pitch, place) => {
    const start = context.currentTime + place * NOTE;
    const voice = context.createOscillator();
    const volume = context.createGain();
    voice.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.4, start + NOTE / 4);
    volume.gain.linearRampToValueAtTime(0, start + NOTE);
    voice.connect(volume);
    volume.connect(context.destination);
    voice.start(start);
    voice.stop(start + NOTE);
  });
  return new Promise((resolve) => setTimeout(resolve, NOTES.length * NOTE * 1000)).then(() => context.close());
}
