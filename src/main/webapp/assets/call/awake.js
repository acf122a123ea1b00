/**
 * Tells when waiting for a timer would be a waste: the person looks at the page again, or the network changed.
 *
 * @param {{seen: function(), moved: function()}} heard
 * @returns {function()} stops telling
 */
export function watchDevice({ seen, moved }) {
  const looked = () => document.hidden || seen();
  window.addEventListener('online', moved);
  document.addEventListener('visibilitychange', looked);
  return () => {
    window.removeEventListener('online', moved);
    document.removeEventListener('visibilitychange', looked);
  };
}
