const LOADS_WITHIN = 2000;

/**
 * The two pictures and what is said beside them.
 *
 * @param {HTMLElement} root
 * @param {{set: function(string, string)}} view see view.js
 */
export function createStage(root, view) {
  const far = root.querySelector('[data-far]');
  const own = root.querySelector('[data-own]');
  const streams = new Map();
  let enlarged = false;
  // The stage came later than its page: there, not every browser minds the attribute.
  own.muted = true;

  /**
   * A video without a picture yet holds the page's load event back, and with it the browser's sign that the page is
   * loading, for as long as nobody comes. So the page loads first, within two seconds.
   */
  const loaded = new Promise((resolve) => {
    if (document.readyState === 'complete') {
      resolve();
    } else {
      window.addEventListener('load', resolve);
      setTimeout(resolve, LOADS_WITHIN);
    }
  });

  function show(video, stream) {
    if (streams.get(video) !== stream) {
      streams.set(video, stream);
      loaded.then(() => {
        if (streams.get(video) === stream) {
          video.srcObject = stream;
        }
      });
    }
  }

  function enlarge(wanted) {
    enlarged = wanted;
    root.classList.toggle('enlarged', enlarged);
    view.set('size', enlarged ? 'large' : 'usual');
  }

  function escape(event) {
    if (event.key === 'Escape' && enlarged) {
      enlarge(false);
    }
  }

  function hear() {
    // Without a promise (Safari 11 for some sources) there is nothing to wait for.
    Promise.resolve(far.play()).then(
      () => view.set('sound', 'sound-plays'),
      (error) => view.set('sound', error.name === 'NotAllowedError' ? 'sound-waits' : 'sound-plays'),
    );
  }

  const onOff = (name, on) => view.set(name, `${name}-${on ? 'on' : 'off'}`);

  /** What was seen last stays in sight until a new connection brings its first picture. */
  function keepLastPicture() {
    const canvas = document.createElement('canvas');
    canvas.width = far.videoWidth;
    canvas.height = far.videoHeight;
    canvas.getContext('2d').drawImage(far, 0, 0);
    far.poster = canvas.toDataURL('image/jpeg');
  }

  document.addEventListener('keydown', escape);
  return {
    showFar(stream) {
      if (far.videoWidth) {
        keepLastPicture();
      }
      show(far, stream);
    },
    showOwn({ stream, facts }) {
      const { camera, microphone, cameras, mirrored } = facts();
      show(own, stream);
      own.classList.toggle('mirrored', mirrored);
      onOff('camera', camera);
      onOff('microphone', microphone);
      view.set('cameras', cameras > 1 ? 'cameras-many' : 'cameras-one');
    },
    tellFar({ camera, microphone, devices, saving }) {
      onOff('far-camera', camera || !microphone);
      onOff('far-microphone', microphone || !camera);
      onOff('far-media', camera || microphone);
      if (!camera && !microphone && devices && devices !== 'none') {
        // Not off by choice: they are still at it.
        view.set('far-media', 'far-media-arriving');
      }
      onOff('far-saving', Boolean(saving && camera));
    },
    hear,
    enlarge: () => enlarge(!enlarged),
    close() {
      document.removeEventListener('keydown', escape);
      enlarge(false);
      streams.clear();
      far.srcObject = own.srcObject = null;
      far.removeAttribute('poster');
    },
  };
}
