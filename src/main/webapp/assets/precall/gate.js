import { able } from '../call/browser.js';
import { createView } from '../call/view.js';
import { watchPermissions } from './permissions.js';
import { isTablet } from './tablet.js';

/** What only the browser can tell of this computer, before an SMS calls anybody to it. */
const root = document.getElementById('computer');
const view = createView(root, {});

function judge() {
  if (!able(window)) {
    return 'unsupported';
  }
  return root.dataset.computersOnly === 'true' && isTablet(navigator) ? 'handheld' : 'fit';
}

view.set('computer', judge());
watchPermissions(navigator, (word) => view.set('denied', word));
