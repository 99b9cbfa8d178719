import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { isBlobNotFound } from '#wasl/tickets';
import { readSchemaChecks } from './schema-checks.js';
import type { Manifest, StoredFile, TableDump } from './manifest.js';
import { explain, OperatorError } from './operator-error.js';
import type { BackupPlace } from './place.js';
import { copyTarget, openSession, readTables } from './session.js';
import { Meter } from './workspace.js';

export interface LoadOptions {
  manifest: Manifest;
  place: BackupPlace;
  /** as the owner of the tables, which need not be a superuser */
  ownerUrl: string;
  /** how far ticket numbers are moved on, so that those given after the backup are not given again */
  skipNumbers: number;
  say(line: string): void;
}

const TICKET_SEQUENCE = 'ticket_seq';

/**
 * Loads a dump into a database that has been migrated to the same schema. In one transaction: after a failure the
 * database is as it was. Foreign keys are made again at the end, which checks every row of them.
 */
export async function loadDatabase(options: LoadOptions): Promise<void> {
  const { manifest } = options;
  const client = await openSession(options.ownerUrl, 'wasl-restore');
  try {
    await refuseOtherSchema(client, manifest);
    await client.query('BEGIN');
    await client.query(`SET LOCAL maintenance_work_mem = '256MB'`);
    const checks = await readSchemaChecks(client);
    await checks.suspend();
    const names = manifest.tables.map(({ name }) => client.escapeIdentifier(name));
    await client.query(`TRUNCATE ${names.join(', ')}`);
    for (const table of manifest.tables) await loadTable(client, table, options);
    await checks.restore();
    await setSequences(client, options);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

async function refuseOtherSchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const found = new Map((await readTables(client)).map((table) => [table.name, table]));
  for (const { name, columns } of manifest.tables) {
    const there = found.get(name);
    if (there && JSON.stringify(there.columns) === JSON.stringify(columns)) continue;
    throw new OperatorError(
      `The table ${name} of the backup ${there ? 'has other columns than' : 'is not in'} the schema of this version; restore it with Wasl ${manifest.version}`,
    );
  }
}

async function loadTable(client: pg.Client, table: TableDump, { place, say }: LoadOptions): Promise<void> {
  if (table.parts.length === 0) return;
  const whole = createHash('sha256');
  const target = client.query(copyFrom(`COPY ${copyTarget(table)} FROM STDIN`));
  let refused: Error | undefined;
  target.on('error', (error) => (refused = error));
  try {
    for (const part of table.parts) {
      await copyPart(place, part, target, (chunk) => {
        // Rows that the database refused leave the stream open, and nothing drains it any more.
        if (refused) throw refused;
        whole.update(chunk);
      });
    }
    if (refused) throw refused;
    if (whole.digest('hex') !== table.sha256)
      throw damaged(`the parts of ${table.name}`, 'their content is another');
  } catch (error) {
    target.destroy();
    throw refused ?? error;
  }
  target.end();
  await finished(target);
  if (target.rowCount !== table.rows)
    throw damaged(`the table ${table.name}`, `it has ${target.rowCount} rows of ${table.rows}`);
  if (table.parts.length > 1) say(`          ${table.name}: ${table.rows} rows`);
}

async function copyPart(
  place: BackupPlace,
  part: StoredFile,
  target: CopyStreamQuery,
  see: (chunk: Buffer) => void,
): Promise<void> {
  const rows = new PassThrough();
  const read = readPart(place, part, rows);
  read.catch(() => undefined);
  try {
    for await (const chunk of rows as AsyncIterable<Buffer>) {
      see(chunk);
      if (!target.write(chunk)) await drainOf(target);
    }
  } finally {
    // Its error names the part.
    await read;
  }
}

/** @throws OperatorError that names the part when it is torn, changed or missing */
async function readPart(place: BackupPlace, part: StoredFile, rows: PassThrough): Promise<void> {
  try {
    const meter = new Meter();
    await pipeline(await place.store.readNamed(part.name), meter, createGunzip(), rows);
    const { size, sha256 } = meter.result();
    if (size !== part.size || sha256.toString('hex') !== part.sha256)
      throw damaged(part.name, 'its digest is another');
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw damaged(part.name, isBlobNotFound(error) ? 'it is missing' : explain(error));
  }
}

export const damaged = (what: string, why: string) =>
  new OperatorError(`${what} in the backup is damaged (${why}); use another backup`);

/** Ends with the error, too, when the database refuses the rows. */
function drainOf(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error) => {
      stream.removeListener('drain', settle).removeListener('error', settle);
      if (error) reject(error);
      else resolve();
    };
    stream.once('drain', settle).once('error', settle);
  });
}

async function setSequences(client: pg.Client, { manifest, skipNumbers }: LoadOptions): Promise<void> {
  for (const { name, last } of manifest.sequences) {
    if (last === null) continue;
    const value = BigInt(last) + BigInt(name === TICKET_SEQUENCE ? skipNumbers : 0);
    await client.query('SELECT setval(format($1, $2::text)::regclass, $3)', ['%I', name, String(value)]);
  }
}
