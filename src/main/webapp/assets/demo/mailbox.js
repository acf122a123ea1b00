/** The demo's phone: asks every 2 s what was received, and shows it newest first. */
import { ours } from '../call/api.js';
import { inPairs } from '../portal/phone.js';

const EVERY_MS = 2000;
const list = document.querySelector('[data-messages]');
const note = document.querySelector('[data-note]');
const clock = document.querySelector('[data-clock]');
const hour = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
let shown = '';

/**
 * @param {string} text
 * @returns {DocumentFragment} the text with its links to touch; never read as HTML
 */
function withLinks(text) {
  const fragment = document.createDocumentFragment();
  text.split(/(https?:\/\/\S+)/).forEach((part, index) => {
    if (index % 2 === 0) {
      fragment.append(part);
      return;
    }
    const link = document.createElement('a');
    link.href = part;
    link.textContent = part;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    fragment.append(link);
  });
  return fragment;
}

/** @param {{channel: string, to: string, text: string, sentAt: string}} message */
function bubble(message) {
  const item = document.createElement('li');
  item.className = 'phone-message phone-message-' + (message.channel === 'mail' ? 'mail' : 'sms');
  const about = document.createElement('p');
  about.className = 'phone-about';
  const channel = message.channel === 'mail' ? list.dataset.mail : list.dataset.sms;
  about.textContent =
    channel + ' ' + list.dataset.to + ' ' + inPairs(message.to) + ' · ' + hour.format(new Date(message.sentAt));
  const text = document.createElement('p');
  text.className = 'phone-text';
  text.append(withLinks(message.text));
  item.append(about, text);
  return item;
}

/** @param {Array<object>} messages newest first */
function show(messages) {
  note.textContent = messages.length ? '' : note.dataset.empty;
  const now = JSON.stringify(messages);
  if (now === shown) {
    return;
  }
  shown = now;
  list.textContent = '';
  messages.forEach((message) => list.append(bubble(message)));
}

async function look() {
  clock.textContent = hour.format(new Date());
  try {
    const answer = await fetch(ours('/demo/messages'), { cache: 'no-store' });
    if (!answer.ok) {
      throw new Error('HTTP ' + answer.status);
    }
    show(await answer.json());
  } catch (error) {
    console.warn('mailbox', error.name);
    note.textContent = note.dataset.offline;
  }
  setTimeout(look, EVERY_MS);
}

look();
