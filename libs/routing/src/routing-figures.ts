import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type FigureRow, StoredFigures } from '#wasl/platform';

/** What shows that routing stands: offers that should have ended, and work that waits. */
@Injectable()
export class RoutingFigures implements OnModuleInit {
  constructor(
    @Inject(StoredFigures) private readonly figures: StoredFigures,
    @Inject(Database) private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.figures.add({
      gauges: {
        wasl_offers_oldest_overdue_age_seconds:
          'How long the offer that is overdue longest should have ended; 0 when none is overdue',
        wasl_work_oldest_waiting_age_seconds:
          'How long the work that has waited longest has waited for an agent; 0 when none waits',
      },
      read: () =>
        this.database.query<
          FigureRow<'wasl_offers_oldest_overdue_age_seconds' | 'wasl_work_oldest_waiting_age_seconds'>
        >(
          `SELECT greatest(0, extract(epoch FROM clock_timestamp()
                    - (SELECT min(expires_at) FROM offer WHERE state = 'made')))::float8
                    AS wasl_offers_oldest_overdue_age_seconds,
                  greatest(0, extract(epoch FROM clock_timestamp()
                    - (SELECT min(w.since) FROM queue q CROSS JOIN LATERAL
                        (SELECT min(waiting_since) AS since FROM work
                          WHERE queue_id = q.id AND state = 'waiting') w)))::float8
                    AS wasl_work_oldest_waiting_age_seconds`,
        ),
    });
  }
}
