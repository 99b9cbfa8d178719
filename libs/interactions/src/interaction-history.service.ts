import { Inject, Injectable } from '@nestjs/common';
import type { Channel } from '#wasl/contracts';
import { Database } from '#wasl/platform';

export interface PastInteraction {
  id: string;
  channel: Channel;
  direction: 'in' | 'out';
  /** ISO 8601 */
  at: string;
  answered: boolean;
  wrapUpCode: string | null;
}

/** Reads a requester's earlier interactions. */
@Injectable()
export class InteractionHistory {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The latest interactions of a requester, on any channel, newest first. */
  async recentOf(requesterId: string, limit: number): Promise<PastInteraction[]> {
    const rows = await this.database.query<Omit<PastInteraction, 'at'> & { at: Date }>(
      `SELECT id, channel, direction, started_at AS at, answered_at IS NOT NULL AS answered,
              wrap_up_code AS "wrapUpCode"
         FROM interaction WHERE requester_id = $1 ORDER BY started_at DESC LIMIT $2`,
      [requesterId, limit],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
