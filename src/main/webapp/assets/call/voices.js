import { load } from './page.js';

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
