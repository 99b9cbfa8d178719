import { type ConnectionOptions, setDefaultBackendFactory } from 'bullmq';
import { Cluster, Redis } from 'ioredis';
import type { RuntimeSettings } from '../config/settings.js';
import { connectJobs, sharedJobsBackend } from './shared-jobs.js';

/**
 * A Redis client for `redis[s]://host:port/db`, `redis-sentinel://h1:p1,h2:p2/master-name` or
 * `redis-cluster://h1:p1,h2:p2`; user and password may precede the first host.
 * `maxRetriesPerRequest: null` is what BullMQ's blocking connections need.
 */
export function connectRedis(url: string): Redis | Cluster {
  const common = { maxRetriesPerRequest: null, enableReadyCheck: true };
  if (!/^redis-(sentinel|cluster):/.test(url)) return new Redis(url, common);
  const [, scheme, login, hosts, path] =
    /^redis-(sentinel|cluster):\/\/(?:([^@/]*)@)?([^/]+)\/?(.*)$/.exec(url) ?? [];
  const nodes = (hosts ?? '').split(',').map((host) => {
    const [name, port] = host.split(':');
    return { host: name!, port: Number(port ?? (scheme === 'sentinel' ? 26379 : 6379)) };
  });
  const [username, password] = (login ?? '')
    .split(':')
    .map((part) => (part ? decodeURIComponent(part) : undefined));
  if (scheme === 'cluster') return new Cluster(nodes, { redisOptions: { ...common, username, password } });
  return new Redis({ ...common, sentinels: nodes, name: path || 'mymaster', username, password });
}

/**
 * How BullMQ reaches its store: PostgreSQL, or Redis when REDIS_URL is set. Sets the process-wide backend, so it must
 * be called before the first Queue or Worker is made. The job tables are migrated beforehand, never here.
 * @param max connections to PostgreSQL, beside one that listens
 */
export function jobConnection(
  settings: RuntimeSettings,
  max: number,
): { connection: ConnectionOptions; close(): Promise<void> } {
  if (settings.REDIS_URL) {
    setDefaultBackendFactory();
    const client = connectRedis(settings.REDIS_URL);
    client.on('error', () => undefined); // BullMQ reports the same error through its own listeners
    return {
      connection: client as unknown as ConnectionOptions,
      close: async () => void (await client.quit().catch(() => client.disconnect())),
    };
  }
  setDefaultBackendFactory(sharedJobsBackend as never);
  const connection = connectJobs(settings.DATABASE_URL, max);
  return { connection: connection as unknown as ConnectionOptions, close: () => connection.close() };
}
