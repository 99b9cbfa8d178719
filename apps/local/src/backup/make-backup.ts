import { rm } from 'node:fs/promises';
import { type RuntimeSettings, secretKeysOf } from '#wasl/platform';
import { attachmentsFolder, openBlobStore } from '#wasl/tickets';
import { VERSION } from '../version.js';
import { copyFiles } from './copy-files.js';
import { dumpTable } from './dump-tables.js';
import { listLine, readList, readListFile } from './file-list.js';
import { type Manifest, readManifest, sealManifest } from './manifest.js';
import { type BackupPlace, backupName, readText } from './place.js';
import { OperatorError } from './operator-error.js';
import { megabytes, seconds } from './progress.js';
import { Snapshot } from './snapshot.js';
import type { Workspace } from './workspace.js';

export interface BackupOptions {
  settings: RuntimeSettings;
  place: BackupPlace;
  workspace: Workspace;
  /** the newest backup of the place, whose files need not be copied again */
  earlier: string | undefined;
  say(line: string): void;
}

/** Writes a backup of the running system; it counts once its manifest, which is written last, is there. */
export async function makeBackup(options: BackupOptions): Promise<Manifest> {
  const { settings, place, workspace, say } = options;
  const begun = performance.now();
  const snapshot = await Snapshot.open(settings.DATABASE_URL);
  const database = await readDatabase(snapshot, options).finally(async () => {
    if (!snapshot.released) await snapshot.close();
  });
  const { name, wanted, ...facts } = database;
  const bytes = facts.tables.reduce((sum, table) => sum + table.bytes, 0);
  const rows = facts.tables.reduce((sum, table) => sum + table.rows, 0);
  say(
    `database  ${facts.tables.length} tables, ${rows} rows, ${megabytes(bytes)} in ${seconds(begun)}; the snapshot was held for ${facts.snapshotSeconds} s`,
  );
  const filesBegun = performance.now();
  const { copied, ...files } = await copyFiles({
    source: {
      store: await openBlobStore(settings),
      folder: settings.S3_BUCKET === undefined ? attachmentsFolder(settings.DATA_DIR) : undefined,
    },
    place,
    workspace,
    listName: `${name}/files.list.gz`,
    wanted: readListFile(wanted),
    earlier: await earlierList(options),
    say,
  });
  await rm(wanted);
  say(
    `files     ${files.count}, ${megabytes(files.bytes)}, of which ${copied} were copied in ${seconds(filesBegun)}`,
  );
  const manifest: Manifest = { format: 1, name, version: VERSION, ...facts, files };
  await workspace.putText(place.store, `${name}/manifest.json`, sealManifest(manifest, settings.SECRET_KEY));
  return manifest;
}

/** Everything that needs the snapshot, which is released at the end. */
async function readDatabase(snapshot: Snapshot, { settings, place, workspace, say }: BackupOptions) {
  const { needed, ...facts } = snapshot.facts;
  const given = secretKeysOf(settings.SECRET_KEY).map(({ id }) => id);
  const absent = needed.find((id) => !given.includes(id));
  if (absent)
    throw new OperatorError(
      `Setting SECRET_KEY is wrong: this database was made with key ${absent}, and it has ${given.join(', ')}`,
    );
  const name = backupName(new Date(facts.takenAt));
  if ((await readText(place, `${name}/manifest.json`)) !== undefined)
    throw new OperatorError(`${place.label} has a backup ${name} already; run it again`);
  say(`backup    ${name} into ${place.label}`);
  const tables = [];
  for (const table of snapshot.tables) {
    const dumped = await dumpTable(snapshot.client, table, {
      store: place.store,
      folder: `${name}/database`,
      workspace,
    });
    if (dumped.parts.length > 1)
      say(`          ${table.name}: ${dumped.rows} rows, ${megabytes(dumped.bytes)}`);
    tables.push(dumped);
  }
  const sequences = await snapshot.sequences();
  const list = workspace.gzip();
  for await (const rows of snapshot.files())
    for (const row of rows) await list.write(listLine({ ...row, size: null }));
  const { path: wanted } = await list.close();
  const snapshotSeconds = await snapshot.close();
  return { name, ...facts, keys: { given, needed }, tables, sequences, wanted, snapshotSeconds };
}

async function earlierList({ earlier, place }: BackupOptions) {
  const text = earlier && (await readText(place, `${earlier}/manifest.json`));
  if (!text) return undefined;
  const { files } = readManifest(text);
  return readList(await place.store.readNamed(files.list.name));
}
