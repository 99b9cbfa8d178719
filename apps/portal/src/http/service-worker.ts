import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UI_LANGUAGES } from '#wasl/kernel';
import { assetUrl } from './assets.js';

/** Files that every page needs; others are fetched when used. */
const CACHED_FILES = [
  'fonts.css',
  'portal.css',
  'portal.js',
  'icon.svg',
  'icon-192.png',
  'arabic-400.woff2',
  'arabic-700.woff2',
  'latin-400.woff2',
  'latin-700.woff2',
];

let made: string | undefined;

/** The service worker with its list of files: when one changes, the worker changes too, and browsers install the new one. */
export function serviceWorker(): string {
  return (made ??= make());
}

function make(): string {
  const script = readFileSync(new URL('../static/sw.js', import.meta.url), 'utf8');
  const files = CACHED_FILES.map(assetUrl);
  const offline = Object.fromEntries(UI_LANGUAGES.map((language) => [language, `/${language}/offline`]));
  const version = createHash('sha256').update(script).update(files.join()).digest('hex').slice(0, 12);
  return script.replace('/* LIST */ null', JSON.stringify({ version, files, offline }));
}
