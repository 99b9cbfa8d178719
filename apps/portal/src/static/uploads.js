// Optional. Shrinks photographs, uploads each file in chunks, resumes after a broken connection, and
// adds the finished uploads to the form. Files that cannot be uploaded this way are sent with the form.
const LONGEST_SIDE = 2000;
const WORTH_IT = 600_000;
const PIECE_TIMEOUT_MS = 90_000;
const LONGEST_PAUSE_MS = 20_000;
/** Failures in a row, while online, after which the file is sent with the form instead. */
const MOST_FAILURES = 7;

const field = document.querySelector('[data-uploads]');
const input = field?.querySelector('input[type=file]');
if (input?.form && window.DataTransfer) start(input.form, JSON.parse(field.dataset.words));

function start(form, words) {
  const list = field.querySelector('[data-list]');
  /** files that are sent with the form */
  const kept = new Set();
  let pending = 0;
  let submitter = null;
  let line = Promise.resolve();

  input.addEventListener('change', () => {
    const chosen = [...input.files];
    putBack();
    field.querySelectorAll('[data-fault]').forEach((fault) => fault.remove());
    for (const file of chosen) {
      const held = form.querySelectorAll('[name=held]').length;
      if (held + pending + kept.size >= Number(field.dataset.most)) {
        refuse(field.dataset.tooMany);
        break;
      }
      pending++;
      const row = makeRow(file.name);
      line = line.then(() => send(file, row)).finally(settled);
    }
  });

  // Submitting early waits for the running uploads.
  form.addEventListener('submit', (event) => {
    if (pending === 0) return;
    event.preventDefault();
    submitter = event.submitter;
    say(words.hold, true);
  });

  function settled() {
    pending--;
    const button = submitter;
    if (pending > 0 || !button) return;
    submitter = null;
    if (!field.querySelector('[data-fault]')) form.requestSubmit(button);
  }

  async function send(original, row) {
    if (row.signal.aborted) return;
    const file = await smaller(original).catch(() => original);
    row.show(words.sending, 0, file.size);
    try {
      attach(await transfer(file, row), row);
    } catch (error) {
      if (row.signal.aborted) return;
      if (error.refusal) {
        row.remove();
        refuse(error.refusal);
      } else keep(file, row);
    }
  }

  /** @returns the pending file when the upload is complete and was accepted */
  async function transfer(file, row) {
    const begin = () =>
      call(field.dataset.uploads, row, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name: file.name, size: file.size }),
      });
    const { id } = await patiently(begin, file, row, () => 0);
    const address = `${field.dataset.uploads}/${id}`;
    let offset = 0;
    const piece = async () => {
      const body = file.slice(offset, offset + Number(field.dataset.piece));
      const headers = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) };
      return call(address, row, { method: 'PATCH', headers, body });
    };
    for (;;) {
      const answer = await patiently(
        piece,
        file,
        row,
        async () => (offset = await offsetOf(address, offset)),
      );
      if (answer.held) return answer;
      offset = answer.offset;
      row.show(offset === file.size ? words.checking : words.sending, offset, file.size);
      if (offset === file.size) await pause(1_000);
    }
  }

  /** Retries until it works; after each failure `again` finds the offset to resume from. */
  async function patiently(work, file, row, again) {
    for (let failures = 0; ;) {
      try {
        row.signal.throwIfAborted();
        return await work();
      } catch (error) {
        if (row.signal.aborted || error.final) throw error;
        if (navigator.onLine && ++failures >= MOST_FAILURES) throw error;
        row.show(words.waiting, row.done, file.size);
        const longer = navigator.onLine ? 500 * 2 ** failures : LONGEST_PAUSE_MS;
        await pause(Math.min(LONGEST_PAUSE_MS, longer));
        await again();
      }
    }
  }

  const mark = () => ({ 'Upload-Form': form.elements.token.value });

  async function call(address, row, options) {
    const stop = new AbortController();
    const end = () => stop.abort();
    const timer = setTimeout(end, PIECE_TIMEOUT_MS);
    row.signal.addEventListener('abort', end);
    try {
      const headers = { ...options.headers, ...mark() };
      const response = await fetch(address, { ...options, headers, signal: stop.signal });
      if (response.ok) return await response.json();
      const later = response.status >= 500 || response.status === 408 || response.status === 409;
      const answer = response.status === 422 ? await response.json() : {};
      throw Object.assign(new Error(String(response.status)), { final: !later, refusal: answer.error });
    } finally {
      clearTimeout(timer);
      row.signal.removeEventListener('abort', end);
    }
  }

  async function offsetOf(address, known) {
    try {
      const response = await fetch(address, { method: 'HEAD', headers: mark() });
      return response.ok ? Number(response.headers.get('Upload-Offset')) : known;
    } catch {
      return known;
    }
  }

  function attach({ held, name, size }, row) {
    const hidden = document.createElement('input');
    Object.assign(hidden, { type: 'hidden', name: 'held', value: held });
    form.append(hidden);
    row.rest(name, size, words.remove, () => hidden.remove());
    say(fill(words.sent, name));
  }

  function keep(file, row) {
    kept.add(file);
    putBack();
    row.rest(fill(words.later, file.name), file.size, words.remove, () => {
      kept.delete(file);
      putBack();
    });
    say(fill(words.later, file.name));
  }

  function putBack() {
    const transfer = new DataTransfer();
    for (const file of kept) transfer.items.add(file);
    input.files = transfer.files;
  }

  function makeRow(name) {
    const stop = new AbortController();
    const row = document.createElement('li');
    const text = row.appendChild(document.createElement('span'));
    const bar = row.appendChild(document.createElement('progress'));
    const button = row.appendChild(makeButton(words.cancel, name));
    bar.value = 0;
    bar.setAttribute('aria-label', name);
    text.textContent = fill(words.sending, name, 0);
    button.addEventListener('click', () => {
      stop.abort();
      away();
    });
    list.append(row);
    list.hidden = false;
    const away = () => {
      row.remove();
      list.hidden = list.children.length === 0;
      input.focus();
    };
    return {
      signal: stop.signal,
      done: 0,
      remove: away,
      show(sentence, done, all) {
        this.done = done;
        bar.max = all;
        bar.value = done;
        text.textContent = fill(sentence, name, Math.floor((100 * done) / all));
      },
      rest(shown, size, action, undo) {
        const label = document.createElement('bdi');
        const small = document.createElement('small');
        label.textContent = shown;
        small.dir = 'ltr';
        small.textContent = `${Math.ceil(size / 1024)} kB`;
        text.replaceChildren(label, ' ', small);
        bar.remove();
        const other = makeButton(action, name);
        other.addEventListener('click', () => {
          undo();
          away();
        });
        button.replaceWith(other);
      },
    };
  }

  function makeButton(action, name) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.textContent = action;
    button.setAttribute('aria-label', `${action}: ${name}`);
    return button;
  }

  function refuse(text) {
    const fault = document.createElement('p');
    const prefix = document.createElement('span');
    fault.className = 'fault';
    fault.dataset.fault = '';
    fault.setAttribute('role', 'alert');
    prefix.className = 'unseen';
    prefix.textContent = field.dataset.errorPrefix;
    fault.append(prefix, text);
    field.insertBefore(fault, list);
  }

  const said = field.querySelector('[data-said]');
  const say = (text, seen = false) => {
    said.textContent = text;
    said.classList.toggle('unseen', !seen);
  };
}

const fill = (text, name, percent) => text.replace('{name}', () => name).replace('{percent}', percent);

/** Returns early when the network is back. */
function pause(ms) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener('online', end);
  });
}

async function smaller(file) {
  if (!window.createImageBitmap) return file;
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < WORTH_IT) return file;
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const paper = canvas.getContext('2d');
  // JPEG has no transparency: use white as background, like the page.
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  if (!blob || blob.size >= file.size) return file;
  return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
}
