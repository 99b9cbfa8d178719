import { Inject, Injectable } from '@nestjs/common';
import { Database, JobQueues, PeriodicTask } from '#wasl/platform';

const TEXTS_PER_JOB = 20;
const BATCH = 500;

/** Adds texts to the sender's job queue. */
@Injectable()
export class TextJobs {
  constructor(
    @Inject(JobQueues) private readonly jobs: JobQueues,
    @Inject(Database) private readonly database: Database,
  ) {}

  /**
   * A text may be added repeatedly: its row allows one sender at a time. Failed jobs are not kept, because the row
   * has the next due time.
   */
  async add(texts: { id: string; attempts: number }[]): Promise<void> {
    for (let from = 0; from < texts.length; from += TEXTS_PER_JOB) {
      const part = texts.slice(from, from + TEXTS_PER_JOB);
      const jobId = `t${part[0]!.id}-${part[0]!.attempts}-${part.length}`;
      const outgoingTextIds = part.map((text) => text.id);
      await this.jobs.add('text-out', { outgoingTextIds }, { jobId, attempts: 1, removeOnFail: true });
    }
  }

  /** Finds texts whose time has come: to be tried again, or left behind by a job or a sender that was lost. */
  @PeriodicTask({ name: 'send-due-texts', everyMs: 5_000 })
  async requeueDue(): Promise<number> {
    const due = await this.database.query<{ id: string; attempts: number }>(
      `SELECT id, attempts FROM outgoing_text
        WHERE state IN ('queued', 'sending') AND next_attempt_at <= now() ORDER BY next_attempt_at LIMIT $1`,
      [BATCH],
    );
    await this.add(due);
    return due.length;
  }
}
