import { voiceFor } from './ways.js';

/** What a state says; the time that passes is no sentence. */
const SAID = 'main h1:not(.stage-unseen), main p:not(.stage-wait), main ol li, main .sheet-main';
/** The other's voice, or soon: nothing talks over it. */
const CALL = ['connecting', 'talking', 'reconnecting'];

/**
 * Reads aloud what the page says now, in the page's language.
 *
 * @param {Object} ways
 * @param {HTMLElement} ways.root
 * @param {{set: function(string, string)}} ways.view see view.js; the fact is `reading`
 * @param {string} ways.language
 * @param {boolean} ways.goesOn whether each new state is read too, once the person has asked for one
 * @param {SpeechSynthesis} [ways.speech]
 * @param {function(new: SpeechSynthesisUtterance, string)} [ways.Utterance]
 */
export function createReader({
  root,
  view,
  language,
  goesOn,
  speech = window.speechSynthesis,
  Utterance = window.SpeechSynthesisUtterance,
}) {
  let reading = null;
  let asked = false;

  function stop() {
    reading = null;
    speech.cancel();
    view.set('reading', 'reading-off');
  }

  function sentences() {
    return Array.from(root.querySelectorAll(SAID))
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => element.innerText.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
  }

  function utterance(text, voice) {
    const one = new Utterance(text);
    one.voice = voice;
    one.lang = voice.lang;
    one.rate = 0.9;
    return one;
  }

  function read() {
    stop();
    const voice = voiceFor(language, speech.getVoices());
    const said = voice ? sentences().map((text) => utterance(text, voice)) : [];
    if (said.length > 0) {
      // Kept until it is over: Chrome forgets the end of what nobody holds.
      reading = said;
      said[said.length - 1].onend = () => {
        if (reading === said) {
          stop();
        }
      };
      view.set('reading', 'reading-on');
      said.forEach((one) => speech.speak(one));
    }
  }

  window.addEventListener('pagehide', stop);

  return {
    /** The button: reads, or stops. */
    press() {
      asked = !reading;
      if (reading) {
        stop();
      } else {
        read();
      }
    },
    /** @param {string} state the page's new one, which it shows already */
    tell(state) {
      if (asked && goesOn && !CALL.includes(state)) {
        read();
      } else {
        stop();
      }
    },
  };
}
