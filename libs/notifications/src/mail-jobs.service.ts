import { Inject, Injectable } from '@nestjs/common';
import { JobQueues } from '#wasl/platform';

/** Puts mails into the job queue of the sender. */
@Injectable()
export class MailJobs {
  constructor(@Inject(JobQueues) private readonly jobs: JobQueues) {}

  /** One job for each attempt, however often it is added. What fails is not kept: the mail's row knows when it is due. */
  async add(mails: { id: string; attempts: number }[]): Promise<void> {
    await Promise.all(
      mails.map(({ id, attempts }) =>
        this.jobs.add(
          'mail-out',
          { outgoingMailId: id },
          { jobId: `${id}-${attempts}`, attempts: 1, removeOnFail: true },
        ),
      ),
    );
  }
}
