/** Shows the buttons that print the page, where the browser can. */
document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = typeof window.print !== 'function';
  button.addEventListener('click', () => window.print());
});
