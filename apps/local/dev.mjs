#!/usr/bin/env node
// `npm run dev`: as `npm start`, but what is edited is seen at once. Programs are built and restarted when their sources
// change; Vite serves the console and updates it in the browser.
import { ensureBuilt, ensureNode, fail, lockDataFolder, root } from './bootstrap.mjs';

process.chdir(root);
ensureNode();
try {
  await lockDataFolder(process.env.DATA_DIR || '.data');
  await ensureBuilt({ console: false });
} catch (error) {
  fail(error);
}
const built = (path) => import(new URL(`../../dist/apps/local/src/${path}`, import.meta.url).href);
const { runLocally } = await built('run-locally.js');
const { restartOnChange } = await built('dev/restart-on-change.js');
const { build } = await import('./build.mjs');
const { serveConsole } = await import('./serve-console.mjs');

await runLocally(async ({ system, api, say }) => {
  say(`  console   ${await serveConsole(api)}`);
  restartOnChange({ system, say, build: () => build({ console: false }) });
  say('  Edit a file: its programs restart, the console updates itself');
});
