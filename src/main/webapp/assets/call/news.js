/**
 * What the two pages tell each other of themselves, beside the connection: what is on, what is in the way, a photo.
 *
 * @param {Object} ways
 * @param {Object} ways.delivery see delivery.js
 * @param {function(): Object} ways.facts `{camera: boolean, microphone: boolean, devices: string}` of our side
 * @param {Object} ways.heard farMedia({camera, microphone, devices}), photo()
 */
export function createNews({ delivery, facts, heard }) {
  const told = { media: heard.farMedia, photo: heard.photo };
  let last = '';
  let closed = false;

  return {
    /** @returns {boolean} whether this envelope is news, and was told */
    hear({ type, data }) {
      const tell = told[type];
      if (tell) {
        tell(data);
      }
      return Boolean(tell);
    },
    /** Tells our facts if they are not what the other side knows: each connection begins without. */
    tellMedia() {
      const latest = facts();
      const written = `${delivery.epoch} ${JSON.stringify(latest)}`;
      if (delivery.epoch > 0 && !closed && written !== last) {
        last = written;
        delivery.post('media', latest);
      }
    },
    /** A photo of the other side was taken. Before there is a connection there is none to take. */
    tellPhoto: () => delivery.epoch > 0 && delivery.post('photo', {}),
    close() {
      closed = true;
    },
  };
}
