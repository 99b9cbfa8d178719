import type { DatabaseUrls } from '../../apps/local/src/embedded-database.js';
import type { Random } from '../simulate/random.js';

/** The input of a scenario. */
export interface ScenarioContext {
  seed: number;
  random: Random;
  /** a tenth of the load, for `npm test` */
  short: boolean;
  /** an existing database; otherwise each scenario starts its own PostgreSQL */
  database?: DatabaseUrls;
  redisUrl?: string;
  say(line: string): void;
}

export interface Scenario {
  name: string;
  about: string;
  /** @returns the violated invariants; empty when all hold */
  run(circumstances: ScenarioContext): Promise<string[]>;
}
