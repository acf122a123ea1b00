/* Runs before a page's own scripts and keeps its connections and sockets, so that a test can look at them and break them. */
(() => {
  const connections = [];
  const sockets = [];
  const forced = window.relayOnly ? { iceTransportPolicy: 'relay' } : {};

  if (window.RTCPeerConnection) {
    window.RTCPeerConnection = class extends window.RTCPeerConnection {
      constructor(configuration) {
        const blocked = sessionStorage.getItem('blocked') ? { iceServers: [], iceTransportPolicy: 'relay' } : {};
        super(Object.assign({}, configuration, forced, blocked));
        connections.push(this);
      }
    };
  }

  window.WebSocket = class extends window.WebSocket {
    constructor(...address) {
      super(...address);
      sockets.push(this);
    }
  };

  const living = () => connections.filter((one) => one.connectionState !== 'closed').pop();

  async function stats() {
    const connection = living();
    return connection ? Array.from((await connection.getStats()).values()) : [];
  }

  window.witness = {
    /** Says what the page says of an offer that it cannot use: both sides then begin another connection. */
    asksForAnother() {
      const ask = { epoch: 0, number: 0, ack: 0, type: 'ask', data: {} };
      sockets[sockets.length - 1].send(new TextEncoder().encode(JSON.stringify(ask)));
    },
    /** What came in so far, of the picture and of the sound. */
    async received() {
      const incoming = (await stats()).filter((one) => one.type === 'inbound-rtp');
      const of = (kind) => incoming.find((one) => one.kind === kind) || {};
      return {
        frames: of('video').framesDecoded || 0,
        energy: of('audio').totalAudioEnergy || 0,
        seconds: of('audio').totalSamplesDuration || 0,
        connection: connections.indexOf(living()),
      };
    },
    /** The kinds of the two candidates that the call goes through, ours first: host, srflx, prflx or relay. */
    async route() {
      const all = await stats();
      const find = (id) => all.find((one) => one.id === id) || {};
      const transport = all.find((one) => one.type === 'transport') || {};
      // Firefox has no transport, and marks the pair instead.
      const pair = all.find((one) => one.selected) || find(transport.selectedCandidatePairId);
      return [find(pair.localCandidateId).candidateType, find(pair.remoteCandidateId).candidateType].filter(Boolean);
    },
    /** How bright a video is, from 0 (black, or no picture) to 255. */
    brightness(video) {
      const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
      const brush = canvas.getContext('2d');
      brush.drawImage(video, 0, 0, 64, 48);
      const bytes = brush.getImageData(0, 0, 64, 48).data.filter((byte, place) => place % 4 !== 3);
      return bytes.reduce((sum, byte) => sum + byte, 0) / bytes.length;
    },
    /** How large a video's picture is shown: pixels of the screen for one of its own. */
    scale(video) {
      const scales = [video.clientWidth / video.videoWidth, video.clientHeight / video.videoHeight];
      return getComputedStyle(video).objectFit === 'cover' ? Math.max(...scales) : Math.min(...scales);
    },
    /** How our side's relay is reached: udp, tcp or tls. */
    async relayProtocol() {
      const all = await stats();
      const transport = all.find((one) => one.type === 'transport') || {};
      const pair = all.find((one) => one.id === transport.selectedCandidatePairId) || {};
      return (all.find((one) => one.id === pair.localCandidateId) || {}).relayProtocol || '';
    },
    /** Which try at a way our side is in: its word for it (RFC 8839 §5.4), once it has found a candidate. */
    attempt() {
      const { sdp } = living().localDescription;
      return sdp.includes('a=candidate:') ? /a=ice-ufrag:(\S+)/.exec(sdp)[1] : '';
    },
    /** The try that the candidate in use comes from. */
    async attemptInUse() {
      const all = await stats();
      const transport = all.find((one) => one.type === 'transport') || {};
      const pair = all.find((one) => one.id === transport.selectedCandidatePairId) || {};
      const { usernameFragment } = all.find((one) => one.id === pair.localCandidateId) || {};
      return usernameFragment || '';
    },
    /** When the relay credentials of the connection expire, in seconds since 1970. */
    credentialsExpire: () => Number(living().getConfiguration().iceServers[0].username.split(':')[0]),
    /** Lets a connection that was opened while sessionStorage.blocked was set look for a way. */
    unblock() {
      sessionStorage.removeItem('blocked');
      living().setConfiguration(Object.assign(living().getConfiguration(), { iceTransportPolicy: 'all' }));
    },
    /** The network takes the way to the server away. */
    cutSockets: () => sockets.forEach((one) => one.close()),
    /** All that an offer needs is found. */
    prepared: () => Boolean(living()) && living().iceGatheringState === 'complete',
    sockets: () => sockets.length,
    connections: () => connections.length,
  };
})();
