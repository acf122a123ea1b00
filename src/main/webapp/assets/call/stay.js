import { orSoundAlone } from './alone.js';
import { PICTURE, SOUND, ask } from './devices.js';
import { watchKeyboard } from './keyboard.js';
import { keepScreenOn } from './screen.js';
import { createSession } from './session.js';
import { createSilence } from './silence.js';
import { refusalOf, showSteps, stepsFor } from './steps.js';
import { createText } from './text.js';
import { createWaiting } from './waiting.js';

const LACKS = ['refused', 'missing', 'occupied'];

/**
 * The participant's stay in the room: their session, and what a person on a phone needs around it.
 *
 * @param {Object} ways root, view, renew, since and state as in session.js
 * @param {function(string)} ways.trouble `asking`, refused, missing, occupied, or `none`
 */
export function createStay({ root, view, renew, since, state, trouble }) {
  const waiting = createWaiting(root.querySelector('[data-clock]'), view);
  const letScreenGo = keepScreenOn();
  const letKeyboardGo = watchKeyboard(root);
  const text = createText({ root, view });
  let silently = false;

  const session = createSession({
    root,
    view,
    organizer: false,
    renew,
    since,
    state(word) {
      waiting.tell(word);
      state(word);
    },
    trouble: stands,
    // A note says it, see session.js: the call goes on meanwhile.
    lost: () => undefined,
    heard: { text: text.take },
  });

  // An earlier stay may have ended with either.
  view.set('taken', 'taken-none');
  view.set('silence', 'heard');
  const silence = createSilence({
    track: () => session.track('audio'),
    heard: (silent) => view.set('silence', silent ? 'silent' : 'heard'),
  });

  /**
   * What stands in the way now. It is worth a page of its own while nobody could hear the person; after that, only what
   * they can do something about.
   */
  function stands(word, error) {
    const lacks = LACKS.includes(word);
    if (session.has('video')) {
      view.set('picture', 'picture-off');
    } else if (lacks) {
      withoutPicture(word);
    }
    view.set('voice', session.has('audio') ? 'voice-off' : 'voice-lacking');
    if (word === 'refused') {
      const refusal = refusalOf(error);
      view.set('refusal', `refusal-${refusal}`);
      showSteps(root.querySelector('[data-steps-here]'), stepsFor(navigator, refusal));
    }
    const said = lacks && word !== 'refused' && (silently || session.has('audio')) ? 'none' : word;
    trouble(said);
    return said;
  }

  /** @param {string} why refused, missing or occupied */
  function withoutPicture(why) {
    view.set('picture', `picture-${why}`);
  }

  function retry() {
    const lacks = { audio: !session.has('audio'), video: !session.has('video') };
    session.use(lacks.audio ? orSoundAlone(ask(lacks), withoutPicture) : ask(lacks));
  }

  /** Goes on without a picture, with the sound that may be there already. */
  const soundOnly = () => session.use(session.has('audio') ? Promise.resolve(new MediaStream()) : ask(SOUND));

  /** Goes on without a microphone, and with the camera if there is one: to see and hear is better than to stay out. */
  function goSilently() {
    silently = true;
    session.use(ask(PICTURE));
  }

  return {
    /**
     * @param {Promise<MediaStream>} prompt what the tap asked for
     * @param {Object} seat what the tap was granted
     */
    open(prompt, seat) {
      session.use(orSoundAlone(prompt, withoutPicture));
      session.call.open(seat);
    },
    actions: Object.assign({ retry, soundOnly, silently: goSilently, write: text.toggle }, session.actions),
    leave: session.call.leave,
    close() {
      waiting.close();
      silence.close();
      letScreenGo();
      letKeyboardGo();
      text.close();
      session.close();
    },
  };
}
