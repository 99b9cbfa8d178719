// One PostgreSQL for the whole run, with a migrated template database that each suite copies (see database.ts).
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../../apps/local/build.mjs';

const PREFIX = 'wasl-test-postgres-';

export default async function setup() {
  if (globalThis.waslTestPostgres) return;
  // The migrations are TypeScript; the build output runs without a transpiler.
  await build({ console: false, say: (text) => process.stderr.write(`${text}\n`) });
  const fromDist = (path) => import(new URL(`../../../dist/libs/platform/src/${path}`, import.meta.url).href);
  const { startEmbeddedPostgres, ensureDatabase, stopLeftover, DATABASE_ROLES } = await fromDist(
    'embedded-postgres/index.js',
  );
  const { migrateDatabase } = await fromDist('database/migrate.js');
  await removeLeftovers(stopLeftover);

  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  // The account that PostgreSQL runs as when we are root must be able to enter.
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, 'owner'), String(process.pid));
  const settings = { max_connections: '300', shared_buffers: '256MB' };
  const postgres = await startEmbeddedPostgres({
    folder: join(folder, 'data'),
    unsafe: true,
    ownGroup: false,
    settings,
  });
  globalThis.waslTestPostgres = { postgres, folder };

  await ensureDatabase(postgres.superuserUrl('wasl_template'));
  await migrateDatabase(postgres.url('owner', 'wasl_template'), DATABASE_ROLES);
  const roles = Object.keys(DATABASE_ROLES).map((role) => [role, postgres.url(role, 'postgres')]);
  process.env.WASL_TEST_POSTGRES = JSON.stringify({
    ...Object.fromEntries(roles),
    superuser: postgres.superuserUrl('postgres'),
  });
}

/** A run that was killed leaves its PostgreSQL behind. */
async function removeLeftovers(stopLeftover) {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (isAlive(Number(readFileSync(join(folder, 'owner'), 'utf8')))) continue;
      await stopLeftover(join(folder, 'data'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Belongs to another account, or is just being created.
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
