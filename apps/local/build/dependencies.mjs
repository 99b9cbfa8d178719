// Installs the dependencies of package-lock.json when they differ from what is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.mjs';

export async function installWhenNeeded(root, say) {
  if (await isCurrent(root)) return;
  await mkdir(join(root, 'dist'), { recursive: true });
  await withLock(join(root, 'dist', '.install-lock'), async () => {
    if (await isCurrent(root)) return;
    say('Installing dependencies (some minutes the first time)');
    await npmCi(root);
    await writeFile(stampFile(root), await wantedHash(root));
  });
}

const stampFile = (root) => join(root, 'node_modules', '.wasl-lock-hash');
const lockText = (root) => readFile(join(root, 'package-lock.json'), 'utf8');
const wantedHash = async (root) =>
  createHash('sha256')
    .update(await lockText(root))
    .digest('hex');

async function isCurrent(root) {
  const wanted = await wantedHash(root);
  if ((await readText(stampFile(root))) === wanted) return true;
  // npm writes this file when it has finished, so it also shows an install that was run by hand.
  const installed = await readText(join(root, 'node_modules', '.package-lock.json'));
  if (!installed || !isInstalled(JSON.parse(await lockText(root)), JSON.parse(installed))) return false;
  await writeFile(stampFile(root), wanted).catch(() => undefined);
  return true;
}

/** Whether every package of the lock file is installed in its version. Packages for other platforms may be missing. */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = installed.packages?.[path];
    return found
      ? found.version === wanted.version
      : Boolean(wanted.optional || wanted.devOptional || wanted.peer);
  });
}

const readText = (path) => readFile(path, 'utf8').catch(() => undefined);

function npmCi(root) {
  // Development packages too, whatever NODE_ENV is: the build needs them.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const own = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const [program, all] = own ? [process.execPath, [own, ...args]] : ['npm', args];
  return new Promise((resolve, reject) => {
    const child = spawn(program, all, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    const cut = () => child.kill('SIGTERM');
    process.once('SIGTERM', cut).once('SIGINT', cut);
    child.on('error', () => reject(new Error('npm was not found; install Node.js together with npm')));
    child.on('close', (code) => {
      process.off('SIGTERM', cut).off('SIGINT', cut);
      if (code === 0) resolve();
      else reject(new Error(`Dependencies could not be installed (npm ci):\n${said.trim().slice(0, 1500)}`));
    });
  });
}
