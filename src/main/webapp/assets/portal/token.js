/** The link's secret is after the #, which browsers send to nobody: the form takes it along. */
import { keepFragment } from '../call/page.js';

const field = document.getElementById('token');

if (location.hash) {
  field.value = location.hash.slice(1);
} else if (field.value) {
  // A refused form came back, to an address without it: the language switch still needs it.
  history.replaceState(null, '', `#${field.value}`);
}
keepFragment();
