#!/usr/bin/env node
// `npm run simulate|bench|faults|generate|rotate-keys|admin|backup|restore|doctor -- …`: dependencies and build as for `npm start`, then the tool itself.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBuilt, ensureNode, fail, lockDataFolder, root } from './bootstrap.mjs';

const [name, ...args] = process.argv.slice(2);
const TOOLS = {
  simulate: 'test/simulate/main.js',
  bench: 'test/bench/main.js',
  faults: 'test/faults/main.js',
  generate: 'apps/api/src/generate-openapi.js',
  pictures: 'test/pictures/main.js',
  'rotate-keys': 'apps/local/src/keys/main.js',
  admin: 'apps/local/src/admin/main.js',
  backup: 'apps/local/src/backup/main.js',
  restore: 'apps/local/src/backup/restore-main.js',
  doctor: 'apps/local/src/doctor/main.js',
};
const WITHOUT_CONSOLE = ['generate', 'rotate-keys', 'admin', 'backup', 'restore', 'doctor'];

process.chdir(root);
ensureNode();
const program = new URL(`../../dist/${TOOLS[name]}`, import.meta.url);
try {
  if (!(name in TOOLS))
    throw new Error(`There is no tool "${name}"; there are ${Object.keys(TOOLS).join(', ')}`);
  await ensureBuilt({ console: !WITHOUT_CONSOLE.includes(name) });
  // No system may run on the folder that is written.
  if (name === 'restore') await lockDataFolder(process.env.DATA_DIR || '.data');
  if (!existsSync(program)) throw new Error(`The tool "${name}" is not part of this version`);
} catch (error) {
  fail(error);
}
process.argv.splice(1, process.argv.length, fileURLToPath(program), ...args);
await import(program.href);
