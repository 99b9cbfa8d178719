import { Inject, Injectable } from '@nestjs/common';
import { Database, PeriodicTask } from '#wasl/platform';

/** How far back a webhook can be replayed, and its deliveries are shown. */
export const RETENTION_DAYS = 30;
const BATCH = 5_000;

/** Removes old events of webhooks with their deliveries; what is still to be delivered stays. */
@Injectable()
export class WebhookRetention {
  constructor(@Inject(Database) private readonly database: Database) {}

  @PeriodicTask({ name: 'remove-old-webhook-events', everyMs: 60_000 })
  async removeOld(): Promise<void> {
    await this.database.query(
      `DELETE FROM webhook_event WHERE seq IN (
         SELECT e.seq FROM webhook_event e
          WHERE e.at < now() - $1 * interval '1 day'
            AND NOT EXISTS (SELECT 1 FROM webhook_delivery d
                             WHERE d.event_seq = e.seq AND d.state IN ('queued', 'sending'))
          ORDER BY e.at LIMIT $2)`,
      [RETENTION_DAYS, BATCH],
    );
    await this.database.query('DELETE FROM webhook_secret WHERE expires_at <= now()');
  }
}
