import { isBlobNotFound } from '#wasl/tickets';
import { groupsOf, type ListedFile, readList } from './file-list.js';
import { damaged } from './load-database.js';
import type { Manifest } from './manifest.js';
import { type BackupPlace, filePath } from './place.js';
import type { LocalCopy, Workspace } from './workspace.js';

const AT_ONCE = 8;

/**
 * Reads every file of a backup and compares it with its digest.
 * @param use what is done with each, such as placing it into the restored store
 * @throws OperatorError naming a file that is missing, torn or changed
 */
export async function readFiles(
  manifest: Manifest,
  place: BackupPlace,
  workspace: Workspace,
  use: (path: string, copy: LocalCopy) => Promise<void> = async () => undefined,
): Promise<number> {
  let count = 0;
  for await (const group of groupsOf(listedFiles(manifest, place, workspace), AT_ONCE)) {
    const read = await Promise.all(group.map((file) => readOne(file, place, workspace, use)));
    count += read.filter(Boolean).length;
  }
  if (count !== manifest.files.count)
    throw damaged('the list of files', `it has ${count} files of ${manifest.files.count}`);
  return count;
}

/** The list itself is checked before its first line is believed. */
async function* listedFiles(
  { files }: Manifest,
  place: BackupPlace,
  workspace: Workspace,
): AsyncGenerator<ListedFile> {
  const list = await fetchIntact(files.list.name, files.list.sha256, place, workspace);
  try {
    yield* readList(await place.store.readNamed(files.list.name));
  } finally {
    await list.release();
  }
}

async function readOne(
  { path, sha256, size }: ListedFile,
  place: BackupPlace,
  workspace: Workspace,
  use: (path: string, copy: LocalCopy) => Promise<void>,
): Promise<boolean> {
  if (size === null) return false;
  const copy = await fetchIntact(filePath(path), sha256, place, workspace);
  try {
    await use(path, copy);
    return true;
  } finally {
    await copy.release();
  }
}

async function fetchIntact(name: string, sha256: string, place: BackupPlace, workspace: Workspace) {
  try {
    const copy = await workspace.fetch(place.store, name, place.folder);
    if (copy.sha256.toString('hex') === sha256) return copy;
    await copy.release();
  } catch (error) {
    if (isBlobNotFound(error)) throw damaged(name, 'it is missing');
    throw error;
  }
  throw damaged(name, 'its digest is another');
}
