/**
 * Stills of the other side's video. They live in this page alone: downloaded, or gone when the professional leaves.
 * Two facts of the view: `photos` (photos-some, photos-none) and `photo` (photo-large while one is enlarged).
 */
const QUALITY = 0.92;
const DOWNLOAD_TAKES = 40000;

/** @returns {string} as a file is named: visio-2026-11-24-10h44m05.jpg, by this computer's clock */
export function fileName(taken) {
  const two = (count) => String(count).padStart(2, '0');
  const day = [taken.getFullYear(), two(taken.getMonth() + 1), two(taken.getDate())].join('-');
  return `visio-${day}-${two(taken.getHours())}h${two(taken.getMinutes())}m${two(taken.getSeconds())}.jpg`;
}

/**
 * @param {Object} ways
 * @param {HTMLElement} ways.root with a `data-photos` list, a `photo` template and a `data-photo-large` image
 * @param {Object} ways.view see view.js
 * @param {HTMLVideoElement} ways.video
 * @param {function()} ways.taken told of each photo: the other side must learn it at once
 */
export function createPhotos({ root, view, video, taken }) {
  const strip = root.querySelector('[data-photos]');
  const pattern = root.querySelector('[data-photo-pattern]');
  const large = root.querySelector('[data-photo-large]');
  let opener = null;

  const all = () => Array.from(strip.children);
  const unsaved = () => all().filter((line) => !line.dataset.saved);

  function count() {
    root.classList.toggle('with-photos', all().length > 0);
    view.write('photos', String(all().length));
    view.write('photos-unsaved', String(unsaved().length));
    view.set('photos', all().length ? 'photos-some' : 'photos-none');
  }

  function add(blob, at) {
    const line = document.importNode(pattern.content, true).firstElementChild;
    const address = URL.createObjectURL(blob);
    const image = line.querySelector('img');
    const link = line.querySelector('a');
    const hour = at.toLocaleTimeString(document.documentElement.lang);
    image.src = address;
    image.alt = `${image.alt} ${hour}`;
    link.href = address;
    link.download = fileName(at);
    link.addEventListener('click', () => {
      line.dataset.saved = 'true';
      count();
    });
    line.querySelectorAll('[data-hour]').forEach((place) => {
      place.textContent = hour;
    });
    strip.appendChild(line);
    strip.scrollLeft = strip.scrollWidth;
    count();
  }

  /** A download that has just begun may still need the address. */
  function remove(line) {
    const { src } = line.querySelector('img');
    setTimeout(() => URL.revokeObjectURL(src), DOWNLOAD_TAKES);
    line.remove();
    count();
  }

  function take() {
    const { videoWidth, videoHeight } = video;
    if (!videoWidth) {
      return;
    }
    const at = new Date();
    const canvas = Object.assign(document.createElement('canvas'), { width: videoWidth, height: videoHeight });
    canvas.getContext('2d').drawImage(video, 0, 0, videoWidth, videoHeight);
    taken();
    canvas.toBlob((blob) => add(blob, at), 'image/jpeg', QUALITY);
  }

  function enlarge({ target }) {
    opener = target.closest('button');
    const image = opener.querySelector('img');
    large.src = image.src;
    large.alt = image.alt;
    view.set('photo', 'photo-large');
    large.parentElement.querySelector('button').focus();
  }

  function reduce() {
    view.set('photo', 'photo-none');
    large.removeAttribute('src');
    opener.focus();
  }

  function discard({ target }) {
    const line = target.closest('li');
    const next = line.nextElementSibling || line.previousElementSibling;
    remove(line);
    if (next) {
      next.querySelector('button').focus();
    }
  }

  /** Nothing behind an enlarged photo is reached before it is closed by its one button, or by Escape. */
  function keepInside(event) {
    event.stopPropagation();
    if (event.key === 'Tab') {
      event.preventDefault();
    } else if (event.key === 'Escape') {
      reduce();
    }
  }
  large.parentElement.addEventListener('keydown', keepInside);

  // The browser asks in its own words whether to stay.
  const guard = (event) => {
    if (unsaved().length) {
      event.preventDefault();
      event.returnValue = '';
    }
  };
  window.addEventListener('beforeunload', guard);
  count();

  return {
    take,
    enlarge,
    reduce,
    discard,
    /** How many would be lost. */
    get unsaved() {
      return unsaved().length;
    },
    saveAll: () => unsaved().forEach((line) => line.querySelector('a').click()),
    clear: () => all().forEach(remove),
  };
}
