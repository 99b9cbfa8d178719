import { Inject, Injectable } from '@nestjs/common';
import { Keys, Metrics, type Tx, UnitOfWork } from '#wasl/platform';
import type { ContactFacts } from './contact-facts.js';
import { limitsFor, type StoredPurpose, type UnverifiedLimit } from './domain/what-to-tell.js';

/** Keeps what machines send to unverified addresses within bounds, by address, by source and by content. */
@Injectable()
export class UnverifiedLimits {
  constructor(
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  /**
   * Counts one more notice. What is too much is not sent, which staff see in the ticket's history and the filer nowhere.
   * @returns whether it may be sent
   */
  async admit(ticketId: string, contact: ContactFacts, purpose: StoredPurpose): Promise<boolean> {
    const limits = limitsFor(contact);
    const counters = limits.flatMap((limit) => this.countersOf(limit, contact));
    if (counters.length === 0) return true;
    const reached = await this.work.run(async (tx) => {
      const over = await countedOver(tx, counters);
      if (over) noteWithheld(tx, ticketId, { contact: contact.id, kind: contact.kind, purpose, limit: over });
      return over;
    });
    if (reached) this.metrics.noticesWithheld.inc({ limit: reached });
    return reached === null;
  }

  private countersOf(limit: UnverifiedLimit, contact: ContactFacts): LimitCounter[] {
    const of = this.subjectOf(limit.what, contact);
    if (of === null) return [];
    const key = `unverified:${limit.what}:${of}`;
    return [
      { what: limit.what, key: `${key}:hour`, most: limit.hour, minutes: 60 },
      { what: limit.what, key: `${key}:day`, most: limit.day, minutes: 24 * 60 },
    ];
  }

  /** Never the address itself: counters outlive tickets. */
  private subjectOf(what: UnverifiedLimit['what'], { kind, value, source, content }: ContactFacts) {
    if (what === 'source') return source;
    if (what === 'content') return content;
    return this.keys.sign('address-limits', `address:${kind}:${value}`).subarray(0, 12).toString('hex');
  }
}

interface LimitCounter {
  what: UnverifiedLimit['what'];
  key: string;
  most: number;
  minutes: number;
}

/** Counted in the rows that are locked by counting, so that any number at once stay within the limits together. */
async function countedOver(tx: Tx, counters: LimitCounter[]): Promise<UnverifiedLimit['what'] | null> {
  const rows = await tx.query<{ key: string; hits: number }>(
    `INSERT INTO rate_limit AS r (key, hits, resets_at)
     SELECT key, 1, $3::timestamptz + minutes * interval '1 minute'
       FROM unnest($1::text[], $2::int[]) AS x (key, minutes) ORDER BY key
     ON CONFLICT (key) DO UPDATE SET
       hits = CASE WHEN r.resets_at <= $3 THEN 1 ELSE r.hits + 1 END,
       resets_at = CASE WHEN r.resets_at <= $3 THEN excluded.resets_at ELSE r.resets_at END
     RETURNING key, hits`,
    [counters.map(({ key }) => key), counters.map(({ minutes }) => minutes), tx.now],
  );
  const hits = new Map(rows.map((row) => [row.key, row.hits]));
  return counters.find(({ key, most }) => hits.get(key)! > most)?.what ?? null;
}

/** Once for each contact and purpose: an event may come again. */
function noteWithheld(tx: Tx, ticketId: string, data: Record<string, string>): void {
  tx.send(
    `INSERT INTO history (ticket_id, at, actor_kind, type, data)
     SELECT $1, $2, 'system', 'notice_withheld', $3::jsonb
      WHERE NOT EXISTS (SELECT 1 FROM history WHERE ticket_id = $1 AND type = 'notice_withheld' AND data = $3::jsonb)`,
    [ticketId, tx.now, JSON.stringify(data)],
  );
}
