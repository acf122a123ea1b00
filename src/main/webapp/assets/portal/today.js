/** The list of the day's invitations: follows each SMS while news may come, sends another one, cancels. */
import { ours, post } from '../call/api.js';

const LIST = '/pro/jour';
const ASK_EVERY = 4000;

/** Each question keeps the session alive: nobody may stay signed in because a page was left open. */
const ASK_FOR = 10 * 60 * 1000;

const answer = document.querySelector('.today-answer');
let asking = 0;
let askUntil = 0;

const list = () => document.getElementById('today-list');
const say = (text) => {
  answer.textContent = text;
};

/** Puts a part in place of the one shown only when it says something else, so that it is read out once. */
function renew(shown, part) {
  const name = part.dataset.part;
  const old = shown.querySelector(`[data-part="${name}"]`);
  // Nobody's button changes under their hand: neither one that asks again nor one that waits for its answer.
  if (old.innerHTML === part.innerHTML || old.querySelector('[data-asked], [aria-busy]')) {
    return;
  }
  const focused = old.contains(document.activeElement) && document.activeElement.dataset.deed;
  old.innerHTML = part.innerHTML;
  if (focused) {
    (old.querySelector(`[data-deed="${focused}"]`) || shown).focus();
  }
}

/** @param {string} html the whole list, as the server renders it */
function show(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('today-list');
  if (!fresh) {
    return;
  }
  list().dataset.news = fresh.dataset.news;
  fresh.querySelectorAll('[data-invitation]').forEach((line) => {
    const shown = document.getElementById(line.id);
    if (shown) {
      line.querySelectorAll('[data-part]').forEach((part) => renew(shown, part));
    }
  });
}

function ask() {
  return fetch(ours(LIST), { credentials: 'same-origin', cache: 'no-store', redirect: 'manual' })
    .then((response) => {
      if (response.type === 'opaqueredirect') {
        say(answer.dataset.signedOut);
        list().dataset.news = 'false';
      }
      return response.ok ? response.text() : '';
    })
    .then(show, () => undefined);
}

/** While the page is looked at, and no longer than ten minutes after it last was. */
function follow() {
  clearTimeout(asking);
  if (list().dataset.news === 'true' && !document.hidden && performance.now() < askUntil) {
    asking = setTimeout(() => ask().then(follow), ASK_EVERY);
  }
}

function lookedAt() {
  askUntil = performance.now() + ASK_FOR;
  follow();
}

/** What is over since says so itself, once the list is asked again. */
function refused({ reason, text }) {
  if (reason === 'refused') {
    say(text);
  } else if (reason === 'unreachable') {
    say(answer.dataset.unanswered);
  }
  return ask();
}

/** Whoever cancels is asked once more, by the same button. @returns {boolean} whether this was the answer */
function sure(button) {
  if (button.dataset.asked) {
    return true;
  }
  const words = button.innerHTML;
  // Safari focuses no button by a click, and would never say that it was left.
  button.focus();
  button.dataset.asked = 'true';
  button.textContent = button.dataset.sure;
  say(answer.dataset.sure);
  button.addEventListener(
    'blur',
    () => {
      delete button.dataset.asked;
      button.innerHTML = words;
      say('');
    },
    { once: true },
  );
  return false;
}

function act(button) {
  const deed = button.dataset.deed;
  if (button.getAttribute('aria-busy') || (deed === 'cancel' && !sure(button))) {
    return;
  }
  const { invitation } = button.closest('[data-invitation]').dataset;
  const done = () => {
    button.removeAttribute('aria-busy');
    delete button.dataset.asked;
  };
  say('');
  // Not disabled: that would take the keyboard away from it.
  button.setAttribute('aria-busy', 'true');
  post(`/api/pro/invitations/${invitation}/${deed}`, {})
    .then(
      () => {
        done();
        return ask();
      },
      (refusal) => {
        done();
        return refused(refusal);
      },
    )
    .then(lookedAt);
}

if (list()) {
  document.querySelector('.today').addEventListener('click', (event) => {
    const button = event.target.closest('[data-deed]');
    if (button) {
      act(button);
    }
  });
  document.addEventListener('visibilitychange', lookedAt);
  window.addEventListener('focus', lookedAt);
  lookedAt();
}
