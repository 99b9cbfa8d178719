// Keeps a conversation up to date. The answer to `since` is authoritative; the socket only signals when to ask.
const root = document.getElementById('chat');
const { io } = await import(root.dataset.socket);

const list = document.getElementById('lines');
const log = document.getElementById('log');
const status = document.getElementById('chat-status');
const typing = document.getElementById('typing');
const form = document.getElementById('say');
const field = document.getElementById('message');
const PATIENCE = 8_000;
const UUID = /^[0-9a-f-]{36}$/;

const title = document.title;
let unseen = 0;
let asking = false;
let askAgain = false;
let typingOver;
let saidTyping = 0;
/** sent messages without acknowledgement: [id, text, its line] */
const unsent = [];

for (const hint of document.querySelectorAll('#chat .needs-script')) hint.hidden = false;
log.scrollTop = log.scrollHeight;

const socket = io('/chat', {
  auth: { token: root.dataset.token, language: root.dataset.language },
  transports: ['websocket'],
});

socket.on('connect', () => {
  ask();
  flush();
});
socket.on('disconnect', () => (status.textContent = root.dataset.lost));
socket.on('connect_error', (error) => {
  status.textContent = root.dataset.lost;
  if (error.message !== 'unauthorized') return;
  document.getElementById('chat-refused').hidden = false;
  form.hidden = true;
});
socket.on('news', ask);
socket.on('typing', () => {
  typing.hidden = false;
  clearTimeout(typingOver);
  typingOver = setTimeout(() => (typing.hidden = true), 6_000);
});
// A missed notification is corrected here, and the position in the queue stays current.
setInterval(ask, 10_000);

function lastKnown() {
  const known = [...list.children].filter((line) => UUID.test(line.dataset.id ?? ''));
  return known.at(-1)?.dataset.id ?? null;
}

async function ask() {
  if (!socket.connected) return;
  if (asking) {
    askAgain = true;
    return;
  }
  asking = true;
  try {
    const news = await socket.timeout(PATIENCE).emitWithAck('since', { after: lastKnown() });
    if (news.ok) show(news);
  } catch {
    // retried later
  }
  asking = false;
  if (!askAgain) return;
  askAgain = false;
  ask();
}

function show(news) {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  const known = new Set([...list.children].map((line) => line.dataset.id));
  for (const line of news.lines) {
    if (known.has(line.id)) continue;
    add(line);
    if (line.from !== 'staff') continue;
    typing.hidden = true;
    if (document.hidden) document.title = `(${++unseen}) ${title}`;
  }
  if (atEnd) log.scrollTop = log.scrollHeight;
  if (status.textContent !== news.status) status.textContent = news.status;
  root.dataset.stage = news.stage;
  document.getElementById('leave').hidden = news.stage === 'ended';
  form.hidden = !news.canWrite;
}

/** Lines are sorted by time; unsent lines come last. */
function add({ id, from, author, text, at, when, note }) {
  const line = document.createElement('li');
  line.className = from;
  line.dataset.id = id;
  line.dataset.at = at;
  const who = document.createElement('strong');
  who.textContent = author;
  const time = document.createElement('time');
  time.dateTime = at;
  time.textContent = when;
  const words = document.createElement('p');
  words.className = 'words';
  words.dir = 'auto';
  words.textContent = text;
  line.append(who, ' ', time, words);
  if (note) {
    const hint = document.createElement('p');
    hint.className = 'hint';
    hint.textContent = note;
    line.append(hint);
  }
  list.insertBefore(line, [...list.children].find((other) => other.classList.contains('pending')) ?? null);
  return line;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (text === '') return;
  const { you, pending } = root.dataset;
  const line = add({ id: '', from: 'visitor', author: you, text, at: '', when: pending, note: null });
  line.classList.add('pending');
  list.append(line);
  log.scrollTop = log.scrollHeight;
  unsent.push([newId(), text, line]);
  field.value = '';
  field.focus();
  flush();
});

/** Sends one message after the other. An unacknowledged one is sent again under the same id, so the server stores it once. */
let flushing = false;
async function flush() {
  if (flushing) return;
  flushing = true;
  while (unsent.length > 0 && socket.connected) {
    const [id, text, line] = unsent[0];
    let answer;
    try {
      answer = await socket.timeout(PATIENCE).emitWithAck('say', { id, text });
    } catch {
      continue;
    }
    if (!answer.ok && answer.code === 'rate.limited') {
      line.querySelector('time').textContent = root.dataset.tooFast;
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      continue;
    }
    unsent.shift();
    line.remove();
    if (!answer.ok) field.value = text;
    await ask();
  }
  flushing = false;
}

field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});
field.addEventListener('input', () => {
  if (Date.now() - saidTyping < 4_000 || !socket.connected) return;
  saidTyping = Date.now();
  socket.emit('typing');
});
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  unseen = 0;
  document.title = title;
});

function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Without TLS, in a private network, the browser has no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
