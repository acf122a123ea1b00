/** Which devices the browser already says no to. Safari and Firefox know less than they say: advice, never a wall. */
const DEVICES = ['camera', 'microphone'];

/**
 * @param {Navigator} navigator
 * @param {function(string)} told `denied-none`, `denied-both`, `denied-camera` or `denied-microphone`, now and at each
 *   change; never where the browser does not tell
 */
export function watchPermissions({ permissions }, told) {
  const known = {};

  function tell() {
    const denied = DEVICES.filter((name) => known[name] && known[name].state === 'denied');
    told(`denied-${denied.length === DEVICES.length ? 'both' : denied[0] || 'none'}`);
  }

  function watch(name) {
    const keep = (status) => {
      known[name] = status;
      status.onchange = tell;
      tell();
    };
    return permissions.query({ name }).then(keep, () => undefined);
  }

  return permissions ? Promise.all(DEVICES.map(watch)) : Promise.resolve();
}
