/** Counts the time of a call into an element, as 00:42 or 1:00:42. */
const two = (count) => String(count).padStart(2, '0');

export function createClock(element) {
  let since = 0;
  let ticking = 0;

  function tick() {
    const seconds = Math.floor((Date.now() - since) / 1000);
    const hours = Math.floor(seconds / 3600);
    const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    element.textContent = hours ? `${hours}:${rest}` : rest;
  }

  return {
    /** From the first picture on; later calls change nothing. */
    start() {
      if (!since) {
        since = Date.now();
        ticking = setInterval(tick, 1000);
        tick();
      }
    },
    close: () => clearInterval(ticking),
  };
}
