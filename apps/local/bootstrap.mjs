// Checks before any of our own code runs: Node's version, dependencies, build. Uses built-in modules only.
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from './build/lock.mjs';
import { installWhenNeeded } from './build/dependencies.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
const say = (text) => process.stdout.write(`${text}\n`);

/** Prints an error that a user can fix: one line, no stack. */
export function fail(error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

export function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(new Error(`Node.js 20.19 or newer is needed; this is ${process.versions.node}`));
}

/** Brings dependencies and build up to date. Only one process does so at a time. */
export async function ensureBuilt(options = {}) {
  await installWhenNeeded(root, say);
  const { build } = await import('./build.mjs');
  await build({ say, ...options });
}

export const ensureDependencies = () => installWhenNeeded(root, say);

/** One running system per data folder. Held until this process ends. */
export async function lockDataFolder(folder) {
  const path = resolve(root, folder);
  let lock;
  try {
    mkdirSync(path, { recursive: true });
    lock = await takeLock(join(path, 'wasl.lock'));
  } catch (error) {
    throw new Error(
      `DATA_DIR ${path} cannot be used (${error.code ?? error.message}); set DATA_DIR to a folder that you may write to`,
      { cause: error },
    );
  }
  if (lock.holder !== undefined) {
    throw new Error(
      `Wasl already runs on ${path} (process ${lock.holder}); stop it first, or set another DATA_DIR`,
    );
  }
  process.on('exit', () => rmSync(join(path, 'wasl.lock'), { force: true }));
}
