import { readText, type BackupPlace, filePath, readIndex, writeIndex } from './place.js';
import { ListCursor, readList } from './file-list.js';
import { type Manifest, readManifest } from './manifest.js';
import type { Workspace } from './workspace.js';

/**
 * Removes the oldest backups, and the files that no backup names any more. The index is written first, so that an
 * interrupted run leaves files behind rather than a backup without its files.
 */
export async function pruneBackups(
  place: BackupPlace,
  workspace: Workspace,
  keep: number,
  say: (line: string) => void,
): Promise<void> {
  const entries = await readIndex(place);
  const staying = entries.slice(-keep);
  const leaving = entries.slice(0, -keep);
  if (leaving.length === 0) return;
  const manifestOf = async (name: string) => {
    const text = await readText(place, `${name}/manifest.json`);
    return text === undefined ? undefined : readManifest(text);
  };
  const kept: Manifest[] = [];
  for (const { name } of staying) {
    const manifest = await manifestOf(name);
    if (manifest) kept.push(manifest);
  }
  await writeIndex(place, staying, workspace);
  for (const { name } of leaving) {
    const manifest = await manifestOf(name);
    if (!manifest) continue;
    await removeFiles(manifest, kept, place);
    for (const { parts } of manifest.tables)
      for (const part of parts) await place.store.removeNamed(part.name);
    await place.store.removeNamed(manifest.files.list.name);
    await place.store.removeNamed(`${name}/manifest.json`);
    say(`removed   ${name}`);
  }
}

/** All lists are sorted, so one pass over them finds what only the leaving backup names. */
async function removeFiles(leaving: Manifest, kept: Manifest[], place: BackupPlace): Promise<void> {
  const open = async ({ files }: Manifest) => readList(await place.store.readNamed(files.list.name));
  const others: ListCursor[] = [];
  for (const manifest of kept) others.push(new ListCursor(await open(manifest)));
  for await (const { path, size } of await open(leaving)) {
    let isKept = false;
    for (const other of others) isKept = (await other.find(path)) !== undefined || isKept;
    if (size !== null && !isKept) await place.store.removeNamed(filePath(path));
  }
}
