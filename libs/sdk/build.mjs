#!/usr/bin/env node
// Compiles the package into its dist/, with declarations. `npm pack` runs it first.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
rmSync(new URL('dist', import.meta.url), { recursive: true, force: true });
// Standard output belongs to npm: `npm pack --json` is read by programs.
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json', '--pretty', 'false'], {
  cwd: folder,
  stdio: ['ignore', 2, 2],
});
