import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { MailSender } from '#wasl/notifications';
import { JobWorkers } from '#wasl/platform';

/** Hands stored mails to the mail server. */
@Injectable()
export class MailOutProcessor implements OnModuleInit {
  constructor(
    @Inject(JobWorkers) private readonly workers: JobWorkers,
    @Inject(MailSender) private readonly sender: MailSender,
  ) {}

  onModuleInit(): void {
    this.workers.register({
      queue: 'mail-out',
      concurrency: 4,
      handle: async ({ outgoingMailIds }) =>
        void (await Promise.all(outgoingMailIds.map((id) => this.sender.send(id)))),
    });
  }
}
