/** Where the invited person is, in a few words, so that the page can say what to tell them and what helps. */
const BEFORE = ['starting', 'waiting'];
const DEVICES = ['asking', 'refused', 'missing', 'occupied', 'taken'];
const LINK = ['opened', 'in-app', 'unsupported'];

/**
 * @typedef {Object} Known
 * @property {string} state of the call, see state.js
 * @property {string} sms waiting, sent, delivered, failed, expired or unknown
 * @property {string} [link] what became of the link before the tap: opened, in-app or unsupported
 * @property {string} [devices] what their camera and microphone lack: asking, refused, missing, occupied, taken or none
 * @property {boolean} [camera] is on
 * @property {boolean} [microphone] is on
 * @property {boolean} [heard] their sound has reached us
 */

/**
 * @param {Known} known
 * @returns {string} what to help them with: sms-…, opened, in-app, unsupported, asking, refused, missing, occupied,
 *   taken, connecting, media-off, connected, heard, reconnecting or left
 */
export function helpFor({ state, sms, link, devices, camera, microphone, heard }) {
  if (BEFORE.includes(state)) {
    return LINK.includes(link) ? link : `sms-${sms}`;
  }
  if (state === 'left' || state === 'reconnecting') {
    return state;
  }
  if (DEVICES.includes(devices)) {
    return devices;
  }
  if (state !== 'talking') {
    return 'connecting';
  }
  if (camera === false && microphone === false) {
    return 'media-off';
  }
  return heard ? 'heard' : 'connected';
}

/** @param {Known} known @returns {string} the step of camera and microphone: none before they joined */
export function devicesStep({ state, devices, camera, microphone }) {
  if (BEFORE.includes(state) || state === 'left' || devices === undefined) {
    return 'none';
  }
  if (DEVICES.includes(devices)) {
    return devices;
  }
  if (camera) {
    return 'camera';
  }
  return microphone ? 'sound-only' : 'off';
}

/**
 * @param {Object} view see view.js; the facts `help`, `link`, `guest` and `heard`
 * @returns {function(Known)} takes what is new
 */
export function createGuidance(view) {
  const known = { state: 'starting', sms: 'waiting' };

  return (news) => {
    Object.assign(known, news);
    if (BEFORE.includes(known.state) || known.state === 'left') {
      Object.assign(known, { devices: undefined, camera: undefined, microphone: undefined, heard: false });
    }
    view.set('help', `help-${helpFor(known)}`);
    view.set('link', BEFORE.includes(known.state) && known.link ? `link-${known.link}` : 'link-none');
    view.set('guest', `guest-${devicesStep(known)}`);
    view.set('heard', known.heard ? 'sound-heard' : 'sound-awaited');
  };
}
