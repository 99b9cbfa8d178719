import { Inject, Injectable } from '@nestjs/common';
import type { Snapshots } from '#wasl/contracts';
import { notFound } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { isOfEntity, type Party } from './parties.js';

/** What the desk of an entity shows live. */
@Injectable()
export class ReferralDesk {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** That somebody works for the entity. @throws not_found `entity.not_found`, whether or not there is such an entity */
  async require(key: string, party: Party): Promise<void> {
    const [entity] = await this.database.query<{ id: string }>('SELECT id FROM entity WHERE key = $1', [key]);
    if (!entity || !isOfEntity(party) || party.entityId !== entity.id) throw notFound('entity.not_found');
  }

  /** How much lies with each of the entities. */
  async snapshots(
    keys: readonly string[],
    query: Database['query'],
  ): Promise<Map<string, Snapshots['referrals']>> {
    const rows = await query<Snapshots['referrals']>(
      `SELECT e.key AS entity,
              count(*) FILTER (WHERE r.state IN ('sent', 'received'))::int AS waiting,
              count(*) FILTER (WHERE r.state = 'accepted')::int AS accepted,
              count(*) FILTER (WHERE r.promised_at < now())::int AS overdue
         FROM entity e LEFT JOIN referral r ON r.entity_id = e.id AND r.state IN ('sent', 'received', 'accepted')
        WHERE e.key = ANY($1::text[]) GROUP BY e.key`,
      [keys],
    );
    return new Map(rows.map((row) => [row.entity, row]));
  }
}
