#!/usr/bin/env node
// `npm start`: brings everything up from a fresh clone, then runs it in this process (src/main.ts).
import { ensureBuilt, ensureNode, fail, lockDataFolder, root } from './bootstrap.mjs';

process.chdir(root);
ensureNode();
try {
  await lockDataFolder(process.env.DATA_DIR || '.data');
  await ensureBuilt();
} catch (error) {
  fail(error);
}
await import(new URL('../../dist/apps/local/src/main.js', import.meta.url).href);
