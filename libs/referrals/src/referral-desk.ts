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

  /** How much lies with the entity. */
  async snapshot(key: string, query: Database['query']): Promise<Snapshots['referrals']> {
    const [row] = await query<Omit<Snapshots['referrals'], 'entity'>>(
      `SELECT count(*) FILTER (WHERE r.state <> 'accepted')::int AS waiting,
              count(*) FILTER (WHERE r.state = 'accepted')::int AS accepted,
              count(*) FILTER (WHERE r.promised_at < now())::int AS overdue
         FROM referral r
        WHERE r.entity_id = (SELECT id FROM entity WHERE key = $1) AND r.state IN ('sent','received','accepted')`,
      [key],
    );
    return { entity: key, ...row! };
  }
}
