/** What one connection sends: a place for sound and one for the picture, filled, replaced, and held back. */
const KINDS = ['audio', 'video'];

/** Safari before 12.1 knows no modern transceivers: there, tracks must be added before the answer is made. */
export const MODERN = 'RTCRtpTransceiver' in self && 'currentDirection' in RTCRtpTransceiver.prototype;

/** @param {RTCPeerConnection} connection */
export function createOutgoing(connection) {
  const places = {};
  let picture = null;
  let paused = false;

  function place(kind) {
    const modern = (one) => one.receiver.track.kind === kind;
    const legacy = (one) => one.track && one.track.kind === kind;
    const found = MODERN
      ? (connection.getTransceivers().find(modern) || {}).sender
      : connection.getSenders().find(legacy);
    places[kind] = found || places[kind];
    return places[kind];
  }

  /** A picture that is paused waits for its turn. */
  function send(track) {
    if (track.kind === 'video') {
      picture = track;
    }
    const sender = place(track.kind);
    return sender && !(paused && track === picture) ? sender.replaceTrack(track) : Promise.resolve();
  }

  function add(stream, kind) {
    const track = stream.getTracks().find((own) => own.kind === kind);
    if (MODERN) {
      connection.addTransceiver(track || kind, { direction: 'sendrecv' });
    } else if (track) {
      connection.addTrack(track, stream);
    }
    if (kind === 'video') {
      picture = track || null;
    }
  }

  /** Old browsers have no encoding before one is asked for, and others refuse one: they go without. */
  function tune(kind, wishes) {
    const ask = (sender) => {
      const parameters = sender.getParameters();
      parameters.encodings = parameters.encodings && parameters.encodings.length ? parameters.encodings : [{}];
      Object.assign(parameters.encodings[0], wishes);
      return sender.setParameters(parameters);
    };
    return Promise.resolve(place(kind))
      .then(ask)
      .catch(() => undefined);
  }

  function pause(wanted) {
    if (paused === wanted) {
      return Promise.resolve();
    }
    paused = wanted;
    const sender = place('video');
    const replaced = sender && picture ? sender.replaceTrack(paused ? null : picture) : Promise.resolve();
    return replaced.catch(() => undefined);
  }

  return {
    send,
    /** Makes place for both kinds in our offer, with the tracks there are: the others may come later. */
    offerTracks: (stream) => KINDS.forEach((kind) => add(stream, kind)),
    /** Fills the places of the other side's offer with the tracks there are. */
    answerTracks(stream) {
      if (!MODERN) {
        KINDS.filter((kind) => !place(kind)).forEach((kind) => add(stream, kind));
        return Promise.resolve();
      }
      connection.getTransceivers().forEach((one) => {
        one.direction = 'sendrecv';
      });
      return Promise.all(stream.getTracks().map(send));
    },
    /** The sound goes first, in our own queue and, where it listens, in the network. */
    preferSound: () => tune('audio', { priority: 'high', networkPriority: 'high' }),
    /** @param {?Object} rung of RTCRtpEncodingParameters for the picture; null pauses it */
    limit: (rung) => (rung ? tune('video', rung).then(() => pause(false)) : pause(true)),
  };
}
