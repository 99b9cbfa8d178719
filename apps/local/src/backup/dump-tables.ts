import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BlobStore } from '#wasl/tickets';
import type { StoredFile, TableDump } from './manifest.js';
import { copyTarget, type TableColumns } from './session.js';
import type { Workspace } from './workspace.js';

/** Uncompressed. Small enough for one request to a bucket, which has to be sent again when it fails. */
const PART_BYTES = 128 * 1024 * 1024;

/** Writes the rows of a table into compressed parts `<folder>/<table>.<n>.copy.gz`. */
export async function dumpTable(
  client: pg.Client,
  table: TableColumns,
  target: { store: BlobStore; folder: string; workspace: Workspace },
): Promise<TableDump> {
  const { store, folder, workspace } = target;
  const whole = createHash('sha256');
  const parts: StoredFile[] = [];
  const stream = client.query(copyTo(`COPY ${copyTarget(table)} TO STDOUT`));
  let bytes = 0;
  let part: ReturnType<Workspace['gzip']> | undefined;
  const finish = async () => {
    const file = await part!.close();
    const name = `${folder}/${table.name}.${String(parts.length + 1).padStart(4, '0')}.copy.gz`;
    parts.push(await workspace.store(store, name, file));
    await file.release();
    part = undefined;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    whole.update(chunk);
    bytes += chunk.length;
    part ??= workspace.gzip();
    await part.write(chunk);
    if (part.bytes >= PART_BYTES) await finish();
  }
  if (part) await finish();
  return { ...table, rows: stream.rowCount, bytes, sha256: whole.digest('hex'), parts };
}

/** The rows of a table as a dump of it would have them. */
export async function digestTable(
  client: pg.Client,
  table: TableColumns,
): Promise<{ rows: number; sha256: string }> {
  const whole = createHash('sha256');
  const stream = client.query(copyTo(`COPY ${copyTarget(table)} TO STDOUT`));
  for await (const chunk of stream as AsyncIterable<Buffer>) whole.update(chunk);
  return { rows: stream.rowCount, sha256: whole.digest('hex') };
}
