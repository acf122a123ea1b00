/**
 * A list of people: a file that the server would not take is refused before it leaves, and while accounts are being
 * opened the page says how far it is.
 */
const EVERY_MS = 2000;

/** @param {HTMLInputElement} input */
function refuseWhatIsTooBig(input) {
  const refusal = document.getElementById('liste-refusal');

  function check() {
    const tooBig = input.files.length > 0 && input.files[0].size > Number(input.dataset.most);
    refusal.textContent = tooBig ? input.dataset.tooBig : '';
    return !tooBig;
  }

  input.addEventListener('change', check);
  input.form.addEventListener(
    'submit',
    (event) => {
      if (!check()) {
        event.preventDefault();
        event.stopImmediatePropagation();
        input.focus();
      }
    },
    true,
  );
}

/** Reads this page again until all is done, then shows it whole. */
function follow() {
  fetch(location.href, { credentials: 'same-origin' })
    .then((answer) => answer.text())
    .then((page) => {
      const read = new DOMParser().parseFromString(page, 'text/html').getElementById('progress');
      if (!read || read.dataset.done === 'true') {
        location.reload();
        return;
      }
      document.getElementById('progress').innerHTML = read.innerHTML;
      setTimeout(follow, EVERY_MS);
    })
    .catch(() => setTimeout(follow, EVERY_MS));
}

const input = document.getElementById('liste');
if (input) {
  refuseWhatIsTooBig(input);
}
const progress = document.getElementById('progress');
if (progress && progress.dataset.done !== 'true') {
  setTimeout(follow, EVERY_MS);
}
