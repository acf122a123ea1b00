/**
 * A call of this page with itself, without sound or picture: two connections and two channels between them, `probe`
 * (nothing is sent twice) and `bulk`.
 */
const CHANNELS = { probe: { ordered: false, maxRetransmits: 0 }, bulk: { ordered: true } };

const opened = (channel) =>
  new Promise((resolve) => {
    channel.onopen = resolve;
  });

/** What comes before the other end can take it waits for that. */
function trade(from, to, ready) {
  from.onicecandidate = ({ candidate }) => {
    if (candidate && candidate.candidate) {
      ready.then(() => to.addIceCandidate(candidate)).catch(() => undefined);
    }
  };
}

/**
 * @param {RTCConfiguration} configuration which way it has to take
 * @param {number} within milliseconds
 * @param {function(RTCPeerConnection)} [met] is shown both connections before anything happens
 * @returns {Promise<{near: Object, far: Object, close: function()}>} the channels by name at both ends; rejects where
 *   there is no way
 */
export function openLoop(configuration, within, met = () => undefined) {
  const here = new RTCPeerConnection(configuration);
  const there = new RTCPeerConnection(configuration);
  [here, there].forEach(met);
  const near = {};
  const far = {};
  let timer = 0;

  function close() {
    clearTimeout(timer);
    here.close();
    there.close();
  }

  Object.keys(CHANNELS).forEach((name) => {
    near[name] = here.createDataChannel(name, CHANNELS[name]);
  });
  const arrived = new Promise((resolve) => {
    there.ondatachannel = ({ channel }) => {
      far[channel.label] = channel;
      if (Object.keys(far).length === Object.keys(CHANNELS).length) {
        resolve();
      }
    };
  });
  const offered = here
    .createOffer()
    .then((offer) => here.setLocalDescription(offer))
    .then(() => there.setRemoteDescription(here.localDescription));
  const answered = offered
    .then(() => there.createAnswer())
    .then((answer) => there.setLocalDescription(answer))
    .then(() => here.setRemoteDescription(there.localDescription));
  trade(here, there, offered);
  trade(there, here, answered);

  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no way')), within);
  });
  const through = Promise.all([answered, arrived, opened(near.probe), opened(near.bulk)]);
  return Promise.race([through, late]).then(
    () => {
      clearTimeout(timer);
      return { near, far, close };
    },
    (error) => {
      close();
      throw error;
    },
  );
}
