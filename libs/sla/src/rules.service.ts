import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, type Opening, OpeningHours } from '#wasl/country';
import { Database } from '#wasl/platform';
import { COUNTRY_CALENDAR, LAST_REVISION, RulesSnapshot } from './rules-snapshot.js';

/** How long a rule change by another process may stay unseen, while the database responds. */
const POLL_INTERVAL_MS = 2_000;

/**
 * The rules in force, in memory: opening a ticket needs them inside its transaction and must not wait. Each process
 * polls for changes every two seconds; the process that makes a change reloads at once. Targets set under old rules in
 * between are corrected by the recomputation that follows every change.
 */
@Injectable()
export class SlaRules extends OpeningHours implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('SlaRules');
  private rules?: RulesSnapshot;
  private reading?: Promise<void>;
  private timer?: NodeJS.Timeout;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {
    super();
  }

  async onModuleInit(): Promise<void> {
    await this.read();
    this.timer = setInterval(() => {
      this.poll().catch((error: Error) =>
        this.logger.warn(`the check for changed SLA rules failed: ${error.message}`),
      );
    }, POLL_INTERVAL_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.reading?.catch(() => undefined);
  }

  get current(): RulesSnapshot {
    if (!this.rules) throw new Error('The SLA rules have not been loaded yet');
    return this.rules;
  }

  /** Loads the committed rules. */
  async read(): Promise<void> {
    this.rules = await this.database.readInSnapshot((query) => RulesSnapshot.read(query, this.country));
  }

  /** Ensures that the loaded rules are at least of this revision. */
  async atLeast(revision: bigint): Promise<RulesSnapshot> {
    if (this.current.revision < revision) await this.read();
    return this.current;
  }

  openingAt(calendar: string | null, at: Date): Opening {
    const { open, until } = this.current.workingTime(calendar ?? COUNTRY_CALENDAR).stateAt(at.getTime());
    const change = until === null ? null : new Date(until);
    return { open, opensAt: open ? null : change, closesAt: open ? change : null };
  }

  private poll(): Promise<void> {
    this.reading ??= this.pollOnce().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async pollOnce(): Promise<void> {
    const [row] = await this.database.query<{ revision: string }>(LAST_REVISION);
    if (BigInt(row!.revision) !== this.rules?.revision) await this.read();
  }
}
