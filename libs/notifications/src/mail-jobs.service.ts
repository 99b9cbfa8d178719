import { Inject, Injectable } from '@nestjs/common';
import { JobQueues } from '#wasl/platform';

/** Few enough that one slow mail server does not hold many, enough that a burst is few jobs. */
const MAILS_PER_JOB = 20;

/** Puts mails into the job queue of the sender. */
@Injectable()
export class MailJobs {
  constructor(@Inject(JobQueues) private readonly jobs: JobQueues) {}

  /** However often a mail is added, its row lets one sender have it. What fails is not kept: the row knows when it is due. */
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
