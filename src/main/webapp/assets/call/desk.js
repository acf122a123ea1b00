import { createChime } from './chime.js';
import { createFullscreen } from './fullscreen.js';
import { createMenus } from './menus.js';
import { createMoment } from './moment.js';
import { createPhotos } from './photos.js';
import { createShortcuts } from './shortcuts.js';
import { createText } from './text.js';
import { createTour } from './tour.js';

/** Whoever comes back to the room arrives again. */
const ABSENT = ['starting', 'waiting', 'left'];
const ARRIVED = ['connecting', 'talking'];

/**
 * What the professional has at hand as long as the page is open, whatever becomes of the call: menus, keys, photos, text.
 *
 * @param {Object} ways
 * @param {HTMLElement} ways.root
 * @param {Object} ways.view see view.js
 * @param {function(string)} ways.press does the action of this name
 * @param {function()} ways.photographed told of each photo
 * @param {function()} ways.leave leaves the room at once
 */
export function createDesk({ root, view, press, photographed, leave }) {
  const menus = createMenus(root, view);
  const chime = createChime(view);
  const screen = createFullscreen(root.querySelector('.stage'), view);
  const taken = createMoment((fresh) => view.set('snapshot', fresh ? 'photo-kept' : 'photo-old'));
  const photos = createPhotos({
    root,
    view,
    video: root.querySelector('[data-far]'),
    taken() {
      taken.tell();
      photographed();
    },
  });
  const keys = createShortcuts(root, view, press);
  const tour = createTour(root, view);
  const text = createText({ root, view });
  let word = 'starting';

  function leaveNow() {
    photos.clear();
    menus.close();
    leave();
  }

  const open = (name) => () => menus.toggle(name);
  return {
    actions: Object.assign(tour.actions, {
      'menu-microphone': open('microphone'),
      'menu-camera': open('camera'),
      'menu-quality': open('quality'),
      'menu-keys': open('keys'),
      closeMenu: menus.close,
      keys: keys.toggle,
      write: text.toggle,
      chime: chime.toggle,
      screen: screen.toggle,
      photo: () => word === 'talking' && photos.take(),
      enlargePhoto: photos.enlarge,
      reducePhoto: photos.reduce,
      deletePhoto: photos.discard,
      /** A key that is hit by mistake ends no call: it leads to the button. */
      toLeave: () => root.querySelector('[data-do="leave"]').focus(),
      /** What would be lost is said first. */
      leave: () => (photos.unsaved ? menus.toggle('leaving') : leaveNow()),
      leaveNow,
      saveAndLeave() {
        photos.saveAll();
        leaveNow();
      },
    }),
    /** @param {string} next the state of the call */
    hear(next) {
      if (ABSENT.includes(word) && ARRIVED.includes(next)) {
        chime.play();
      }
      word = next;
      tour.hear(next);
    },
    /** @param {RTCDataChannel} channel of the connection that begins */
    text: text.take,
    /** The room is closed; the photos stay until they are saved or the page is left. */
    close() {
      screen.close();
      keys.close();
      tour.close();
      text.close();
      menus.close();
    },
  };
}
