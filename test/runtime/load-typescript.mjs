// Module hooks of Node for the suites: TypeScript is transpiled as the build does it, imports of libraries lead to their
// sources, and '@jest/globals' to the functions of the suite that imports it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const ROOT = new URL('../../', import.meta.url);
const OURS = new URL('node_modules/', ROOT).href;
const swc = JSON.parse(readFileSync(new URL('.swcrc', ROOT), 'utf8'));
const GLOBALS = new URL('./jest-globals.mjs', import.meta.url).href;
const sources = new Map();

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  const library = /^#wasl\/(.+)$/.exec(specifier);
  if (library) return found(new URL(`libs/${library[1]}/src/index.ts`, ROOT).href);
  if (specifier === '#migrations') return found(new URL('migrations/index.ts', ROOT).href);
  const parent = context.parentURL;
  if (specifier.startsWith('.') && parent && !parent.startsWith(OURS)) {
    const url = new URL(specifier, parent).href;
    const source = typescriptOf(url);
    if (source) return found(source);
  }
  return next(specifier, context);
}

const found = (url) => ({ url, shortCircuit: true });

/** `./a.js` is `./a.ts` or `./a.tsx` in the sources. */
function typescriptOf(url) {
  if (!url.endsWith('.js')) return undefined;
  if (!sources.has(url)) {
    const stem = url.slice(0, -3);
    sources.set(
      url,
      [`${stem}.ts`, `${stem}.tsx`].find((file) => existsSync(fileURLToPath(file))),
    );
  }
  return sources.get(url);
}

export async function load(url, context, next) {
  const [file] = url.split('?');
  if (!/\.tsx?$/.test(file) || file.startsWith(OURS)) return next(url, context);
  const filename = fileURLToPath(file);
  const { code } = await transform(readFileSync(filename, 'utf8'), {
    ...swc,
    jsc: { ...swc.jsc, parser: { ...swc.jsc.parser, tsx: file.endsWith('.tsx') } },
    swcrc: false,
    configFile: false,
    filename,
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
