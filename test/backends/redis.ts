import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis } from '#wasl/platform';
import { waitUntil } from '../faults/wait-until.js';

export interface RunningRedis {
  url: string;
  stop(): Promise<void>;
}

/**
 * A Redis of one's own, append-only as a system needs it: without, a crash would lose acknowledged jobs.
 * @throws ENOENT when there is no such program
 */
export async function startRedis(program = 'redis-server'): Promise<RunningRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'wasl-redis-'));
  const port = await freePort();
  const durable = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''];
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...durable];
  const child = spawn(program, args, { stdio: 'ignore' });
  await once(child, 'spawn');
  const ended = once(child, 'exit');
  const url = `redis://127.0.0.1:${port}`;
  await answers(url);
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<void> {
  const client = connectRedis(url);
  client.on('error', () => undefined);
  try {
    await waitUntil(10_000, 'Redis', () =>
      client.ping().then(
        (answer) => answer === 'PONG',
        () => false,
      ),
    );
  } finally {
    client.disconnect();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
