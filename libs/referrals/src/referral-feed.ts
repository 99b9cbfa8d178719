import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent, ReferralState } from '#wasl/contracts';
import { decodeCursor, encodeCursor, type Page, type PageRequest } from '#wasl/kernel';
import { Database, OnEvent, type ProjectionTx } from '#wasl/platform';
import { entityOf, type Party } from './parties.js';
import { type ListedRow, type ReferralView, SELECT_REFERRALS, toReferralView } from './referral-view.js';

/**
 * The referrals of an entity by their last change. Changes are numbered by the one process that takes events out of the
 * outbox, after they were committed: whoever has read up to a number has missed nothing below it. Numbers given inside of
 * the changes themselves could become visible in another order.
 */
@Injectable()
export class ReferralFeed {
  constructor(@Inject(Database) private readonly database: Database) {}

  @OnEvent(['referral.changed'], { as: 'projection', order: 69 })
  async number(tx: ProjectionTx, events: DomainEvent<'referral.changed'>[]): Promise<void> {
    const last = new Map(events.map(({ data, at }) => [data.referralId, { entityId: data.entityId, at }]));
    // In the order of the last change of each.
    const ids = [...new Set(events.map(({ data }) => data.referralId).reverse())].reverse();
    await tx.query(
      `INSERT INTO referral_feed (referral_id, entity_id, seq, at)
       SELECT id, entity_id, nextval('referral_feed_seq'), at
         FROM (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) WITH ORDINALITY
                 AS c (id, entity_id, at, n) ORDER BY n) AS c
       ON CONFLICT (referral_id) DO UPDATE SET seq = excluded.seq, at = excluded.at`,
      [ids, ids.map((id) => last.get(id)!.entityId), ids.map((id) => last.get(id)!.at)],
    );
  }

  /** @returns the oldest change first; the cursor is there on every page, also on the last, to go on from later */
  async changes(
    { states, updatedAfter }: { states: ReferralState[] | null; updatedAfter: Date | null },
    page: PageRequest,
    party: Party,
  ): Promise<Page<ReferralView>> {
    const after = page.after ? decodeCursor(page.after, 'serial')[0] : '0';
    const rows = await this.database.query<ListedRow & { seq: string }>(
      `SELECT f.seq, x.* FROM referral_feed f JOIN (${SELECT_REFERRALS}) x ON x.id = f.referral_id
        WHERE f.entity_id = $1 AND f.seq > $2 AND ($3::text[] IS NULL OR x.state = ANY($3::text[]))
          AND ($4::timestamptz IS NULL OR f.at > $4) ORDER BY f.seq LIMIT $5`,
      [entityOf(party), after, states, updatedAfter, page.size + 1],
    );
    const data = rows.slice(0, page.size);
    const last = data.at(-1)?.seq ?? (page.after ? after : null);
    return {
      data: data.map((row) => toReferralView(row, true)),
      meta: { hasMore: rows.length > page.size, after: last === null ? null : encodeCursor([last]) },
    };
  }
}
