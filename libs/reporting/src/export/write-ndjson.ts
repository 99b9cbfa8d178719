import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes one JSON document in each line. Rows are read only as fast as they can be written. */
export async function writeNdjson(rows: AsyncIterable<object[]>, out: Writable): Promise<void> {
  async function* lines() {
    for await (const some of rows) yield some.map((row) => `${JSON.stringify(row)}\n`).join('');
  }
  await pipeline(Readable.from(lines(), { highWaterMark: 1 }), out);
}
