import { createCall } from './call.js';
import { ask, troubleOf } from './devices.js';
import { createLate } from './late.js';
import { createMedia } from './media.js';
import { createStage } from './stage.js';

const TAKEN_AFTER = 1500;

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
 *   `none`; and of the browser's own error
 * @param {function(string)} [ways.lost] told the same of a device that was open and went: `trouble` by itself
 * @param {function({state: string, since: string})} [ways.sms] told where the SMS is: the organizer alone
 */
export function createSession({ root, view, organizer, renew, state, trouble, lost, sms }) {
  const stage = createStage(root, view);
  let settle;
  const settled = new Promise((resolve) => {
    settle = resolve;
  });

  const media = createMedia({
    opened: (track) => call.send(track).catch((error) => console.warn(`track: ${error.name}`)),
    changed() {
      stage.showOwn(media);
      taken[media.facts().taken === 'none' ? 'end' : 'begin']();
      call.tellMedia();
    },
    lost: lost || trouble,
  });

  const taken = createLate(TAKEN_AFTER, (lasts) => view.set('taken', `taken-${lasts ? media.facts().taken : 'none'}`));

  const call = createCall({
    organizer,
    address: `${location.origin.replace('http', 'ws')}/signaling`,
    renew,
    media,
    settled,
    heard: {
      state(word) {
        if (word === 'talking') {
          stage.hear();
        }
        state(word);
      },
      far: stage.showFar,
      farMedia: stage.tellFar,
      sms,
      serverMissed: (missed) => view.set('server', missed ? 'server-missed' : 'server-there'),
      otherMissed: (missed) => view.set('other', missed ? 'other-missed' : 'other-there'),
    },
  });

  /** @param {Promise<MediaStream>} prompt what the person was asked for, see devices.js */
  function use(prompt) {
    trouble('asking');
    return prompt
      .then(media.adopt)
      .then(() => trouble('none'))
      .catch((error) => trouble(troubleOf(error), error))
      .then(settle);
  }

  /** Switches off and on what is open; what is not, because it was refused or left out, is asked for again. */
  const press = (kind) => () =>
    media.has(kind) ? media.toggle(kind) : use(ask({ audio: kind === 'audio', video: kind === 'video' }));

  /** Gives the devices and the stage back, while the call may still have a word to say. */
  function release() {
    taken.drop();
    media.close();
    stage.close();
  }

  return {
    call,
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
