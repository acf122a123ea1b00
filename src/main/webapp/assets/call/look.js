/** How long until a service that restarts is asked again, in milliseconds. */
const AGAIN = 10000;

/**
 * Who calls, asked before anything is used up.
 *
 * @param {function(): Promise} ways.ask the service; rejects with a refusal
 * @param {function(Object): Object} ways.known the refusal, with a reason that the page has a text for
 * @param {function(string)} ways.say the page's state
 */
export function createLook({ ask, view, display, say, known }) {
  /** @param {boolean} restarting the service said so: where nobody answers, it is still at it */
  function askWhoCalls(restarting) {
    return ask().then(
      (call) => {
        if (display.show(call.display)) {
          view.write('caller', call.caller);
          view.set('seat', call.own ? 'seat-own' : 'seat-free');
          say('ready');
        }
      },
      (refusal) => {
        const { reason } = known(refusal);
        if (!display.show(refusal.display)) {
          return;
        }
        if (reason === 'stopping' || (restarting && reason === 'unreachable')) {
          comeBack();
        } else {
          say(reason);
        }
      },
    );
  }

  /** Nobody needs to press anything: once the service has restarted, the page is as it was. */
  function comeBack() {
    say('stopping');
    setTimeout(() => askWhoCalls(true), AGAIN);
  }

  return {
    look() {
      say('checking');
      return askWhoCalls(false);
    },
    comeBack,
  };
}
