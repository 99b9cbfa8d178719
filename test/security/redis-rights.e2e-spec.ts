import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { describeWithPrograms, programPath } from '#wasl/testing';
import { type RunningRedis, startRedis } from '../backends/redis.js';

/** Commands by which an attacker who controls a process could read, stop or take over the Redis machine. */
const REFUSED: string[][] = [
  ['CONFIG', 'SET', 'dir', '/tmp'],
  ['CONFIG', 'GET', '*'],
  ['FLUSHALL'],
  ['FLUSHDB'],
  ['KEYS', '*'],
  ['SCAN', '0'],
  ['RANDOMKEY'],
  ['DEBUG', 'SLEEP', '0'],
  ['SHUTDOWN', 'NOSAVE'],
  ['SAVE'],
  ['REPLICAOF', '127.0.0.1', '1'],
  ['MODULE', 'LOAD', '/tmp/evil.so'],
  ['ACL', 'SETUSER', 'mine', 'on', 'nopass', '~*', '+@all'],
  ['ACL', 'LIST'],
  ['CLIENT', 'KILL', 'TYPE', 'normal'],
  ['MONITOR'],
  ['MIGRATE', '127.0.0.1', '1', 'bull:x', '0', '1'],
  ['SWAPDB', '0', '1'],
  ['FUNCTION', 'LIST'],
  ['SET', 'elsewhere', '1'],
  ['GET', 'elsewhere'],
  ['EVAL', `return redis.call('GET', 'elsewhere')`, '0'],
  ['EVAL', `return redis.call('FLUSHALL')`, '0'],
  ['PUBLISH', 'anything', '1'],
];

describeWithPrograms(['redis-server'], 'the users of Redis', () => {
  let redis: RunningRedis;
  let client: Redis;

  beforeAll(async () => {
    redis = await startRedis(programPath('redis-server'));
    client = new Redis(redis.url, { maxRetriesPerRequest: 1 });
  });
  afterAll(async () => {
    client.disconnect();
    await redis.stop();
  });

  it.each(REFUSED.map((words) => [words.join(' '), words] as const))(
    'refuse %s',
    async (_, [command, ...args]) => {
      await expect(client.call(command!, ...args)).rejects.toThrow(
        /NOPERM|not allowed|can't access|can't run this command|ACL failure/i,
      );
    },
  );

  it('let the processes read and write their own keys', async () => {
    await client.call('SET', 'bull:x', '1');
    expect(await client.call('GET', 'bull:x')).toBe('1');
  });

  it('require a name and a password', async () => {
    const stranger = new Redis(redis.url.replace(/\/\/[^@]*@/, '//'), {
      maxRetriesPerRequest: 1,
      enableReadyCheck: false,
    });
    stranger.on('error', () => undefined);
    await expect(stranger.call('GET', 'bull:x')).rejects.toThrow('NOAUTH');
    stranger.disconnect();
  });

  it('allow a health check that can do nothing else', async () => {
    const { hostname, port } = new URL(redis.url);
    const health = new Redis({
      host: hostname,
      port: Number(port),
      username: 'health',
      password: 'none',
      enableReadyCheck: false,
    });
    expect(await health.ping()).toBe('PONG');
    await expect(health.call('GET', 'bull:x')).rejects.toThrow('NOPERM');
    health.disconnect();
  });
});
