import { Inject, Injectable } from '@nestjs/common';
import { Database, putSetting } from '#wasl/platform';
import type { ConnectionState } from '../../reconnecting-connection.js';

export interface MailboxStatus {
  state: ConnectionState;
  /** why it is not connected */
  fault: string | null;
  /** when something was last collected */
  collectedAt: string | null;
}

/** The leader reports at least this often; an older report is from a process that is gone. */
const FRESH_SECONDS = 90;

/** Whether the configured mailbox is reachable, as last reported by the worker that is connected. */
@Injectable()
export class MailboxHealth {
  constructor(@Inject(Database) private readonly database: Database) {}

  async report(key: string, state: ConnectionState, fault: string | null): Promise<void> {
    await putSetting(this.database, 'mailbox', { key, state, fault });
  }

  /** @returns null where none is set */
  async read(): Promise<MailboxStatus | null> {
    const [row] = await this.database.query<{
      state: ConnectionState;
      fault: string | null;
      fresh: boolean;
      collectedAt: Date | null;
    }>(
      `SELECT s.value->>'state' AS state, s.value->>'fault' AS fault, m.collected_at AS "collectedAt",
              s.updated_at > now() - make_interval(secs => $1) AS fresh
         FROM setting s LEFT JOIN mailbox m ON m.key = s.value->>'key' WHERE s.key = 'mailbox'`,
      [FRESH_SECONDS],
    );
    if (!row) return null;
    return {
      state: row.fresh ? row.state : 'off',
      fault: row.fault,
      collectedAt: row.collectedAt?.toISOString() ?? null,
    };
  }
}
