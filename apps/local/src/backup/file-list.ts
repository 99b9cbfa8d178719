import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** One file of a backup. Those without a size were lost in the running system when the backup was made. */
export interface ListedFile {
  path: string;
  sha256: string;
  size: number | null;
}

/** Lines are sorted by path, so that two lists are compared without holding either in memory. */
export const listLine = ({ path, sha256, size }: ListedFile) => `${sha256}\t${size ?? '-'}\t${path}\n`;

export async function* readList(compressed: Readable): AsyncGenerator<ListedFile> {
  const lines = compressed.pipe(createGunzip());
  compressed.on('error', (error) => lines.destroy(error));
  for await (const line of createInterface({ input: lines, crlfDelay: Infinity })) {
    const [sha256, size, path] = line.split('\t');
    yield { path: path!, sha256: sha256!, size: size === '-' ? null : Number(size) };
  }
}

export const readListFile = (path: string) => readList(createReadStream(path));

/** Finds files of another list, asked for in the order of the paths. */
export class ListCursor {
  private current?: ListedFile;
  private ended = false;

  constructor(private readonly files: AsyncGenerator<ListedFile> | undefined) {}

  async find(path: string): Promise<ListedFile | undefined> {
    while (!this.ended && (this.current === undefined || this.current.path < path)) {
      const next = await this.files?.next();
      if (!next || next.done) this.ended = true;
      else this.current = next.value;
    }
    return this.current?.path === path ? this.current : undefined;
  }
}

/** Groups of `size`, in order. */
export async function* groupsOf<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
