import type { DatabaseUrls } from '../../apps/local/src/embedded-database.js';
import type { Random } from '../simulate/random.js';

/** What a scenario is given. */
export interface Circumstances {
  seed: number;
  random: Random;
  /** a tenth, for `npm test` */
  short: boolean;
  /** a database that is there already; else each scenario has a PostgreSQL of its own */
  database?: DatabaseUrls;
  redisUrl?: string;
  say(line: string): void;
}

export interface Scenario {
  name: string;
  about: string;
  /** @returns what must hold and did not; nothing when all is well */
  run(circumstances: Circumstances): Promise<string[]>;
}
