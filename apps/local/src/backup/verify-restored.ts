import { VerifyTrail } from '#wasl/audit';
import { createDataSource, Database, openKeyRing, type RuntimeSettings } from '#wasl/platform';
import { parseTicketNumber } from '#wasl/tickets';
import { digestTable } from './dump-tables.js';
import type { Manifest } from './manifest.js';
import { OperatorError } from './operator-error.js';
import { openSession } from './session.js';

const SAMPLE = 50;

/**
 * Compares a restored database with what the manifest says: every row of every table, sequences, foreign keys, the audit
 * trail and its end; then reads some tickets as the system does.
 * @returns what was found, a line each
 * @throws OperatorError naming the first difference
 */
export async function verifyRestored(
  manifest: Manifest,
  ownerUrl: string,
  settings: Pick<RuntimeSettings, 'SECRET_KEY'>,
): Promise<string[]> {
  const tables = await compareTables(manifest, ownerUrl);
  const source = createDataSource({ url: ownerUrl, poolSize: 2, applicationName: 'wasl-verify' });
  await source.initialize();
  try {
    const database = new Database(source);
    const keys = await openKeyRing((text, values) => database.query(text, values), settings);
    const trail = await new VerifyTrail(database, keys).verify();
    if (!trail.intact)
      throw different(
        `the audit trail is broken at entry ${trail.broken?.id} (${trail.broken?.fault}); it was so when the backup was made, or the wrong key is given`,
      );
    if (trail.entries !== manifest.audit.entries || (trail.head?.link ?? '') !== manifest.audit.link)
      throw different(`the audit trail has ${trail.entries} entries, the backup ${manifest.audit.entries}`);
    return [
      ...tables,
      `audit     ${trail.entries} entries, the chain and its seal hold`,
      `tickets   ${await sampleTickets(database)} read, with their messages`,
    ];
  } finally {
    await source.destroy();
  }
}

async function compareTables(manifest: Manifest, ownerUrl: string): Promise<string[]> {
  const client = await openSession(ownerUrl, 'wasl-verify');
  try {
    for (const table of manifest.tables) {
      const found = await digestTable(client, table);
      if (found.rows !== table.rows)
        throw different(`${table.name} has ${found.rows} rows, the backup ${table.rows}`);
      if (found.sha256 !== table.sha256) throw different(`rows of ${table.name} are not those of the backup`);
    }
    const { rows: sequences } = await client.query<{ name: string; last: string | null }>(
      `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public'`,
    );
    for (const { name, last } of manifest.sequences) {
      const found = sequences.find((sequence) => sequence.name === name);
      if (BigInt(found?.last ?? 0) < BigInt(last ?? 0))
        throw different(`the sequence ${name} is at ${found?.last}, the backup at ${last}`);
    }
    const { rows: keys } = await client.query<{ checked: boolean; name: string }>(
      `SELECT convalidated AS checked, conname AS name FROM pg_constraint
        WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
    );
    const unchecked = keys.find(({ checked }) => !checked);
    if (unchecked) throw different(`the foreign key ${unchecked.name} is not checked`);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return [
      `database  ${manifest.tables.length} tables, ${rows} rows: counts and digests as in the backup`,
      `          ${keys.length} foreign keys hold, ${manifest.sequences.length} sequences are set`,
    ];
  } finally {
    await client.end();
  }
}

/** Tickets by chance, not the newest: any of them must be readable. */
async function sampleTickets(database: Database): Promise<number> {
  const rows = await database.query<{ number: string; subject: string | null; messages: number }>(
    `SELECT number, subject, (SELECT count(*)::int FROM message m WHERE m.ticket_id = t.id AND m.body IS NOT NULL) AS messages
       FROM (SELECT * FROM ticket ORDER BY md5(id::text || current_timestamp::text) LIMIT ${SAMPLE}) t`,
  );
  const wrong = rows.find(({ number }) => parseTicketNumber(number) !== number);
  if (wrong) throw different(`the ticket number ${wrong.number} is none`);
  return rows.length;
}

const different = (what: string) => new OperatorError(`The restored database is not the backup: ${what}`);
