/** Counts down to the moment another code may be asked for. The server holds the same rule; this only shows it. */

/** @param {HTMLFormElement} form with data-resend-in (seconds) and data-resend-text (« … {0} s ») */
function countDown(form) {
  const end = performance.now() + Number(form.dataset.resendIn) * 1000;
  const waiting = form.dataset.resendText;
  const buttons = Array.from(form.querySelectorAll('button[type=submit]'));
  const words = buttons[0].querySelector('.ui-button-text') || buttons[0];
  const label = words.textContent;
  const ready = form.querySelector('[data-resend-ready]');

  function tick() {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    const early = seconds > 0;
    buttons.forEach((button) => {
      button.disabled = early;
    });
    words.textContent = early ? waiting.replace('{0}', String(seconds)) : label;
    if (early) {
      setTimeout(tick, 500);
    } else if (ready) {
      ready.textContent = ready.dataset.resendReady;
    }
  }

  if (Number(form.dataset.resendIn) > 0) {
    tick();
  }
}

document.querySelectorAll('form[data-resend-in]').forEach(countDown);
