/**
 * Devices as radio buttons, by name, in the places that the page left for them.
 *
 * @param {HTMLElement} root with a `data-choices` element for each of camera, microphone and speaker, and its words for
 *   a device without a name in `data-nameless`
 * @param {function(string, string)} chosen told a name and the id that was picked
 * @returns {function(string, {id: string, label: string}[], string)} shows a list, see chooser.js
 */
export function createChoices(root, chosen) {
  const shown = {};

  function button(name, { id, label }, text) {
    const line = document.createElement('label');
    const radio = Object.assign(document.createElement('input'), { type: 'radio', name: `choice-${name}`, value: id });
    line.className = 'device';
    radio.addEventListener('change', () => chosen(name, id));
    line.appendChild(radio);
    line.appendChild(document.createTextNode(label || text));
    return line;
  }

  return (name, list, used) => {
    const place = root.querySelector(`[data-choices="${name}"]`);
    const text = JSON.stringify(list);
    // Drawn again only when it changed: a person may be choosing.
    if (shown[name] !== text) {
      shown[name] = text;
      place.textContent = '';
      list.forEach((one, at) => place.appendChild(button(name, one, `${place.dataset.nameless} ${at + 1}`)));
      place.parentElement.hidden = list.length === 0;
    }
    place.querySelectorAll('input').forEach((radio) => {
      radio.checked = radio.value === used;
    });
  };
}
