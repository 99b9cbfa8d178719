import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis } from '#wasl/platform';
import { waitUntil } from '../faults/wait-until.js';

export interface RunningRedis {
  url: string;
  /** ends it and keeps what it stored */
  pause(): Promise<void>;
  /** starts it again at the same address */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

const USERS = join(import.meta.dirname, '../../docker/redis/users.acl.template');

/**
 * A separate append-only Redis: without persistence, a crash would lose acknowledged jobs. It has the users
 * of the deployment, so that a missing permission for a command or key shows here.
 * @throws ENOENT when Redis is not installed
 */
export async function startRedis(program = 'redis-server'): Promise<RunningRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'wasl-redis-'));
  const port = await freePort();
  const durable = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''];
  const password = randomBytes(24).toString('hex');
  const users = readFileSync(USERS, 'utf8').replace(
    'REDIS_PASSWORD_SHA256',
    createHash('sha256').update(password).digest('hex'),
  );
  writeFileSync(join(folder, 'users.acl'), users, { mode: 0o600 });
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...durable];
  args.push('--aclfile', join(folder, 'users.acl'));
  const start = async () => {
    const child = spawn(program, args, { stdio: 'ignore' });
    const ended = once(child, 'exit');
    await once(child, 'spawn');
    await answers(url);
    return async () => {
      child.kill('SIGTERM');
      await ended;
    };
  };
  const url = `redis://wasl:${password}@127.0.0.1:${port}`;
  let end = await start();
  return {
    url,
    pause: () => end(),
    resume: async () => void (end = await start()),
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<void> {
  const client = connectRedis(url);
  client.on('error', () => undefined);
  try {
    await waitUntil(60_000, 'Redis', () =>
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
