/** Keeps the screen on, where the browser can; it lets go by itself whenever the page is out of sight. */

/** @returns {function()} lets the screen go dark again */
export function keepScreenOn() {
  const { wakeLock } = navigator;
  let lock = null;
  let closed = false;

  function release() {
    if (lock) {
      lock.release().catch(() => undefined);
      lock = null;
    }
  }

  function hold() {
    if (document.hidden) {
      return;
    }
    // A battery that is low refuses: then the screen goes dark as it always does.
    wakeLock.request('screen').then(
      (got) => {
        release();
        lock = got;
        if (closed) {
          release();
        }
      },
      () => undefined,
    );
  }

  if (!wakeLock) {
    return () => undefined;
  }
  document.addEventListener('visibilitychange', hold);
  hold();
  return () => {
    closed = true;
    document.removeEventListener('visibilitychange', hold);
    release();
  };
}
