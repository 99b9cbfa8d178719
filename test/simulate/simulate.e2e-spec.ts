import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '#wasl/testing';
import { databaseSettings } from '../../apps/local/src/embedded-database.js';

const SIMULATE = join(import.meta.dirname, '../../dist/test/simulate/main.js');
const LONGEST_MS = 600_000;

/** Runs the tool like `npm run simulate`. */
async function simulate(
  args: string[],
  more: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, REDIS_URL: '', ...more };
  const child = spawn(process.execPath, [SIMULATE, ...args], {
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

describe('the simulator', () => {
  it(
    'finds everything that it sent through the public interfaces exactly once',
    async () => {
      const database = await createTestDatabase();
      const seed = String(randomInt(2 ** 31));
      const args = ['--start', '--minutes', '0.15', '--per-minute', '120', '--seed', seed];
      const { code, output } = await simulate(args, databaseSettings('prepare', database));
      if (code !== 0) throw new Error(`npm run simulate -- ${args.join(' ')}\n${output}`);
      expect(output).toMatch(/^total +\d+/m);
    },
    LONGEST_MS + 10_000,
  );

  it('prints one line of advice when no system answers', async () => {
    const secrets = { CTI_TOKEN: 'a token of sixteen', DEMO_PASSWORD: 'a password' };
    const { code, output } = await simulate([], { ...secrets, PORT: '9', PORTAL_PORT: '9' });
    expect({ code, lines: output.trim().split('\n') }).toEqual({
      code: 1,
      lines: [expect.stringContaining('The api does not answer at http://127.0.0.1:9; run npm start')],
    });
  });
});
