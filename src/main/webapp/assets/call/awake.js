/**
 * Tells when waiting for a timer would be a waste: the person looks at the page again, or the network changed.
 *
 * @param {{seen: function(), moved: function()}} heard
 * @returns {function()} stops telling
 */
export function watchDevice({ seen, moved }) {
  const looked = () => document.hidden || seen();
  const unwatch = watchConnection(moved);
  window.addEventListener('online', moved);
  document.addEventListener('visibilitychange', looked);
  return () => {
    unwatch();
    window.removeEventListener('online', moved);
    document.removeEventListener('visibilitychange', looked);
  };
}

/** From Wi-Fi to mobile without a moment offline. Where it exists, it also tells of each new measure of the speed. */
function watchConnection(moved) {
  const { connection } = navigator;
  if (!connection || !connection.addEventListener) {
    return () => undefined;
  }
  let { type } = connection;
  const changed = () => {
    if (connection.type !== type) {
      type = connection.type;
      moved();
    }
  };
  connection.addEventListener('change', changed);
  return () => connection.removeEventListener('change', changed);
}
