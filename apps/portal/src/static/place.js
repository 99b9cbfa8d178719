// Sends the visitor's position, only when they press the button. Without it they describe the place in words.
(() => {
  'use strict';
  const field = document.querySelector('.point');
  const button = field?.querySelector('[data-locate]');
  if (!button || !window.isSecureContext || !navigator.geolocation) return;
  const say = (text) => (field.querySelector('[data-located]').textContent = text);
  const set = (name, degrees) => (field.querySelector(`[name=${name}]`).value = degrees.toFixed(5));
  button.hidden = false;
  button.addEventListener('click', () => {
    say(field.dataset.locating);
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        set('lat', coords.latitude);
        set('long', coords.longitude);
        button.disabled = false;
        field.querySelector('[data-point]').hidden = false;
        say('');
      },
      () => {
        button.disabled = false;
        say(field.dataset.notLocated);
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });
})();
