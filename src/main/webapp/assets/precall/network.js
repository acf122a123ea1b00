import { post, signaling } from '../call/api.js';
import { openLoop } from './loop.js';
import { measure } from './measure.js';
import { timeSocket } from './pong.js';
import { KINDS, routeBy } from './routes.js';
import { quality } from './verdict.js';

/** The network of the test: the service's socket, a way without relay, and each way through one. */
const WITHIN = 8000;

/**
 * @param {Object} told
 * @param {function(string, string)} told.result of socket, direct, relays, udp, tcp, tls or quality: a word
 * @param {function(string, number)} told.figure socketTime, roundTrip (both in milliseconds), loss (percent), megabits
 * @param {boolean} withRelays their keys are for who is signed in
 * @returns {Promise<void>} once all is told
 */
export function testNetwork({ result, figure }, withRelays) {
  function socket() {
    result('socket', 'testing');
    return timeSocket(signaling()).then(
      (time) => {
        figure('socketTime', time);
        result('socket', 'well');
      },
      () => result('socket', 'blocked'),
    );
  }

  /** @returns {Promise<?Object>} the open loop, or null */
  function route(name, configuration) {
    result(name, 'testing');
    return openLoop(configuration, WITHIN).then(
      (loop) => {
        result(name, 'well');
        return loop;
      },
      () => {
        result(name, 'blocked');
        return null;
      },
    );
  }

  const direct = () => route('direct', { iceServers: [] }).then((loop) => loop && loop.close());

  function relay(kind, iceServers) {
    const configuration = routeBy(iceServers, kind);
    if (configuration) {
      return route(kind, configuration);
    }
    result(kind, 'none');
    return Promise.resolve(null);
  }

  function gauge(loop) {
    result('quality', 'testing');
    return measure(loop).then((figures) => {
      figure('roundTrip', figures.roundTrip);
      figure('loss', figures.loss * 100);
      figure('megabits', figures.megabits);
      result('quality', quality(figures));
    });
  }

  /** The first that opens in the order of a call's preference is measured; the others are closed at once. */
  function chosen(loops) {
    const [best, ...others] = loops.filter(Boolean);
    others.forEach((loop) => loop.close());
    return best ? gauge(best).then(best.close, best.close) : result('relays', 'blocked');
  }

  function relays() {
    result('relays', 'testing');
    return post('/api/pro/precall/relays', {}).then(
      ({ iceServers }) => {
        result('relays', iceServers.length ? 'known' : 'none');
        return iceServers.length ? Promise.all(KINDS.map((kind) => relay(kind, iceServers))).then(chosen) : undefined;
      },
      ({ reason }) => result('relays', reason === 'signed-out' ? 'closed' : 'unreachable'),
    );
  }

  return Promise.all([socket(), direct(), withRelays ? relays() : undefined]);
}
