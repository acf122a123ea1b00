/** Suggests the establishments known already; the town and the number of the one that is chosen come with it. */
import { post } from '../call/api.js';

const SHORTEST = 3;
const PAUSE = 250;

const part = (id) => document.getElementById(id);
let known = [];
let asking = 0;

/** Two of one name are told apart by their town. */
const label = ({ name, town }) => `${name}, ${town}`;

function suggest(places) {
  known = places;
  const list = part('known');
  list.textContent = '';
  places.forEach((place) => {
    list.appendChild(Object.assign(document.createElement('option'), { value: label(place) }));
  });
}

/** Whoever types on without suggestions loses nothing. */
function ask(name) {
  post('/api/establishments', { name }).then(suggest, () => undefined);
}

function typed() {
  const name = part('establishment').value;
  const chosen = known.find((place) => label(place) === name);
  clearTimeout(asking);
  if (chosen) {
    part('establishment').value = chosen.name;
    part('town').value = chosen.town;
    part('finess').value = chosen.finess;
    suggest([]);
  } else if (name.trim().length >= SHORTEST) {
    asking = setTimeout(() => ask(name), PAUSE);
  }
}

part('establishment').addEventListener('input', typed);
