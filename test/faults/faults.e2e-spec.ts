import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createTestDatabase, describeWithPrograms } from '#wasl/testing';
import { databaseSettings } from '../../apps/local/src/embedded-database.js';

const FAULTS = join(import.meta.dirname, '../../dist/test/faults/main.js');
const LONGEST_MS = 600_000;

/** A tenth of what `npm run faults` does, on the PostgreSQL of the test run. */
async function faults(scenario: string, seed: number): Promise<{ code: number | null; output: string }> {
  const database = await createTestDatabase();
  const env = { ...process.env, ...databaseSettings('prepare', database), REDIS_URL: '' };
  const args = [FAULTS, scenario, '--short', '--seed', String(seed)];
  const child = spawn(process.execPath, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MS,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output };
}

async function holds(scenario: string): Promise<void> {
  const seed = randomInt(2 ** 31);
  const { code, output } = await faults(scenario, seed);
  process.stderr.write(`${scenario}: seed ${seed}\n`);
  if (code !== 0) throw new Error(`npm run faults -- ${scenario} --short --seed ${seed}\n${output}`);
  expect(code).toBe(0);
}

describe('a system under load', () => {
  it.each(['kill-worker', 'kill-api', 'hang-leader'])(
    'keeps all invariants during %s',
    holds,
    LONGEST_MS + 10_000,
  );
});

describeWithPrograms(['dovecot'], 'a mailbox', () => {
  it(
    'is collected without loss or duplicates while the worker is killed repeatedly',
    () => holds('collect-mail'),
    LONGEST_MS + 10_000,
  );
});
