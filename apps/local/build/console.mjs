// Builds the console with Vite, in a process of its own, when its sources changed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf, walk } from './sources.mjs';

const OWN = ['apps/console', 'libs/contracts/src', 'libs/kernel/src'];
const ALSO = ['package.json', 'package-lock.json', 'tsconfig.json', 'apps/local/build/console.mjs'];
const TESTS = /\.(spec|journey)\.tsx?$|(^|\/)\.[^/]*$/;

export async function buildConsole(root, say) {
  if (!existsSync(join(root, 'apps/console/vite.config.ts'))) return;
  const files = [...ALSO];
  for (const folder of OWN)
    await walk(join(root, folder), files, root, new Set(['node_modules', 'dist']), TESTS);
  const now = createHash('sha1')
    .update(await digestOf(root, files.sort()))
    .digest('hex');
  const stampFile = join(root, 'dist', '.console-stamp');
  const built = existsSync(join(root, 'dist/apps/console/index.html'));
  if (built && (await readFile(stampFile, 'utf8').catch(() => '')) === now) return;
  say('Building the console');
  await vite(root);
  await writeFile(stampFile, now);
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
