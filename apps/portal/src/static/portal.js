// Optional: every page works without it. Copies and prints the receipt, and allows installing the portal as an app.
(() => {
  'use strict';
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
  if (navigator.clipboard) {
    for (const button of document.querySelectorAll('[data-copy]')) {
      button.hidden = false;
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(button.dataset.copy);
        button.textContent = button.dataset.copied;
      });
    }
  }

  // The code on a receipt leads here with the tracking code behind `#`, which no server sees; nor does the history.
  const code = document.querySelector('input#code');
  const given = /^#code=([0-9A-Za-z]{8})$/.exec(location.hash);
  if (code && given) {
    code.value = given[1];
    history.replaceState(null, '', location.pathname + location.search);
  }

  // Without TLS the registration is refused, and the app cannot be installed either.
  navigator.serviceWorker?.register('/sw.js').catch(() => undefined);

  for (const form of document.querySelectorAll('form[data-live]')) {
    form.elements.live.value = '1';
    const button = form.querySelector('[data-live-text]');
    if (button) button.textContent = button.dataset.liveText;
  }
})();
