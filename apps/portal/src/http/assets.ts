import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Asset {
  content: Buffer;
  type: string;
  /** content hash, so that browsers may cache the file for ever */
  version: string;
}

/** Removes comments and indentation to save bandwidth. Safe because no script here has multi-line strings. */
const withoutComments = (script: string) =>
  script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//') && !/^\/\*.*\*\/$/.test(line))
    .join('\n');

const own = (name: string) => new URL(`../static/${name}`, import.meta.url);
/** Made by apps/local/build/fonts.mjs. */
const font = (name: string) => new URL(import.meta.resolve(`#fonts/${name}`));
const FONTS = ['arabic', 'latin'].flatMap((script) =>
  ['400', '700', 'whole-400', 'whole-700'].map((face) => `${script}-${face}.woff2`),
);

/** Every file that pages refer to; they are few and small, so they are kept in memory. */
const FILES: Record<string, { url: URL; type: string }> = {
  'portal.css': { url: own('portal.css'), type: 'text/css; charset=utf-8' },
  'kiosk.css': { url: own('kiosk.css'), type: 'text/css; charset=utf-8' },
  'portal.js': { url: own('portal.js'), type: 'text/javascript; charset=utf-8' },
  'place.js': { url: own('place.js'), type: 'text/javascript; charset=utf-8' },
  'uploads.js': { url: own('uploads.js'), type: 'text/javascript; charset=utf-8' },
  'chat.js': { url: own('chat.js'), type: 'text/javascript; charset=utf-8' },
  // 41 kB; only the chat page loads it.
  'socket.io.js': {
    url: new URL('./dist/socket.io.esm.min.js', import.meta.resolve('socket.io-client/package.json')),
    type: 'text/javascript; charset=utf-8',
  },
  'icon.svg': { url: own('icon.svg'), type: 'image/svg+xml' },
  'icon-192.png': { url: own('icon-192.png'), type: 'image/png' },
  'icon-512.png': { url: own('icon-512.png'), type: 'image/png' },
  'icon-maskable-512.png': { url: own('icon-maskable-512.png'), type: 'image/png' },
  'fonts.css': { url: font('portal.css'), type: 'text/css; charset=utf-8' },
  ...Object.fromEntries(FONTS.map((name) => [name, { url: font(name), type: 'font/woff2' }])),
};

const kept = new Map<string, Asset>();

export function assetOf(name: string): Asset | null {
  const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (!file) return null;
  let asset = kept.get(name);
  if (!asset) {
    const content = contentOf(name, file.url);
    asset = {
      content,
      type: file.type,
      version: createHash('sha256').update(content).digest('hex').slice(0, 10),
    };
    kept.set(name, asset);
  }
  return asset;
}

function contentOf(name: string, url: URL): Buffer {
  const read = readFileSync(fileURLToPath(url));
  // with their versions, as the service worker keeps them
  if (name === 'fonts.css')
    return edited(read, (css) =>
      css.replace(/url\('(.+?)'\)/g, (_, file: string) => `url('${assetUrl(file)}')`),
    );
  const isOurScript = name.endsWith('.js') && url.href === own(name).href;
  return isOurScript ? edited(read, withoutComments) : read;
}

const edited = (read: Buffer, edit: (text: string) => string) => Buffer.from(edit(read.toString('utf8')));

/** The URL of a file, for pages. */
export const assetUrl = (name: string) => `/assets/${name}?v=${assetOf(name)!.version}`;
