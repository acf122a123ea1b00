import { ask, troubleOf } from './devices.js';
import { keep, recall } from './preference.js';

/**
 * Which camera, microphone and speaker: by name, remembered, and found again when it is plugged in again. Browsers change
 * the ids of devices, so a choice is known by its name too.
 */
const KINDS = { videoinput: 'camera', audioinput: 'microphone', audiooutput: 'speaker' };
const SENT = { camera: 'video', microphone: 'audio' };

const wished = (name) => {
  const kept = recall(name);
  return kept ? { deviceId: { ideal: kept.id } } : undefined;
};

/** The first prompt, for the devices of the last time. See devices.js. */
export const askRemembered = () => ask({ audio: wished('microphone') || true, video: true }, wished('camera'));

/**
 * @param {Object} ways
 * @param {Object} ways.media see media.js
 * @param {HTMLMediaElement} ways.far where the other side is heard
 * @param {function(string, {id: string, label: string}[], string)} ways.listed told, by name (camera, microphone,
 *   speaker), which devices there are, and the id of the one in use
 * @param {function()} ways.failed told when the one that was chosen did not open: the one before stays in use
 */
export function createChooser({ media, far, listed, failed }) {
  const devices = navigator.mediaDevices;
  const tried = new Set();
  let found = [];
  let closed = false;

  const track = (name) => media.stream.getTracks().find((one) => one.kind === SENT[name]);
  const among = (name) => found.filter((one) => KINDS[one.kind] === name);

  function used(name) {
    if (name === 'speaker') {
      return far.sinkId || 'default';
    }
    const own = track(name);
    return own ? own.getSettings().deviceId : '';
  }

  function tell() {
    Object.keys(KINDS).forEach((kind) => {
      const name = KINDS[kind];
      const heard = name === 'speaker' && !far.setSinkId ? [] : among(name);
      listed(
        name,
        heard.map(({ deviceId, label }) => ({ id: deviceId, label })),
        used(name),
      );
    });
  }

  function open(name, id) {
    const exactly = { deviceId: { exact: id } };
    if (name === 'speaker') {
      return far.setSinkId(id);
    }
    const wanted = (which) => ask({ audio: name === 'microphone' && which, video: name === 'camera' }, which);
    return wanted(exactly)
      .catch((error) =>
        troubleOf(error) === 'occupied' && used(name) ? swap(name, wanted, exactly) : Promise.reject(error),
      )
      .then(media.adopt);
  }

  /** Firefox opened one microphone at a time until version 101, and some systems one camera: stop, then start. */
  function swap(name, wanted, next) {
    const former = { deviceId: { exact: used(name) } };
    const old = track(name);
    old.onended = null;
    old.stop();
    const back = (error) =>
      wanted(former)
        .then(media.adopt)
        .then(() => Promise.reject(error));
    return wanted(next).catch(back);
  }

  /** The chosen one is back, or has another id than last time. Tried once: it may not open. */
  function comeBack(name) {
    const kept = recall(name);
    const same = kept && among(name).find((one) => one.label === kept.label);
    const usable = name === 'speaker' ? far.setSinkId : track(name);
    if (!same || !usable || same.deviceId === used(name) || tried.has(same.deviceId)) {
      return undefined;
    }
    tried.add(same.deviceId);
    return open(name, same.deviceId).catch(() => undefined);
  }

  function refresh() {
    return devices.enumerateDevices().then((all) => {
      if (closed) {
        return undefined;
      }
      found = all.filter((one) => one.deviceId);
      tell();
      return Promise.all(Object.keys(SENT).concat('speaker').map(comeBack)).then(() => closed || tell());
    });
  }

  const listAgain = () => refresh().catch(() => undefined);

  /** Something was plugged in, or out. */
  function changed() {
    tried.clear();
    listAgain();
  }

  devices.addEventListener('devicechange', changed);

  return {
    /** Lists again: our tracks were replaced, or the prompt was answered and devices have names now. */
    refresh: listAgain,
    /** @param {string} name camera, microphone or speaker */
    choose(name, id) {
      const { label } = found.find((one) => one.deviceId === id) || {};
      return open(name, id)
        .then(() => keep(name, { id, label }), failed)
        .then(tell);
    },
    close() {
      closed = true;
      devices.removeEventListener('devicechange', changed);
    },
  };
}
