import { rmSync } from 'node:fs';

export default async function teardown() {
  const running = globalThis.waslTestPostgres;
  if (!running) return;
  globalThis.waslTestPostgres = undefined;
  await running.postgres.stop();
  rmSync(running.folder, { recursive: true, force: true });
}
