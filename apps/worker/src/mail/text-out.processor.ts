import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { TextSender } from '#wasl/notifications';
import { JobWorkers } from '#wasl/platform';

/** Hands stored texts to the gateway. */
@Injectable()
export class TextOutProcessor implements OnModuleInit {
  constructor(
    @Inject(JobWorkers) private readonly workers: JobWorkers,
    @Inject(TextSender) private readonly sender: TextSender,
  ) {}

  onModuleInit(): void {
    this.workers.register({
      queue: 'text-out',
      concurrency: 2,
      handle: async ({ outgoingTextIds }) =>
        void (await Promise.all(outgoingTextIds.map((id) => this.sender.send(id)))),
    });
  }
}
