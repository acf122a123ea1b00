/** A field that the server refused as it was left is marked as refused, and no longer once it is right. */

/** @param {HTMLElement} message the place of a field's refusal, by its id `{field}-error` */
function mark(message) {
  const field = document.getElementById(message.id.replace(/-error$/, ''));
  const refused = message.classList.contains('ui-message-error');
  if (field) {
    field.setAttribute('aria-invalid', String(refused));
    field.classList.toggle('ui-state-error', refused);
  }
}

document.querySelectorAll('.field').forEach((field) => {
  new MutationObserver(() => field.querySelectorAll('[id$="-error"]').forEach(mark)).observe(field, {
    childList: true,
  });
});
