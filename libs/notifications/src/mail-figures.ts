import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type FigureRow, StoredFigures } from '#wasl/platform';

/** Mail that should have been sent by now. */
@Injectable()
export class MailFigures implements OnModuleInit {
  constructor(
    @Inject(StoredFigures) private readonly figures: StoredFigures,
    @Inject(Database) private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.figures.add({
      gauges: {
        wasl_mail_due: 'Mails that are due and not sent',
        wasl_mail_oldest_due_age_seconds:
          'How long the mail that is due longest has been; 0 when none is due',
      },
      read: () =>
        this.database.query<FigureRow<'wasl_mail_due' | 'wasl_mail_oldest_due_age_seconds'>>(
          `SELECT count(*)::int AS wasl_mail_due,
                  greatest(0, extract(epoch FROM clock_timestamp() - min(next_attempt_at)))::float8
                    AS wasl_mail_oldest_due_age_seconds
             FROM outgoing_mail WHERE state IN ('queued', 'sending') AND next_attempt_at <= now()`,
        ),
    });
  }
}
