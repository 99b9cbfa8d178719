// Comfort only: every page works without it. Copies and prints the receipt, and makes photographs smaller before they
// are sent, for slow networks.
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

  // Refused where there is no TLS; then there is nothing to install either.
  navigator.serviceWorker?.register('/sw.js').catch(() => undefined);

  for (const form of document.querySelectorAll('form[data-live]')) {
    form.elements.live.value = '1';
    const button = form.querySelector('[data-live-text]');
    if (button) button.textContent = button.dataset.liveText;
  }

  const LONGEST_SIDE = 2000;
  const WORTH_IT = 600_000;
  const input = document.querySelector('input[type=file]');
  if (!input || !window.createImageBitmap || !window.DataTransfer) return;
  input.addEventListener('change', async () => {
    const files = await Promise.all([...input.files].map((file) => smaller(file).catch(() => file)));
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    input.files = transfer.files;
  });

  async function smaller(file) {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < WORTH_IT) return file;
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const paper = canvas.getContext('2d');
    // JPEG knows no transparency: what lies under it is white, as on the page.
    paper.fillStyle = '#fff';
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
  }
})();
