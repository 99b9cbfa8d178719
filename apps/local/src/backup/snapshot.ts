import type pg from 'pg';
import type { Manifest } from './manifest.js';
import { OperatorError } from './operator-error.js';
import { openSession, readTables, type TableColumns } from './session.js';

/** Arbitrary but fixed: one backup of a system at a time. */
const BACKUP_LOCK = 7_246_005;
const FETCH_ROWS = 5_000;

/** One moment of the database. Writers are not held up; migrations wait until it is closed. */
export class Snapshot {
  tables: TableColumns[] = [];
  facts!: Pick<Manifest, 'takenAt' | 'postgres' | 'migrations' | 'audit'> & { needed: string[] };
  released = false;
  private begun = 0;

  private constructor(readonly client: pg.Client) {}

  static async open(url: string): Promise<Snapshot> {
    const snapshot = new Snapshot(await openSession(url, 'wasl-backup'));
    try {
      await snapshot.begin();
      return snapshot;
    } catch (error) {
      await snapshot.close();
      throw error;
    }
  }

  private async begin(): Promise<void> {
    const { client } = this;
    const { rows: locked } = await client.query<{ own: boolean }>('SELECT pg_try_advisory_lock($1) AS own', [
      BACKUP_LOCK,
    ]);
    if (!locked[0]!.own) throw new OperatorError('Another backup of this system is running; wait for it');
    const before = await readTables(client);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Before the first statement that reads, which takes the snapshot: no migration may fall between the two.
    const names = before.map(({ name }) => client.escapeIdentifier(name)).join(', ');
    await client.query(`LOCK TABLE ${names} IN ACCESS SHARE MODE`);
    this.begun = performance.now();
    this.tables = await readTables(client);
    if (JSON.stringify(this.tables) !== JSON.stringify(before))
      throw new OperatorError('The schema was changed while the backup began; run it again');
    this.facts = await this.readFacts();
  }

  /** Sequences are not part of a snapshot: read after it was taken, they are at least at its rows. */
  async sequences(): Promise<Manifest['sequences']> {
    const { rows } = await this.client.query<{ name: string; last: string | null }>(
      `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
        WHERE schemaname = 'public' ORDER BY sequencename COLLATE "C"`,
    );
    return rows;
  }

  /** Every path of the file store that a row of the snapshot names, in the order of the paths. */
  async *files(): AsyncGenerator<{ path: string; sha256: string }[]> {
    for (const statement of FILE_STATEMENTS) {
      await this.client.query(`DECLARE stored_file NO SCROLL CURSOR FOR ${statement}`);
      for (;;) {
        const { rows } = await this.client.query<{ path: string; sha256: string }>(
          `FETCH ${FETCH_ROWS} FROM stored_file`,
        );
        if (rows.length === 0) break;
        yield rows;
      }
      await this.client.query('CLOSE stored_file');
    }
  }

  /** @returns for how many seconds it was held */
  async close(): Promise<number> {
    this.released = true;
    await this.client.end().catch(() => undefined);
    return Math.round((performance.now() - this.begun) / 100) / 10;
  }

  private async readFacts(): Promise<Snapshot['facts']> {
    const { rows } = await this.client.query<
      Omit<Snapshot['facts'], 'audit'> & { seq: string; link: string }
    >(
      `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "takenAt",
         current_setting('server_version') AS postgres,
         ARRAY(SELECT name::text FROM migrations ORDER BY timestamp, id) AS migrations,
         ARRAY(SELECT DISTINCT wrapped_by::text FROM kept_key ORDER BY 1) AS needed, h.seq, encode(h.link, 'hex') AS link
       FROM audit_head h`,
    );
    const { seq, link, ...facts } = rows[0]!;
    return { ...facts, audit: { entries: Number(seq), link } };
  }
}

/** Content lies under its digest, which sorts before `recordings`; the files of recordings under the ids of their rows. */
export const FILE_STATEMENTS = [
  `SELECT left(hex, 2) || '/' || substr(hex, 3, 2) || '/' || hex AS path, hex AS sha256
     FROM (SELECT encode(sha256, 'hex') AS hex FROM attachment
     UNION SELECT encode(thumbnail_sha256, 'hex') FROM attachment WHERE thumbnail_sha256 IS NOT NULL
     UNION SELECT encode(raw_sha256, 'hex') FROM inbound_mail WHERE raw_sha256 IS NOT NULL) named
    ORDER BY hex COLLATE "C"`,
  `SELECT 'recordings/' || right(id::text, 2) || '/' || id AS path, encode(sha256, 'hex') AS sha256
     FROM call_recording WHERE state IN ('checking', 'kept') AND sha256 IS NOT NULL
    ORDER BY right(id::text, 2) COLLATE "C", id`,
];
