import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from './start-error.js';

const STAMP = 'wasl-prepared';
const BUILD = fileURLToPath(new URL('../../../.stamp', import.meta.url));

/**
 * Prepares the database in a separate process, unless this build already did so with these settings. The stamp is
 * stored in the data folder of the cluster, so that it moves with the data.
 */
export async function prepareWhenNeeded(
  folder: string | undefined,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<void> {
  const wanted = digest(env);
  const file = folder && join(folder, STAMP);
  if (file && read(file) === wanted) return;
  say('Preparing the database');
  await run(env, say);
  if (file) writeFileSync(file, wanted, { mode: 0o600 });
}

function digest(env: NodeJS.ProcessEnv): string {
  const { COUNTRY = '', DEMO = '', DEMO_PASSWORD = '' } = env;
  const hash = createHash('sha256');
  for (const part of [read(BUILD), COUNTRY, read(COUNTRY), DEMO, DEMO_PASSWORD]) hash.update(`${part}\0`);
  return hash.digest('hex');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function run(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const program = fileURLToPath(new URL('./prepare-database.js', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let faults = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (faults += text));
    child.on('error', reject);
    child.on('close', (code) => {
      const lines = faults.split('\n').filter(Boolean);
      if (code !== 0)
        reject(new StartError(lines.at(-1) ?? `The database could not be prepared (code ${code})`));
      else {
        lines.forEach(say);
        resolve();
      }
    });
  });
}
