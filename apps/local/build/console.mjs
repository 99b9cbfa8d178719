// Builds the console with Vite, in a process of its own, when its sources changed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf, walk } from './sources.mjs';

const OWN = ['apps/console', 'libs/contracts/src', 'libs/kernel/src'];
const ALSO = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'apps/local/build/console.mjs',
  'apps/local/build/fonts.mjs',
];
const TESTS = /\.(spec|journey)\.tsx?$|(^|\/)\.[^/]*$/;

export async function consoleIsStale(root) {
  if (!existsSync(join(root, 'apps/console/vite.config.ts'))) return false;
  if (!existsSync(join(root, 'dist/apps/console/index.html'))) return true;
  return (await readFile(stampFile(root), 'utf8').catch(() => '')) !== (await fingerprintOfConsole(root));
}

export async function buildConsole(root, say) {
  const now = await fingerprintOfConsole(root);
  say('Building the console');
  await vite(root);
  await writeFile(stampFile(root), now);
}

const stampFile = (root) => join(root, 'dist', '.console-stamp');

async function fingerprintOfConsole(root) {
  const files = [...ALSO];
  for (const folder of OWN)
    await walk(join(root, folder), files, root, new Set(['node_modules', 'dist']), TESTS);
  return digestOf(root, files.sort());
}

function vite(root) {
  const program = join(root, 'node_modules/vite/bin/vite.js');
  const args = ['build', '--config', 'apps/console/vite.config.ts', '--logLevel', 'warn'];
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The console does not build:\n${said.trim().slice(0, 2000)}`)),
    );
  });
}
