import { type BlobStore, isBlobNotFound } from '#wasl/tickets';
import { groupsOf, ListCursor, type ListedFile, listLine } from './file-list.js';
import type { Manifest } from './manifest.js';
import { type BackupPlace, filePath } from './place.js';
import type { Workspace } from './workspace.js';

const AT_ONCE = 8;
const SHOWN = 20;

export interface FileSource {
  store: BlobStore;
  /** where its files can be opened directly */
  folder: string | undefined;
}

export interface CopyFilesOptions {
  source: FileSource;
  place: BackupPlace;
  workspace: Workspace;
  /** name of the list that is written */
  listName: string;
  /** what the snapshot names, sorted by path */
  wanted: AsyncIterable<{ path: string; sha256: string }>;
  /** the list of an earlier backup, whose files are in the place already */
  earlier: AsyncGenerator<ListedFile> | undefined;
  say(line: string): void;
}

/** Copies what is not in the place yet. Files that the running system has lost are listed without a size, and told. */
export async function copyFiles(options: CopyFilesOptions): Promise<Manifest['files'] & { copied: number }> {
  const { place, workspace, say } = options;
  const earlier = new ListCursor(options.earlier);
  const list = workspace.gzip();
  const total = { count: 0, bytes: 0, missing: 0, copied: 0 };
  for await (const group of groupsOf(options.wanted, AT_ONCE)) {
    const known: (ListedFile | undefined)[] = [];
    for (const { path } of group) known.push(await earlier.find(path));
    const files = await Promise.all(
      group.map(async (file, n) => {
        const before = known[n];
        if (before?.sha256 === file.sha256 && before.size !== null) return before;
        total.copied += 1;
        return copyFile(file, options);
      }),
    );
    for (const file of files) {
      await list.write(listLine(file));
      if (file.size === null) {
        total.missing += 1;
        if (total.missing <= SHOWN) say(`WARNING: ${file.path} is lost or damaged in the running system`);
      } else {
        total.count += 1;
        total.bytes += file.size;
      }
    }
  }
  const closed = await list.close();
  const stored = await workspace.store(place.store, options.listName, closed);
  await closed.release();
  return { ...total, list: stored };
}

async function copyFile(
  { path, sha256 }: { path: string; sha256: string },
  { source, place, workspace }: CopyFilesOptions,
): Promise<ListedFile> {
  const lost = { path, sha256, size: null };
  try {
    const copy = await workspace.fetch(source.store, path, source.folder);
    try {
      if (copy.sha256.toString('hex') !== sha256) return lost;
      await place.store.putNamed(filePath(path), copy);
      return { path, sha256, size: copy.size };
    } finally {
      await copy.release();
    }
  } catch (error) {
    // A recording that expired meanwhile is gone, too; the restored system removes its row's file once more.
    if (isBlobNotFound(error)) return lost;
    throw error;
  }
}
