/** The ticket is after the #, which browsers send to nobody: the form takes it along at once, as it lives for seconds. */
const form = document.getElementById('arrival');

if (form && location.hash) {
  document.getElementById('token').value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  document.getElementById('enter').click();
}
