import { Inject, Injectable } from '@nestjs/common';
import { addMs, CLOCK, type Clock, hours } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { quarterOf } from '../domain/figures/interval.js';

/**
 * How long facts are kept: a year, with time before it to compare with. The sums made of them stay, and so do the
 * figures; only a rebuild is no longer possible.
 */
export const FACT_RETENTION_DAYS = 400;

const BATCH_SIZE = 5_000;
/** Batches per run, so that a first run over years of facts does not hold up other periodic tasks. */
const MAX_BATCHES = 20;
const SETTING = 'facts-kept-from';

/** Removes facts older than the retention period, in batches; a rebuild leaves their sums unchanged. */
@Injectable()
export class PurgeFacts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many were removed */
  @PeriodicTask({ name: 'forget-facts', everyMs: 300_000 })
  async run(): Promise<number> {
    const days = addMs(this.clock.now(), -hours(24 * FACT_RETENTION_DAYS));
    const cut = new Date(quarterOf(days.getTime()));
    const [old] = await this.database.query(ANY, [cut]);
    if (!old) return 0;
    await this.unitOfWork.run((tx) => recordRetainedFrom(tx, cut));
    let removed = 0;
    for (let batch = 0; batch < MAX_BATCHES; batch++) {
      const gone = await this.database.query(REMOVE_CONTACTS, [cut, BATCH_SIZE]);
      const left = await this.database.query(REMOVE_PRESENCE, [cut, BATCH_SIZE]);
      removed += gone.length + left.length;
      if (gone.length < BATCH_SIZE && left.length < BATCH_SIZE) break;
    }
    return removed;
  }
}

/** Recorded before anything is removed, and never during a rebuild that needs the facts. */
async function recordRetainedFrom(tx: Tx, cut: Date): Promise<void> {
  await lockFacts(tx);
  await tx.query(
    `INSERT INTO setting (key, value) VALUES ('${SETTING}', to_jsonb($1::timestamptz))
     ON CONFLICT (key) DO UPDATE SET updated_at = now(),
       value = to_jsonb(greatest((setting.value #>> '{}')::timestamptz, $1::timestamptz))`,
    [cut],
  );
}

/** Serialises rebuilding sums and removing facts. */
export async function lockFacts(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('${SETTING}'))`);
}

/** From when on all facts are kept; null when none was ever removed. */
export async function factsRetainedFrom(tx: Tx): Promise<Date | null> {
  const [row] = await tx.query<{ from: Date }>(
    `SELECT (value #>> '{}')::timestamptz AS "from" FROM setting WHERE key = '${SETTING}'`,
  );
  return row?.from ?? null;
}

const ANY = `
SELECT 1 WHERE EXISTS (SELECT 1 FROM contact_fact WHERE belongs_at < $1)
            OR EXISTS (SELECT 1 FROM presence_fact WHERE from_at < $1 AND to_at < $1)`;
const REMOVE_CONTACTS = `
DELETE FROM contact_fact WHERE id IN (SELECT id FROM contact_fact WHERE belongs_at < $1 ORDER BY belongs_at LIMIT $2)
RETURNING id`;
const REMOVE_PRESENCE = `
DELETE FROM presence_fact
 WHERE id IN (SELECT id FROM presence_fact WHERE from_at < $1 AND to_at < $1 ORDER BY from_at LIMIT $2) RETURNING id`;
