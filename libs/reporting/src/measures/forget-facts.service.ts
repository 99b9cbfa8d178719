import { Inject, Injectable } from '@nestjs/common';
import { addMs, CLOCK, type Clock, hours } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { quarterOf } from '../domain/measures/interval.js';

/**
 * Facts are kept so long: a year with what was before it to compare with. The sums made of them stay, and so do the
 * figures; only made anew they cannot be any more.
 */
export const FACTS_KEPT_DAYS = 400;

const AT_ONCE = 5_000;
/** Batches of one run, so that a first run over years of facts does not hold up other sweeps. */
const MOST_BATCHES = 20;
const SETTING = 'facts-kept-from';

/** Removes facts that are older than they are kept, in batches; a rebuild leaves alone the sums that were theirs. */
@Injectable()
export class ForgetFacts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many were removed */
  @PeriodicTask({ name: 'forget-facts', everyMs: 300_000 })
  async run(): Promise<number> {
    const days = addMs(this.clock.now(), -hours(24 * FACTS_KEPT_DAYS));
    const cut = new Date(quarterOf(days.getTime()));
    const [old] = await this.database.query(ANY, [cut]);
    if (!old) return 0;
    await this.work.run((tx) => keepFrom(tx, cut));
    let removed = 0;
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const gone = await this.database.query(REMOVE_CONTACTS, [cut, AT_ONCE]);
      const left = await this.database.query(REMOVE_PRESENCE, [cut, AT_ONCE]);
      removed += gone.length + left.length;
      if (gone.length < AT_ONCE && left.length < AT_ONCE) break;
    }
    return removed;
  }
}

/** Noted before anything is removed, and not while sums are being made anew from what would be. */
async function keepFrom(tx: Tx, cut: Date): Promise<void> {
  await lockFacts(tx);
  await tx.query(
    `INSERT INTO setting (key, value) VALUES ('${SETTING}', to_jsonb($1::timestamptz))
     ON CONFLICT (key) DO UPDATE SET updated_at = now(),
       value = to_jsonb(greatest((setting.value #>> '{}')::timestamptz, $1::timestamptz))`,
    [cut],
  );
}

/** Whoever makes sums anew and whoever forgets facts wait for each other. */
export async function lockFacts(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('${SETTING}'))`);
}

/** From when on all facts are there; null when none was ever removed. */
export async function factsKeptFrom(tx: Tx): Promise<Date | null> {
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
