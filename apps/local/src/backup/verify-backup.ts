import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { migrateDatabase, type RuntimeSettings } from '#wasl/platform';
import { loadDatabase } from './load-database.js';
import type { Manifest } from './manifest.js';
import { OperatorError } from './operator-error.js';
import type { BackupPlace } from './place.js';
import { megabytes, seconds } from './progress.js';
import { EMBEDDED_ROLES, withEmbeddedDatabase } from './temporary-database.js';
import { readFiles } from './verify-files.js';
import { verifyRestored } from './verify-restored.js';
import type { Workspace } from './workspace.js';

/** Rows, their indexes and the log of the writes, against the text of the rows. */
const ROOM_FACTOR = 4;
const ROOM_AT_LEAST = 200_000_000;

/** Restores a backup into a temporary database and folder, and compares everything. */
export async function verifyBackup(
  manifest: Manifest,
  place: BackupPlace,
  workspace: Workspace,
  settings: RuntimeSettings,
  say: (line: string) => void,
): Promise<void> {
  await refuseSmallDisk(manifest, workspace);
  const begun = performance.now();
  say(`verify    restores it into ${workspace.folder}`);
  await withEmbeddedDatabase(join(workspace.folder, 'restored'), { durable: false }, async (database) => {
    const ownerUrl = database.url('owner');
    await migrateDatabase(ownerUrl, EMBEDDED_ROLES, manifest.migrations);
    await loadDatabase({ manifest, place, ownerUrl, skipNumbers: 0, say: () => undefined });
    (await verifyRestored(manifest, ownerUrl, settings)).forEach(say);
  });
  const count = await readFiles(manifest, place, workspace);
  say(`files     ${count} read, digests as in the backup`);
  say(`verified  in ${seconds(begun)}`);
}

async function refuseSmallDisk(manifest: Manifest, { folder }: Workspace): Promise<void> {
  const needed = ROOM_AT_LEAST + ROOM_FACTOR * manifest.tables.reduce((sum, table) => sum + table.bytes, 0);
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= needed) return;
  throw new OperatorError(
    `To verify the backup ${megabytes(needed)} are needed in ${folder}, and ${megabytes(bavail * bsize)} are free; ` +
      'set TMPDIR to a folder with more room, or use --no-verify and restore it elsewhere',
  );
}
