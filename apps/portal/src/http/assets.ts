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
const font = (family: string, name: string) =>
  new URL(import.meta.resolve(`@fontsource/${family}/files/${name}.woff2`));

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
  'arabic-400.woff2': {
    url: font('noto-sans-arabic', 'noto-sans-arabic-arabic-400-normal'),
    type: 'font/woff2',
  },
  'arabic-700.woff2': {
    url: font('noto-sans-arabic', 'noto-sans-arabic-arabic-700-normal'),
    type: 'font/woff2',
  },
  'latin-400.woff2': { url: font('noto-sans', 'noto-sans-latin-400-normal'), type: 'font/woff2' },
  'latin-700.woff2': { url: font('noto-sans', 'noto-sans-latin-700-normal'), type: 'font/woff2' },
};

const kept = new Map<string, Asset>();

export function assetOf(name: string): Asset | null {
  const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (!file) return null;
  let asset = kept.get(name);
  if (!asset) {
    const read = readFileSync(fileURLToPath(file.url));
    const isOurScript = name.endsWith('.js') && file.url.href === own(name).href;
    const content = isOurScript ? Buffer.from(withoutComments(read.toString('utf8'))) : read;
    asset = {
      content,
      type: file.type,
      version: createHash('sha256').update(content).digest('hex').slice(0, 10),
    };
    kept.set(name, asset);
  }
  return asset;
}

/** The URL of a file, for pages. */
export const assetUrl = (name: string) => `/assets/${name}?v=${assetOf(name)!.version}`;
