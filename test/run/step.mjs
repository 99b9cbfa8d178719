// Runs one check in a child process: no output when it passes, its full output when it fails.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../apps/local/bootstrap.mjs';

const LIMIT = 12_000;

export const say = (text) => process.stdout.write(`${text}\n`);

/** Path inside an installed npm package, regardless of the package's exports. */
export const tool = (path) => join(root, 'node_modules', path);

/** @returns {Promise<{passed?: number, failed?: number}>} */
export async function runStep(name, args) {
  const started = Date.now();
  const { code, output } = await run(args);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code === 0) {
    say(`PASS ${name} (${seconds} s)`);
    return { passed: 1 };
  }
  const text = output.trim();
  say(`FAIL ${name} (${seconds} s)\n${text.length > LIMIT ? `${text.slice(0, LIMIT)}\n…` : text}`);
  return { failed: 1 };
}

/** Runs a Node program in the project root and captures its output. */
export function run(args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
