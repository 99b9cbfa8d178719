import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupsOf, ListCursor, type ListedFile, listLine, readList } from './file-list.js';

const listed = fc
  .uniqueArray(fc.stringMatching(/^[0-9a-z/]{1,12}$/), { maxLength: 30 })
  .map((paths) =>
    paths.sort().map((path, n): ListedFile => ({ path, sha256: `${n}`, size: n % 3 ? n : null })),
  );

const streamOf = (files: ListedFile[]) => Readable.from([gzipSync(files.map(listLine).join(''))]);

describe('the list of files of a backup', () => {
  it('should be read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(listed, async (files) => {
        const read: ListedFile[] = [];
        for await (const group of groupsOf(readList(streamOf(files)), 4)) read.push(...group);
        expect(read).toEqual(files);
      }),
    );
  });

  it('should find exactly the files of another list that are asked for in order', async () => {
    await fc.assert(
      fc.asyncProperty(listed, listed, async (files, asked) => {
        const cursor = new ListCursor(readList(streamOf(files)));
        for (const { path } of asked)
          expect(await cursor.find(path)).toEqual(files.find((file) => file.path === path));
      }),
    );
  });
});
