// Caches the files that all pages share, and an offline page. It never caches anything that visitors wrote or that the
// server answered to them: pages and their requests always go to the network.
const { version, files, offline } = /* LIST */ null;
const KEPT = `wasl-${version}`;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(KEPT)
      .then((cache) => cache.addAll([...files, ...Object.values(offline)]))
      .then(() => self.skipWaiting()),
  );
});
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  } else if (request.mode === 'navigate') {
    event.respondWith(
      fetch(request).catch(() => caches.match(offline[url.pathname.split('/')[1]] ?? offline.ar)),
    );
  }
});
