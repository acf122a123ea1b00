/** Whether the service's socket opens and answers: a ping needs no ticket in its first five seconds. */
const WITHIN = 5000;
const PINGS = 5;

export function median(numbers) {
  return numbers.slice().sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

/**
 * @param {string} address wss://…
 * @returns {Promise<number>} the round trip in milliseconds; rejects where no answer comes
 */
export function timeSocket(address) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    const times = [];
    let sent = 0;

    const timer = setTimeout(() => end(() => reject(new Error('silent'))), WITHIN);

    function end(deed) {
      clearTimeout(timer);
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
      deed();
    }

    function ping() {
      sent = performance.now();
      socket.send(JSON.stringify({ type: 'ping' }));
    }

    socket.onopen = ping;
    socket.onmessage = () => {
      times.push(performance.now() - sent);
      if (times.length < PINGS) {
        ping();
      } else {
        end(() => resolve(median(times)));
      }
    };
    socket.onclose = () => end(() => reject(new Error('closed')));
  });
}
