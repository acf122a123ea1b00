import { ours } from './api.js';
import { load } from './page.js';

/** How the page is shown: `ordinary`, `large` (letters), or `easy` (to read), which is a page of its own and large too. */
const KEPT = 'display';

/** What the person chose on this page, for as long as its tab is open; nothing where the browser keeps nothing. */
function chosen() {
  try {
    return sessionStorage.getItem(KEPT);
  } catch (blocked) {
    return null;
  }
}

function keep(display) {
  try {
    sessionStorage.setItem(KEPT, display);
  } catch (blocked) {
    // Then the choice holds for this page alone.
  }
}

/**
 * @param {{set: function(string, string)}} view see view.js; the fact is `display`
 * @param {function(string)} open another page in place of this one
 */
export function createDisplay(view, open = (address) => location.replace(address)) {
  const page = document.documentElement;
  const isEasy = page.classList.contains('easy');
  let shown = isEasy ? 'easy' : 'ordinary';

  /**
   * @param {string} [invited] what the organizer chose; the person's own choice goes before it
   * @returns {boolean} whether this is the page for it; if not, that one is being opened
   */
  function show(invited = shown) {
    shown = chosen() || invited;
    if ((shown === 'easy') !== isEasy) {
      open(ours(`/r/${page.lang}${isEasy ? '' : '/simple'}`) + location.hash);
      return false;
    }
    page.classList.toggle('large', shown !== 'ordinary');
    view.set('display', `display-${shown}`);
    return true;
  }

  function toggle(display) {
    shown = shown === display ? 'ordinary' : display;
    keep(shown);
    show();
  }

  return {
    show,
    large: () => toggle('large'),
    easy: () => toggle('easy'),
  };
}

/**
 * The voice that reads a page aloud. Only one that this device has itself: what a voice from the network says, its maker
 * is told.
 *
 * @param {string} language of two letters
 * @param {SpeechSynthesisVoice[]} voices
 * @returns {SpeechSynthesisVoice|undefined}
 */
export function voiceFor(language, voices) {
  return voices.find(({ lang, localService }) => localService && lang.slice(0, 2).toLowerCase() === language);
}

/**
 * The button that reads the page aloud, where there is a voice for its language; what reads is loaded with the first tap.
 *
 * @param {HTMLElement} root
 * @param {{set: function(string, string)}} view see view.js; the facts are `speech` and `reading`
 */
export function createListening(root, view) {
  const { classList, lang } = document.documentElement;
  const { speechSynthesis } = window;
  let reader = null;

  function tell() {
    view.set('speech', voiceFor(lang, speechSynthesis.getVoices()) ? 'speech-there' : 'speech-none');
  }

  view.set('reading', 'reading-off');
  if (speechSynthesis) {
    // In some browsers they come late, in others they are there at once.
    speechSynthesis.onvoiceschanged = tell;
    tell();
  }

  return {
    press() {
      // In the tap itself: an iPhone lets no page speak that did not begin to in a tap.
      speechSynthesis.speak(new SpeechSynthesisUtterance(''));
      return load('aloud').then(
        (createReader) => {
          reader = reader || createReader({ root, view, language: lang, goesOn: classList.contains('easy') });
          reader.press();
        },
        () => view.set('speech', 'speech-none'),
      );
    },
    /** @param {string} state the page's new one, which it shows already */
    tell(state) {
      if (reader) {
        reader.tell(state);
      }
    },
  };
}
