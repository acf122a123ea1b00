/** The link's secret is after the #, which browsers send to nobody: the form takes it along. */
import { keepFragment } from '../call/page.js';

const token = location.hash.slice(1);

if (token) {
  document.getElementById('token').value = token;
}
keepFragment();
