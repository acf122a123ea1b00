/** "Show the password": the button appears only where this runs. */

/** @param {HTMLButtonElement} button names its field in data-reveal */
function reveal(button) {
  const field = document.getElementById(button.dataset.reveal);
  if (!field) {
    return;
  }
  function show(shown) {
    field.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
  }
  button.addEventListener('click', () => show(field.type === 'password'));
  // Sent as a password, so that no browser keeps it among the things typed.
  field.form.addEventListener('submit', () => show(false));
  button.hidden = false;
}

document.querySelectorAll('[data-reveal]').forEach(reveal);
