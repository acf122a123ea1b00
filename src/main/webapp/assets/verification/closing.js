/** With which code the service closes a socket whose ticket is worth nothing: one that no proxy makes up. */
const WORTHLESS = 'A'.repeat(22);
const WITHIN = 8000;

/**
 * @param {string} address wss://…
 * @returns {Promise<number>} the close code (RFC 6455 §7.4); rejects where none comes in time
 */
export function closing(address) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    const timer = setTimeout(() => {
      socket.onclose = null;
      socket.close();
      reject(new Error('silent'));
    }, WITHIN);
    socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', ticket: WORTHLESS }));
    socket.onclose = ({ code }) => {
      clearTimeout(timer);
      resolve(code);
    };
  });
}
