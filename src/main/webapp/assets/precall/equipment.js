import { askRemembered } from '../call/chooser.js';
import { ask, troubleOf } from '../call/devices.js';
import { keep } from '../call/preference.js';

/** Camera and microphone of the test: each opens or says what stands in its way, can be changed, and is given back. */
const WANTED = { audio: { audio: true, video: false }, video: { audio: false, video: true } };
const KINDS = ['audio', 'video'];
const NAMES = { audio: 'microphone', video: 'camera' };

const exactly = (id) => ({ deviceId: { exact: id } });
const only = (kind, stream) => new MediaStream(stream.getTracks().filter((track) => track.kind === kind));

/**
 * @param {Object} told
 * @param {function(string, MediaStream)} told.opened audio or video, and its stream
 * @param {function(string, string)} told.failed audio or video, and refused, missing or occupied
 */
export function createEquipment({ opened, failed }) {
  const open = {};
  let closed = false;

  function release(kind) {
    if (open[kind]) {
      open[kind].getTracks().forEach((track) => track.stop());
      delete open[kind];
    }
  }

  function adopt(kind, stream) {
    release(kind);
    open[kind] = only(kind, stream);
    if (closed) {
      release(kind);
    } else {
      opened(kind, open[kind]);
    }
  }

  function openOne(kind, camera, wanted = WANTED[kind]) {
    return ask(wanted, camera).then(
      (stream) => adopt(kind, stream),
      (error) => closed || failed(kind, troubleOf(error)),
    );
  }

  return {
    /** One prompt for both, those of the last time; where that fails, each is asked for alone, and so says its own trouble. */
    start() {
      closed = false;
      return askRemembered().then(
        (stream) => KINDS.forEach((kind) => adopt(kind, stream)),
        () => KINDS.reduce((before, kind) => before.then(() => closed || openOne(kind)), Promise.resolve()),
      );
    },
    /**
     * The room will open it too. The former one is let go first: some computers open one at a time.
     * @param {string} kind audio or video
     * @param {{id: string, label: string}} device to use instead
     */
    change(kind, { id, label }) {
      keep(NAMES[kind], { id, label });
      release(kind);
      return kind === 'video'
        ? openOne(kind, exactly(id))
        : openOne(kind, undefined, Object.assign({}, WANTED.audio, { audio: exactly(id) }));
    },
    /** @returns {Promise<{id: string, label: string, used: boolean}[]>} those whose names the browser tells */
    list(kind) {
      const used = open[kind] ? open[kind].getTracks()[0].getSettings().deviceId : '';
      const choice = ({ deviceId, label }) => ({ id: deviceId, label, used: deviceId === used });
      return navigator.mediaDevices
        .enumerateDevices()
        .then((all) => all.filter((one) => one.kind === `${kind}input` && one.label).map(choice));
    },
    stream: (kind) => open[kind],
    close() {
      closed = true;
      KINDS.forEach(release);
    },
  };
}
