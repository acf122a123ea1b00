/** Where one's request for an account is, by the link of the mail. The address is proved by a tap, as robots open links. */
import { post } from '../call/api.js';
import { createView } from '../call/view.js';
import { keepFragment } from '../call/page.js';

const token = location.hash.slice(1);

function ask(question) {
  view.set('request', 'asking');
  post(`/api/registration/${question}`, { token }).then(
    (told) => {
      ['why', 'name', 'profession', 'place', 'mobile'].forEach((word) => view.write(word, told[word] || ''));
      view.set('request', told.state);
    },
    ({ reason }) => view.set('request', /^(busy|unreachable)$/.test(reason) ? reason : 'unknown'),
  );
}

const view = createView(document.getElementById('follow'), { prove: () => ask('prove'), look: () => ask('look') });

keepFragment();
ask('look');
