import { post } from './api.js';
import { copyText } from './page.js';

/**
 * What the professional does for a person who has no link: another SMS, another number, the link itself, its QR code; or
 * cancels it all. Two facts of the view: `remedy` is the one that is open, `answer` what the server said.
 *
 * @param {Object} ways
 * @param {HTMLElement} ways.root
 * @param {Object} ways.view see view.js
 * @param {Object} ways.sms see sms.js
 * @param {function(Promise): Promise} ways.quietly what the server says of the room meanwhile is no news
 * @param {function(string)} ways.over told why the invitation is over
 * @param {function(string)} ways.moved told the id of the invitation that took this one's place
 */
export function createRemedies({ root, view, sms, quietly, over, moved }) {
  const part = (name) => root.querySelector(`[data-remedy="${name}"]`);
  const number = part('number');
  let asking = false;
  let shown = 'none';

  /** The answers stand under whatever is open. */
  const showToTheEnd = () => part('answers').scrollIntoView({ block: 'nearest' });

  function say(answer) {
    view.set('answer', `answer-${answer}`);
    if (answer !== 'none') {
      showToTheEnd();
    }
  }

  function open(remedy, focused) {
    shown = remedy;
    view.set('remedy', `remedy-${remedy}`);
    say('none');
    if (focused) {
      focused.focus();
    }
    if (remedy !== 'none') {
      showToTheEnd();
    }
  }

  function close() {
    const openers = Array.from(root.querySelectorAll(`[data-do="${shown}"]`));
    open(
      'none',
      openers.find((one) => !one.closest('[hidden]')),
    );
  }

  function refuse({ reason, text }) {
    if (reason === 'refused') {
      view.write('refusal', text);
    }
    if (reason === 'refused' || reason === 'unreachable') {
      say(reason);
    } else {
      over(reason);
    }
  }

  /** One question at a time, however often one clicks. */
  function ask(name, body, way) {
    if (asking) {
      return;
    }
    asking = true;
    say('asking');
    const done = () => {
      asking = false;
    };
    const asked = post(`/api/pro/invitations/${root.dataset.invitation}/${name}`, body);
    way(asked).then(done, (refusal) => {
      done();
      refuse(refusal);
    });
  }

  function resend() {
    const heard = sms.heard;
    open('none');
    ask('resend', {}, (asked) =>
      asked.then(() => {
        say('resent');
        if (sms.heard === heard) {
          sms.tell({ state: 'waiting' });
        }
      }),
    );
  }

  function correct(event) {
    event.preventDefault();
    ask('correct', { mobile: number.value }, (asked) => quietly(asked).then(({ invitation }) => moved(invitation)));
  }

  function link() {
    open('none');
    ask('link', {}, (asked) =>
      asked.then((answer) => {
        view.write('until', answer.until);
        open('link');
        return copyText(part('link'), answer.link).then((copied) => say(copied ? 'copied' : 'by-hand'));
      }),
    );
  }

  function qr() {
    if (shown === 'qr') {
      close();
      return;
    }
    open('none');
    ask('qr', {}, (asked) =>
      asked.then(({ size, path, until }) => {
        const drawing = part('qr');
        drawing.setAttribute('viewBox', `0 0 ${size} ${size}`);
        drawing.firstElementChild.setAttribute('d', path);
        view.write('until', until);
        open('qr', part('close'));
      }),
    );
  }

  part('correct').addEventListener('submit', correct);

  return {
    resend,
    correct: () => (shown === 'correct' ? close() : open('correct', number)),
    link,
    qr,
    /** For a person who took another device: the next one that opens a link has the seat. */
    freeSeat() {
      open('none');
      ask('free-seat', {}, (asked) => asked.then(() => say('freed')));
    },
    cancel: () => (shown === 'cancel' ? close() : open('cancel', part('keep'))),
    cancelNow: () => ask('cancel', {}, (asked) => quietly(asked).then(() => over('revoked'))),
    close,
  };
}
