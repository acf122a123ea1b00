import { signaling } from './api.js';
import { createCall } from './call.js';
import { ask, troubleOf } from './devices.js';
import { createLate } from './late.js';
import { createMedia } from './media.js';
import { createMoment } from './moment.js';
import { createOutcome } from './outcome.js';
import { createStage } from './stage.js';

const TAKEN_AFTER = 1500;
const LACKS = ['refused', 'missing', 'occupied'];

/**
 * One stay in the room, from the tap to the last word: our devices, the call, and the stage they are seen on. close()
 * gives camera, microphone, sockets and timers back.
 *
 * @param {Object} ways
 * @param {HTMLElement} ways.root
 * @param {Object} ways.view see view.js
 * @param {boolean} ways.organizer
 * @param {function(): Promise<Object>} ways.renew a fresh seat
 * @param {function(string)} ways.state told of each word of the call's state
 * @param {function(string, Error=)} ways.trouble told of what our devices lack: `asking`, refused, missing, occupied, or
 *   `none`; and of the browser's own error; may return the word to tell the other side instead
 * @param {function(string)} [ways.lost] told the same of a device that was open and went: `trouble` by itself
 * @param {function()} [ways.changed] told when our tracks may have been replaced
 * @param {number} [ways.since] the tap that led here, as performance.now() tells
 * @param {Object} ways.heard text(channel); the organizer's alone are sms({state, since}), link(state), farMedia(facts)
 */
export function createSession({ root, view, organizer, renew, state, trouble, lost, changed, since, heard }) {
  const stage = createStage(root, view);
  const photo = createMoment((fresh) => view.set('photographed', fresh ? 'photo-taken' : 'photo-old'));
  let devices = 'none';
  let saving = false;
  let settle;
  const settled = new Promise((resolve) => {
    settle = resolve;
  });

  const media = createMedia({
    opened: (track) => call.send(track).catch((error) => console.warn(`track: ${error.name}`)),
    changed() {
      taken[media.facts().taken === 'none' ? 'end' : 'begin']();
      if (LACKS.includes(devices) && media.has('audio') && media.has('video')) {
        lack('none'); // Another device was chosen in place of the one that did not open.
      } else {
        show();
      }
    },
    lost: lost || lack,
  });

  const taken = createLate(TAKEN_AFTER, (lasts) => view.set('taken', `taken-${lasts ? media.facts().taken : 'none'}`));

  const outcome = createOutcome({
    far: root.querySelector('[data-far]'),
    since,
    // Who invites is in the call even without a camera; who is invited still reads what to do.
    blocked: () => !organizer && devices !== 'none',
    say: (message) => call.say(message),
  });

  const call = createCall({
    organizer,
    address: signaling(),
    renew,
    media,
    facts() {
      const own = media.facts();
      const way = devices === 'none' && own.taken !== 'none' ? 'taken' : devices;
      return { camera: own.camera, microphone: own.microphone, devices: way, saving };
    },
    settled,
    heard: Object.assign({}, heard, {
      state(word) {
        if (word === 'talking') {
          stage.hear();
        }
        state(word);
      },
      far: stage.showFar,
      photo: photo.tell,
      farMedia(facts) {
        stage.tellFar(facts);
        if (heard.farMedia) {
          heard.farMedia(facts);
        }
      },
      saving(paused) {
        saving = paused;
        view.set('saving', saving ? 'saving-on' : 'saving-off');
        call.tellMedia();
      },
      planB: (on) => view.set('planb', on ? 'planb-on' : 'planb-off'),
      failed: (why) => call.say(Object.assign({ type: 'failure' }, why)),
      met: outcome.meet,
      read: outcome.hear,
      serverMissed: (missed) => view.set('server', missed ? 'server-missed' : 'server-there'),
      otherMissed: (missed) => view.set('other', missed ? 'other-missed' : 'other-there'),
    }),
  });

  /** What our devices lack is said on both sides. */
  function lack(word, error) {
    devices = trouble(word, error) || word;
    if (LACKS.includes(devices)) {
      outcome.fail(devices);
    }
    show();
  }

  function show() {
    stage.showOwn(media);
    if (changed) {
      changed();
    }
    call.tellMedia();
  }

  /**
   * @param {Promise<MediaStream>} prompt what the person was asked for, see devices.js
   * @param {function(): string} [lacking] what is lacking even so
   */
  function use(prompt, lacking = () => 'none') {
    lack('asking');
    return prompt
      .then(media.adopt)
      .then(() => lack(lacking()))
      .catch((error) => lack(troubleOf(error), error))
      .then(settle);
  }

  /** Switches off and on what is open; what is not, because it was refused or left out, is asked for again. */
  const press = (kind) => () => {
    if (media.has(kind)) {
      media.toggle(kind);
    } else if (!media.busy) {
      use(ask({ audio: kind === 'audio', video: kind === 'video' }));
    }
  };

  /** Gives the devices and the stage back, while the call may still have a word to say. */
  function release() {
    taken.drop();
    outcome.close();
    media.close();
    stage.close();
  }

  return {
    call,
    media,
    use,
    /** Both by kind, audio or video: whether ours is open, and its track. */
    has: media.has,
    track: media.track,
    actions: {
      microphone: press('audio'),
      camera: press('video'),
      flip: () => media.flip(),
      enlarge: stage.enlarge,
      hear: stage.hear,
    },
    release,
    close() {
      call.close();
      release();
    },
  };
}
