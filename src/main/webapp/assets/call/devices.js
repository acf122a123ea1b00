/** The camera prompt, and the words for what may stand in its way. */
const TROUBLES = {
  NotAllowedError: 'refused',
  PermissionDeniedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  DevicesNotFoundError: 'missing',
  OverconstrainedError: 'missing',
};
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } };

export const BOTH = { audio: true, video: true };
export const SOUND = { audio: true, video: false };
export const PICTURE = { audio: false, video: true };

export const listCameras = () =>
  navigator.mediaDevices.enumerateDevices().then((all) => all.filter((one) => one.kind === 'videoinput'));

/** @returns {Promise<MediaTrackConstraints>} the camera after this one */
export const cameraAfter = (id) =>
  listCameras().then((found) => {
    const ids = found.map((one) => one.deviceId);
    return { deviceId: { exact: ids[(ids.indexOf(id) + 1) % ids.length] } };
  });

/** @returns {string} refused, missing or occupied */
export const troubleOf = (error) => TROUBLES[error.name] || 'occupied';

/**
 * Opens what is wanted, in one prompt.
 * @param {{audio: boolean, video: boolean}} wanted
 * @param {MediaTrackConstraints} [camera] which one; the one towards the person otherwise
 * @returns {Promise<MediaStream>} rejects with the browser's own error, see troubleOf
 */
export function ask({ audio, video }, camera = { facingMode: 'user' }) {
  return navigator.mediaDevices.getUserMedia({ audio, video: video && Object.assign({}, camera, SIZE) });
}
