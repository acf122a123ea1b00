/**
 * Our own picture, moved out of the way: from corner to corner at each press, or dragged to the nearest one. The corner is
 * kept for the next call.
 */
import { keep, recall } from './preference.js';

const CORNERS = ['bottom-right', 'bottom-left', 'top-left', 'top-right'];
/** A mouse that moved no more than this, in pixels, has pressed. */
const PRESSED = 6;

/** @param {{x: number, y: number}} at, from 0 to 1 across the scene @returns {string} the nearest corner */
export const cornerAt = ({ x, y }) => `${y < 0.5 ? 'top' : 'bottom'}-${x < 0.5 ? 'left' : 'right'}`;

/**
 * @param {HTMLButtonElement} self what moves, inside the scene
 * @returns {{next: function(), close: function()}}
 */
export function createCorners(self) {
  const scene = self.parentElement;
  let corner = CORNERS.includes(recall('corner')) ? recall('corner') : CORNERS[0];
  let from = null;
  let dragged = false;

  function put(next) {
    corner = next;
    keep('corner', corner);
    self.dataset.corner = corner;
    self.style.transform = '';
  }

  const next = () => put(CORNERS[(CORNERS.indexOf(corner) + 1) % CORNERS.length]);
  const moved = ({ clientX, clientY }) => ({ x: clientX - from.clientX, y: clientY - from.clientY });

  function down(event) {
    from = event;
    dragged = false;
    self.setPointerCapture(event.pointerId);
  }

  function move(event) {
    if (from) {
      const { x, y } = moved(event);
      dragged = dragged || Math.abs(x) + Math.abs(y) > PRESSED;
      self.style.transform = dragged ? `translate(${x}px, ${y}px)` : '';
    }
  }

  function up({ clientX, clientY }) {
    if (from && dragged) {
      const { left, top, width, height } = scene.getBoundingClientRect();
      put(cornerAt({ x: (clientX - left) / width, y: (clientY - top) / height }));
    }
    from = null;
  }

  /** A drag ends in a click too. */
  function click() {
    if (!dragged) {
      next();
    }
    dragged = false;
  }

  const heard = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up, click };
  Object.keys(heard).forEach((name) => self.addEventListener(name, heard[name]));
  put(corner);
  return {
    next,
    close: () => Object.keys(heard).forEach((name) => self.removeEventListener(name, heard[name])),
  };
}
