/**
 * @param {HTMLSelectElement} menu
 * @param {{id: string, label: string, used: boolean}[]} devices
 */
export function fillMenu(menu, devices) {
  while (menu.firstChild) {
    menu.removeChild(menu.firstChild);
  }
  devices.forEach(({ id, label, used }) => menu.appendChild(new Option(label, id, used, used)));
}
