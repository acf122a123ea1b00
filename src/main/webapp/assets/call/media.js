import { ask, cameraAfter, listCameras, troubleOf } from './devices.js';

/** Our camera and microphone: shown, switched off, flipped, and opened again when the system took them. */
const RECOVERY = 1000;

/**
 * @param {Object} heard
 * @param {function(MediaStreamTrack)} heard.opened a track to send instead of the one of its kind
 * @param {function()} heard.changed what facts() says may have changed
 * @param {function(string)} heard.lost a device went and did not come back: refused, missing or occupied
 */
export function createMedia({ opened, changed, lost }) {
  const devices = navigator.mediaDevices;
  const stream = new MediaStream();
  const on = { audio: true, video: true };
  let cameras = 0;
  let facing = 'user';
  let closed = false;
  let asking = false;
  let lacking = false;

  const track = (kind) => stream.getTracks().find((one) => one.kind === kind);

  /** Ours to switch on and off: not refused, nor taken by the system for good. */
  function has(kind) {
    const one = track(kind);
    return Boolean(one) && one.readyState !== 'ended';
  }

  /** @returns {string} none, audio, video or both: what a phone call, sleep or another program has for now */
  function taken() {
    const gone = stream.getTracks().filter((one) => one.muted || one.readyState === 'ended');
    return gone.length > 1 ? 'both' : gone.map((one) => one.kind).join() || 'none';
  }

  function drop(old) {
    old.onended = old.onmute = old.onunmute = null;
    old.stop();
    stream.removeTrack(old);
  }

  /** Takes over the tracks that a prompt gave, in place of ours of the same kind. */
  function adopt(fresh) {
    fresh.getTracks().forEach((one) => {
      const old = track(one.kind);
      if (old) {
        drop(old);
      }
      one.enabled = on[one.kind];
      one.onended = reopen;
      one.onmute = one.onunmute = changed;
      stream.addTrack(one);
      opened(one);
    });
    if (closed) {
      stream.getTracks().forEach(drop);
    }
    changed();
    return count();
  }

  /** How many there are only matters to flip(): not to know it is no trouble. */
  function count() {
    const counted = (found) => {
      cameras = found.length;
      changed();
    };
    return listCameras().then(counted, () => undefined);
  }

  function failed(error) {
    changed();
    lost(troubleOf(error));
  }

  /** A phone call, sleep, or another program took the device: ask for it again once the person looks at the page. */
  function reopen() {
    const gone = stream.getTracks().filter((one) => one.readyState === 'ended' || one.muted);
    const among = (kind) => gone.some((one) => one.kind === kind);
    if (asking) {
      lacking = true;
    } else if (!closed && !document.hidden && gone.length) {
      asking = true;
      ask({ audio: among('audio'), video: among('video') }, { facingMode: facing })
        .then(adopt)
        .then(() => lacking, failed)
        .then(asked);
    }
  }

  /** Both are often taken at once: one prompt, and another only for what was taken meanwhile. */
  function asked(more) {
    asking = lacking = false;
    if (more) {
      reopen();
    }
  }

  // Safari unmutes by itself a moment after the page is seen again.
  const seen = () => setTimeout(reopen, RECOVERY);

  /**
   * Phones open one camera at a time: stop, then start; and only the picture is replaced, or iOS loses the sound. If the
   * other camera does not open, this one comes back.
   */
  function flip() {
    if (asking) {
      return Promise.resolve();
    }
    asking = true;
    const old = track('video');
    const { deviceId, facingMode } = old.getSettings();
    const before = facing;
    facing = (facingMode || facing) === 'environment' ? 'user' : 'environment';
    old.onended = null;
    old.stop();
    return cameraAfter(deviceId)
      .then((next) => ask({ audio: false, video: true }, facingMode ? { facingMode: facing } : next))
      .catch(() => {
        facing = before;
        return ask({ audio: false, video: true }, { deviceId });
      })
      .then(adopt)
      .then(() => lacking, failed)
      .then(asked);
  }

  /** What was pulled out may have been plugged in again. */
  function plugged() {
    reopen();
    count();
  }

  devices.addEventListener('devicechange', plugged);
  document.addEventListener('visibilitychange', seen);

  return {
    stream,
    adopt,
    flip,
    /** Both by kind: audio or video. */
    has,
    track,
    /** A camera is on its way: phones open one at a time. */
    get busy() {
      return asking;
    },
    toggle(kind) {
      on[kind] = !on[kind];
      stream.getTracks().forEach((one) => {
        one.enabled = on[one.kind];
      });
      changed();
    },
    facts: () => ({
      camera: on.video && has('video'),
      microphone: on.audio && has('audio'),
      cameras: has('video') ? cameras : 0,
      mirrored: facing === 'user',
      taken: taken(),
    }),
    close() {
      closed = true;
      devices.removeEventListener('devicechange', plugged);
      document.removeEventListener('visibilitychange', seen);
      stream.getTracks().forEach(drop);
    },
  };
}
