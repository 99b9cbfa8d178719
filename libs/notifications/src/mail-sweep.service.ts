import { Inject, Injectable } from '@nestjs/common';
import { Database, PeriodicTask } from '#wasl/platform';
import { MailJobs } from './mail-jobs.service.js';

const BATCH = 500;

/** Re-queues due mail: to be retried, or left behind by a lost job or sender. */
@Injectable()
export class MailSweep {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MailJobs) private readonly jobs: MailJobs,
  ) {}

  /** @returns how many are due */
  @PeriodicTask({ name: 'send-due-mail', everyMs: 3_000 })
  async requeueDue(): Promise<number> {
    const due = await this.database.query<{ id: string; attempts: number }>(
      `SELECT id, attempts FROM outgoing_mail
        WHERE state IN ('queued', 'sending') AND next_attempt_at <= now() ORDER BY next_attempt_at LIMIT $1`,
      [BATCH],
    );
    await this.jobs.add(due);
    return due.length;
  }
}
