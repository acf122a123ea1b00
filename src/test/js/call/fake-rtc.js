/** Just enough of WebRTC to play both sides: descriptions are numbered words, and the test moves the states. */
class FakeStream {
  constructor() {
    this.tracks = [];
  }

  getTracks() {
    return this.tracks.slice();
  }

  addTrack(track) {
    this.tracks.push(track);
  }

  removeTrack(track) {
    this.tracks = this.tracks.filter((one) => one !== track);
  }
}

export class FakeConnection {
  static all = [];

  constructor(configuration) {
    Object.assign(this, { configuration, signalingState: 'stable', connectionState: 'new', iceConnectionState: 'new' });
    Object.assign(this, { made: [], heard: [], candidates: [], places: [], channels: [], closed: false });
    FakeConnection.all.push(this);
  }

  addTransceiver(trackOrKind, { direction }) {
    const kind = trackOrKind.kind || trackOrKind;
    const sender = { track: trackOrKind.kind ? trackOrKind : null };
    sender.replaceTrack = (track) => Promise.resolve(Object.assign(sender, { track }));
    this.places.push({ direction, sender, receiver: { track: { kind } } });
  }

  getTransceivers() {
    return this.places;
  }

  createDataChannel(label) {
    this.channels.push(label);
    return { label };
  }

  createOffer(options) {
    this.carried = this.channels.join();
    return Promise.resolve({ type: 'offer', sdp: `offer${options.iceRestart ? ' restart' : ''}` });
  }

  createAnswer() {
    return Promise.resolve({ type: 'answer', sdp: 'answer' });
  }

  setLocalDescription(description) {
    this.made.push(description.sdp);
    this.localDescription = description;
    this.signalingState = description.type === 'offer' ? 'have-local-offer' : 'stable';
    return Promise.resolve();
  }

  setRemoteDescription(description) {
    this.heard.push(description.sdp);
    if (description.type === 'offer' && !this.places.length) {
      ['audio', 'video'].forEach((kind) => this.addTransceiver(kind, { direction: 'recvonly' }));
    }
    this.signalingState = description.type === 'offer' ? 'have-remote-offer' : 'stable';
    return description.sdp === 'broken' ? Promise.reject(new Error('broken')) : Promise.resolve();
  }

  addIceCandidate(candidate) {
    this.candidates.push(candidate);
    return candidate === 'useless' ? Promise.reject(new Error('useless')) : Promise.resolve();
  }

  setConfiguration(configuration) {
    this.configuration = configuration;
  }

  close() {
    this.closed = true;
  }

  /** What the network does to it. */
  becomes(state) {
    this.connectionState = state;
    this.iceConnectionState = state;
    this.onconnectionstatechange();
  }
}

/** Before the modules are imported: they look at what the browser knows. */
export function pretendBrowser() {
  globalThis.self = globalThis;
  globalThis.MediaStream = FakeStream;
  globalThis.RTCPeerConnection = FakeConnection;
  globalThis.RTCRtpTransceiver = class {
    get currentDirection() {
      return null;
    }
  };
}
