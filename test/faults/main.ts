// `npm run faults [-- name …] [--seed S] [--short]`: breaks running test systems and checks that all invariants hold.
import { configuredDatabase } from '../../apps/local/src/embedded-database.js';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { stopManagedSystemsOn } from '../simulate/managed-system.js';
import { Random } from '../simulate/random.js';
import { COLLECT } from './collect.js';
import { HANG } from './hang.js';
import { KILL_POSTGRES } from './kill-postgres.js';
import { KILLS } from './kills.js';
import { RACE } from './race.js';
import type { Scenario } from './scenario.js';
import { WEBHOOKS } from './webhooks.js';

const SCENARIOS: Scenario[] = [...KILLS, HANG, KILL_POSTGRES, RACE, WEBHOOKS, COLLECT];
const LONGEST_MS = 10 * 60_000;
const began = Date.now();
const say = (line: string) =>
  process.stdout.write(`${((Date.now() - began) / 1_000).toFixed(1).padStart(6)} ${line}\n`);

function selectedScenarios(names: string[]): Scenario[] {
  const unknown = names.filter((name) => !SCENARIOS.some((scenario) => scenario.name === name));
  if (unknown.length === 0) return SCENARIOS.filter(({ name }) => names.length === 0 || names.includes(name));
  const list = SCENARIOS.map(({ name, about }) => `  ${name.padEnd(14)} ${about}`).join('\n');
  throw new Error(`There is no scenario "${unknown[0]}"; there are\n${list}`);
}

async function attempt(scenario: Scenario, seed: number, short: boolean): Promise<boolean> {
  say(`${scenario.name}: ${scenario.about} (seed ${seed})`);
  const database = configuredDatabase(process.env);
  const { REDIS_URL: redisUrl } = process.env;
  const started = Date.now();
  // A system that hangs must not block the build for ever.
  const late = setTimeout(() => {
    process.stderr.write(`${scenario.name} took longer than ${LONGEST_MS / 60_000} minutes\n`);
    process.kill(process.pid, 'SIGTERM');
  }, LONGEST_MS);
  try {
    const random = new Random(seed).fork(scenario.name);
    const wrong = await scenario.run({ seed, random, short, database, redisUrl, say });
    wrong.slice(0, 25).forEach((what) => say(`  WRONG ${what}`));
    say(
      `${wrong.length === 0 ? 'ok' : 'FAILED'} ${scenario.name}, ${((Date.now() - started) / 1_000).toFixed(0)} s\n`,
    );
    return wrong.length === 0;
  } catch (error) {
    say(`FAILED ${scenario.name}: ${(error as Error).stack}\n`);
    return false;
  } finally {
    clearTimeout(late);
  }
}

stopManagedSystemsOn('SIGINT', 'SIGTERM');
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string' }, short: { type: 'boolean', default: false } },
  });
  const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
  if (!Number.isInteger(seed)) throw new Error('--seed must be a whole number');
  let failed = 0;
  for (const scenario of selectedScenarios(positionals))
    if (!(await attempt(scenario, seed, values.short))) failed++;
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
// Sockets and pools that are still closing must not keep the process alive.
process.exit();
