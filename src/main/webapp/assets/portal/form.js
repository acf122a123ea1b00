/**
 * What every form of the portal does: it is sent once however often one clicks, and a refused form puts the
 * keyboard, and so the screen reader, where the refusal is.
 */

/** @param {HTMLFormElement} form */
function sendOnce(form) {
  let sent = false;

  /** @param {boolean} busy */
  function show(busy) {
    sent = busy;
    form.querySelectorAll('button[type=submit]').forEach((button) => {
      const words = button.querySelector('.ui-button-text') || button;
      if (busy && button.dataset.busy) {
        button.dataset.label = words.textContent;
        words.textContent = button.dataset.busy;
      } else if (!busy && button.dataset.label) {
        words.textContent = button.dataset.label;
      }
      button.disabled = busy;
    });
  }

  form.addEventListener('submit', (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    // A button disabled at once would be missing from what is sent.
    setTimeout(() => show(true), 0);
  });
  // Coming back by the browser's "back" shows the page as it was left: waiting for an answer.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      show(false);
    }
  });
}

/** A refusal said by a service, not by Faces, leaves the field valid in Faces' eyes. */
function markRefused() {
  document.querySelectorAll('.ui-message-error[id$="-error"]').forEach((refusal) => {
    const field = document.getElementById(refusal.id.replace(/-error$/, ''));
    if (field) {
      field.setAttribute('aria-invalid', 'true');
      field.classList.add('ui-state-error');
    }
  });
}

/** Several at once are listed where the form begins, each a link to its field. */
function sumUp(form) {
  const summary = form.querySelector('[data-summary]');
  const refusals = Array.from(form.querySelectorAll('.ui-message-error[id$="-error"]'));
  if (!summary || refusals.length < 2) {
    return null;
  }
  const list = summary.querySelector('ul');
  refusals.forEach((refusal) => {
    const item = list.appendChild(document.createElement('li')).appendChild(document.createElement('a'));
    item.href = `#${refusal.id.replace(/-error$/, '')}`;
    item.textContent = refusal.textContent.trim();
    item.addEventListener('click', (event) => {
      event.preventDefault();
      fieldOf(refusal).focus();
    });
  });
  summary.hidden = false;
  return summary;
}

/** The field itself, or the one chosen of several. */
function fieldOf(refusal) {
  const field = document.getElementById(refusal.id.replace(/-error$/, ''));
  return field.querySelector('input:checked, input') || field;
}

function goToRefusal() {
  const summary = Array.from(document.querySelectorAll('form[data-send-once]'), sumUp).find(Boolean);
  if (summary) {
    summary.focus();
    return;
  }
  const field = document.querySelector('[aria-invalid=true]');
  if (field) {
    field.focus();
    return;
  }
  const notice = document.querySelector('form .notice:not([data-summary])');
  if (notice) {
    notice.tabIndex = -1;
    notice.focus();
    return;
  }
  const first = document.querySelector('[data-first]');
  if (first) {
    first.focus();
  }
}

document.querySelectorAll('form[data-send-once]').forEach(sendOnce);
markRefused();
goToRefusal();
