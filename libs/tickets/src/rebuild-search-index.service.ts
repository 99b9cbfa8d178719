import { Inject, Injectable, Logger } from '@nestjs/common';
import { CLOCK, type Clock, hours } from '#wasl/kernel';
import { Database, Metrics, PeriodicTask, putSetting } from '#wasl/platform';
import { SearchIndex } from './search-index.service.js';

/** Written by the migration after which the index must be written anew. */
const SETTING = 'search-index';
const BATCH_SIZE = 200;
/** Batches per run, so that other periodic tasks are not held up. */
const MAX_BATCHES = 10;
/** In this time a worker of the version before may still have written rows of its kind. */
const UPGRADE_MS = hours(1);

interface Progress {
  /** every ticket; then those that were changed during the upgrade */
  pass: 'all' | 'changed' | 'done';
  /** tickets from this id on are done */
  before: string;
  /** where the pass began */
  from: string;
  /** when the upgrade was */
  since: string;
}

/** Writes the index of tickets that an earlier version has indexed, from the newest on, while everything is in use. */
@Injectable()
export class RebuildSearchIndex {
  private readonly logger = new Logger('RebuildSearchIndex');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SearchIndex) private readonly index: SearchIndex,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many tickets were indexed */
  @PeriodicTask({ name: 'rebuild-search-index', everyMs: 10_000 })
  async run(): Promise<number> {
    const [row] = await this.database.query<{ value: Progress }>(
      `SELECT value FROM setting WHERE key = '${SETTING}'`,
    );
    let progress = row?.value;
    let indexed = 0;
    for (let batch = 0; batch < MAX_BATCHES && progress && this.isDue(progress); batch++) {
      const ids = await this.nextOf(progress);
      await this.index.index(ids);
      indexed += ids.length;
      progress = ids.length > 0 ? { ...progress, before: ids.at(-1)! } : await this.endPass(progress);
      await putSetting(this.database, SETTING, progress);
    }
    this.metrics.searchIndexDone.set(progress ? shareDone(progress) : 1);
    return indexed;
  }

  private isDue({ pass, since }: Progress): boolean {
    if (pass === 'changed') return this.clock.now().getTime() >= Date.parse(since) + UPGRADE_MS;
    return pass === 'all';
  }

  private async nextOf({ pass, before, since }: Progress): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM ticket WHERE id < $1 AND ($2::timestamptz IS NULL OR updated_at >= $2)
        ORDER BY id DESC LIMIT ${BATCH_SIZE}`,
      [before, pass === 'changed' ? since : null],
    );
    return rows.map(({ id }) => id);
  }

  private async endPass(progress: Progress): Promise<Progress> {
    this.logger.log({ msg: 'The search index is written anew', pass: progress.pass, from: progress.from });
    if (progress.pass === 'changed') return { ...progress, pass: 'done' };
    const [last] = await this.database.query<{ next: string }>(
      'SELECT coalesce(max(id), 0) + 1 AS next FROM ticket',
    );
    return { ...progress, pass: 'changed', before: last!.next, from: last!.next };
  }
}

/** How much of the index every ticket can be found by: 0 to 1. */
function shareDone({ pass, before, from }: Progress): number {
  return pass === 'all' ? 1 - Number(before) / Number(from) : 1;
}
