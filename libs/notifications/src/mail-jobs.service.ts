import { Inject, Injectable } from '@nestjs/common';
import { JobQueues } from '#wasl/platform';

/** Small enough that one slow mail server does not delay many mails, large enough that a burst needs few jobs. */
const MAILS_PER_JOB = 20;

/** Adds mails to the sender's job queue. */
@Injectable()
export class MailJobs {
  constructor(@Inject(JobQueues) private readonly jobs: JobQueues) {}

  /**
   * A mail may be added repeatedly: its row allows one sender at a time. Failed jobs are not kept, because the row
   * has the next due time.
   */
  async add(mails: { id: string; attempts: number }[]): Promise<void> {
    for (let from = 0; from < mails.length; from += MAILS_PER_JOB) {
      const part = mails.slice(from, from + MAILS_PER_JOB);
      const jobId = `${part[0]!.id}-${part[0]!.attempts}-${part.length}`;
      await this.jobs.add(
        'mail-out',
        { outgoingMailIds: part.map((mail) => mail.id) },
        { jobId, attempts: 1, removeOnFail: true },
      );
    }
  }
}
