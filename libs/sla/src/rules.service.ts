import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, type Opening, OpeningHours } from '#wasl/country';
import { Database } from '#wasl/platform';
import { COUNTRY_CALENDAR, LAST_REVISION, RulesInForce } from './rules-in-force.js';

/** How long another process's change of the rules may stay unseen, while the database answers. */
const LOOK_MS = 2_000;

/**
 * The rules in force, in memory: opening a ticket asks for them inside its transaction and must not wait. Each process
 * looks every two seconds whether they have changed; whoever changes them reads them again at once. What was promised in
 * between under old rules is put right by the recomputation that every change of the rules brings about.
 */
@Injectable()
export class SlaRules extends OpeningHours implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('SlaRules');
  private rules?: RulesInForce;
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
      this.look().catch((error: Error) => this.logger.warn(`rules not looked at: ${error.message}`));
    }, LOOK_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.reading?.catch(() => undefined);
  }

  get inForce(): RulesInForce {
    if (!this.rules) throw new Error('The rules are not read yet');
    return this.rules;
  }

  /** Reads the rules as they are committed now. */
  async read(): Promise<void> {
    this.rules = await this.database.readTogether((query) => RulesInForce.read(query, this.country));
  }

  /** Makes sure that the rules are at least those of a revision. */
  async atLeast(revision: bigint): Promise<RulesInForce> {
    if (this.inForce.revision < revision) await this.read();
    return this.inForce;
  }

  openingAt(calendar: string | null, at: Date): Opening {
    const { open, until } = this.inForce.workingTime(calendar ?? COUNTRY_CALENDAR).stateAt(at.getTime());
    const change = until === null ? null : new Date(until);
    return { open, opensAt: open ? null : change, closesAt: open ? change : null };
  }

  private look(): Promise<void> {
    this.reading ??= this.lookOnce().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async lookOnce(): Promise<void> {
    const [row] = await this.database.query<{ revision: string }>(LAST_REVISION);
    if (BigInt(row!.revision) !== this.rules?.revision) await this.read();
  }
}
