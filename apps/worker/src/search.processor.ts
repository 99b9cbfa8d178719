import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { JobWorkers } from '#wasl/platform';
import { SearchIndex } from '#wasl/tickets';

/** Keeps the words by which tickets are found. */
@Injectable()
export class SearchProcessor implements OnModuleInit {
  constructor(
    @Inject(JobWorkers) private readonly workers: JobWorkers,
    @Inject(SearchIndex) private readonly index: SearchIndex,
  ) {}

  onModuleInit(): void {
    this.workers.register({
      queue: 'search',
      concurrency: 2,
      handle: async ({ events }) => {
        const ids = events.flatMap((event) =>
          'ticketId' in event.data && event.data.ticketId ? [event.data.ticketId] : [],
        );
        await this.index.index([...new Set(ids)]);
      },
    });
  }
}
