/**
 * The whole screen for the stage. The view's fact `screen` is screen-full, screen-usual, or screen-none where the browser
 * has no such thing.
 *
 * @param {HTMLElement} stage
 * @param {Object} view see view.js
 */
export function createFullscreen(stage, view) {
  const request = stage.requestFullscreen || stage.webkitRequestFullscreen;
  const leave = document.exitFullscreen || document.webkitExitFullscreen;
  const now = () => document.fullscreenElement || document.webkitFullscreenElement;
  const CHANGES = ['fullscreenchange', 'webkitfullscreenchange'];

  function changed() {
    view.set('screen', request ? `screen-${now() === stage ? 'full' : 'usual'}` : 'screen-none');
  }

  function exit() {
    if (now()) {
      Promise.resolve(leave.call(document)).catch(() => undefined);
    }
  }

  CHANGES.forEach((name) => document.addEventListener(name, changed));
  changed();
  return {
    toggle() {
      if (now()) {
        exit();
      } else if (request) {
        Promise.resolve(request.call(stage)).catch(() => undefined);
      }
    },
    close() {
      exit();
      CHANGES.forEach((name) => document.removeEventListener(name, changed));
    },
  };
}
