#!/usr/bin/env node
// Builds dist/: every TypeScript file is transpiled to the same path, assets are copied beside it, fonts are reduced, and
// Vite builds the console. Only what changed is rebuilt. Types are checked by `npm test`, not here.
import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildConsole, consoleIsStale } from './build/console.mjs';
import { withLock } from './build/lock.mjs';
import { emit, targetOf } from './build/emit.mjs';
import { buildFonts, fontsAreStale } from './build/fonts.mjs';
import { fingerprint, readStamp, sources, writeStamp } from './build/sources.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Brings dist/ up to date. Calls `say(text)` only when there is something to do.
 * @param {{say?: (text: string) => void, console?: boolean}} options
 * @returns the sources, except the console's, that changed since the last build
 */
export async function build({ say = () => {}, console: withConsole = true } = {}) {
  // Checked before the lock is taken, so that an account without write access can still run an existing build.
  const isCurrent = isNothing(await changes()) && !(await fontsAreStale(root));
  if (isCurrent && !(withConsole && (await consoleIsStale(root)))) return [];
  await mkdir(join(root, 'dist'), { recursive: true });
  return withLock(join(root, 'dist', '.lock'), async () => {
    if (await fontsAreStale(root)) await buildFonts(root);
    const work = [buildPrograms(say)];
    if (withConsole && (await consoleIsStale(root))) work.push(buildConsole(root, say));
    const results = await Promise.allSettled(work);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return results[0].value;
  });
}

async function changes() {
  const now = await fingerprint(root, await sources(root));
  const before = await readStamp(root);
  const stale = Object.keys(now).filter((path) => now[path] !== before[path]);
  const dead = Object.keys(before).filter((path) => !(path in now));
  return { now, stale, dead };
}

const isNothing = ({ stale, dead }) => stale.length === 0 && dead.length === 0;

async function buildPrograms(say) {
  const found = await changes();
  if (isNothing(found)) return [];
  const { now, stale, dead } = found;
  say(`Building ${stale.length} files`);
  const started = Date.now();
  await emit(root, stale);
  await Promise.all(dead.flatMap((path) => filesOf(path).map((file) => rm(file, { force: true }))));
  if (dead.length > 0) await removeEmptyFolders(join(root, 'dist'));
  // Written last, so that an interrupted build is repeated.
  await writeStamp(root, now);
  say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return [...stale, ...dead];
}

function filesOf(path) {
  const target = targetOf(root, path);
  return target.endsWith('.js') && !path.endsWith('.js') ? [target, `${target}.map`] : [target];
}

async function removeEmptyFolders(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    await removeEmptyFolders(path);
    if ((await readdir(path)).length === 0) await rmdir(path);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build({ say: (text) => process.stdout.write(`${text}\n`) });
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
