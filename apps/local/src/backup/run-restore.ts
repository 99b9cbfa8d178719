import { migrateDatabase, type RuntimeRoles, type Settings } from '#wasl/platform';
import { attachmentsFolder, type BlobStore, openBlobStore, openFolderStore } from '#wasl/tickets';
import type { RestoreCommand } from './command.js';
import { loadDatabase } from './load-database.js';
import { type Manifest, openManifest } from './manifest.js';
import { OperatorError } from './operator-error.js';
import { type BackupPlace, openPlace, readIndex, readText } from './place.js';
import { megabytes, seconds } from './progress.js';
import { refuseUsedDatabase, TargetFolder } from './restore-target.js';
import { EMBEDDED_ROLES, withEmbeddedDatabase } from './temporary-database.js';
import { readFiles } from './verify-files.js';
import { verifyRestored } from './verify-restored.js';
import { Workspace } from './workspace.js';

type RestoreSettings = Settings & { SECRET_KEY: string };

interface Restore extends RestoreCommand {
  settings: RestoreSettings;
  manifest: Manifest;
  place: BackupPlace;
  workspace: Workspace;
  say(line: string): void;
}

/** Restores into the database of the settings when there is one, else into a data folder with its own. */
export async function runRestore(
  command: RestoreCommand,
  settings: RestoreSettings,
  say: (line: string) => void,
): Promise<void> {
  const begun = performance.now();
  const place = await openPlace(command.from, settings);
  const name = place.named ?? (await readIndex(place)).at(-1)?.name;
  const text = name && (await readText(place, `${name}/manifest.json`));
  if (!text) throw new OperatorError(`${place.label} has no backup${name ? ` ${name}` : ''}; see --from`);
  const manifest = openManifest(text, settings.SECRET_KEY);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  say(
    `restore   ${manifest.name} of Wasl ${manifest.version}, taken ${manifest.takenAt}: ${rows} rows, ${manifest.files.count} files (${megabytes(manifest.files.bytes)})`,
  );
  const workspace = await Workspace.open();
  try {
    const restore = { ...command, settings, manifest, place, workspace, say };
    if (settings.DATABASE_URL) await intoServer(restore, settings.DATABASE_URL);
    else await intoFolder(restore);
  } finally {
    await workspace.close();
  }
  say(`restored  in ${seconds(begun)}`);
  if (command.skipNumbers > 0)
    say(`          ${command.skipNumbers} ticket numbers after the last one of the backup are left out`);
  say(
    '          Mail, texts and webhooks that were due at the time of the backup are sent once the system starts.',
  );
}

/** Built beside what is there, and put in its place when everything is verified. */
async function intoFolder(restore: Restore): Promise<void> {
  const { settings, say } = restore;
  const target = await TargetFolder.open(settings.DATA_DIR, restore.replace);
  try {
    await withEmbeddedDatabase(target.building, { durable: true }, (database) =>
      fill(restore, database.url('owner'), EMBEDDED_ROLES, async () =>
        settings.S3_BUCKET === undefined
          ? openFolderStore(attachmentsFolder(target.building))
          : openBlobStore(settings),
      ),
    );
    const replaced = await target.finish(settings.SECRET_KEY);
    if (replaced) say(`replaced  what was there is in ${replaced}; remove it when you no longer need it`);
  } catch (error) {
    await target.abandon();
    throw error;
  }
  say(`next      DATA_DIR=${settings.DATA_DIR} npm start`);
}

async function intoServer(restore: Restore, url: string): Promise<void> {
  const { settings, say } = restore;
  const ownerUrl = settings.MIGRATION_DATABASE_URL ?? url;
  if (restore.replace)
    throw new OperatorError(
      '--replace is for data folders; restore into a new, empty database and switch to it',
    );
  await refuseUsedDatabase(ownerUrl);
  const roles = { app: userOf(url), portal: userOf(settings.PORTAL_DATABASE_URL) };
  await fill(restore, ownerUrl, roles, () => openBlobStore(settings));
  say('next      run prepare-database of this version, then start the programs with this DATABASE_URL');
}

/** Files first: a row that names a file is never there without it. */
async function fill(
  restore: Restore,
  ownerUrl: string,
  roles: RuntimeRoles,
  openStore: () => Promise<BlobStore>,
): Promise<void> {
  const { manifest, place, workspace, settings, say } = restore;
  const store = await openStore();
  await store.check();
  const filesBegun = performance.now();
  const count = await readFiles(manifest, place, workspace, (path, copy) => store.putNamed(path, copy));
  say(`files     ${count} placed in ${seconds(filesBegun)}, digests as in the backup`);
  const loadBegun = performance.now();
  await migrateDatabase(ownerUrl, roles, manifest.migrations);
  await loadDatabase({ manifest, place, ownerUrl, skipNumbers: restore.skipNumbers, say });
  say(`loaded    in ${seconds(loadBegun)}`);
  (await verifyRestored(manifest, ownerUrl, settings)).forEach(say);
}

const userOf = (url: string | undefined) =>
  url && new URL(url).username ? decodeURIComponent(new URL(url).username) : undefined;
