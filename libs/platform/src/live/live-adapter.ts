import { createAdapter as createPostgresAdapter } from '@socket.io/postgres-adapter';
import { createAdapter as createRedisAdapter } from '@socket.io/redis-streams-adapter';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import type { ServerOptions } from 'socket.io';
import type { RunningSettings } from '../config/settings.js';
import { connectRedis } from '../jobs/connection.js';
import { passOverMalformed } from './pass-over-malformed.js';

export interface LiveAdapter {
  adapter: NonNullable<ServerOptions['adapter']>;
  close(): Promise<void>;
}

/**
 * What joins the sockets of all api processes and the worker that publishes: PostgreSQL's NOTIFY, or a Redis stream.
 * Two connections on PostgreSQL: one listens, one sends, and so messages leave in the order in which they were given.
 * @param doubt told since when messages may have been lost; a Redis stream is read on from where it was left
 */
export function createLiveAdapter(settings: RunningSettings, doubt: (since: number) => void): LiveAdapter {
  const logger = new Logger('LiveAdapter');
  if (settings.REDIS_URL) {
    const redis = connectRedis(settings.REDIS_URL);
    redis.on('error', (error: Error) => logger.warn(`redis: ${error.message}`));
    return {
      adapter: passOverMalformed(
        createRedisAdapter(redis, { streamName: 'wasl-live', maxLen: 10_000, readCount: 500 }) as never,
        logger,
      ) as never,
      close: async () => redis.disconnect(),
    };
  }
  const pool = new ListeningPool(doubt, {
    connectionString: settings.DATABASE_URL,
    max: 2,
    application_name: 'wasl-live',
    keepAlive: true,
    onConnect: (client) =>
      void client.on('error', (error) => logger.warn(`connection lost: ${error.message}`)),
  });
  const clients = new Set<pg.PoolClient>();
  pool.on('error', (error) => logger.warn(`connection lost: ${error.message}`));
  pool.on('connect', (client) => clients.add(client));
  pool.on('remove', (client) => clients.delete(client));
  return {
    adapter: createPostgresAdapter(pool, {
      channelPrefix: 'wasl_live',
      payloadThreshold: 7_500,
      errorHandler: (error: Error) => {
        logger.warn(error.message);
        doubt(Date.now());
      },
    }) as never,
    close: async () => {
      pool.end().catch(() => undefined);
      // The adapter does not give its listening connection back.
      for (const client of clients) await (client as unknown as pg.Client).end().catch(() => undefined);
    },
  };
}

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void;

/**
 * The adapter takes one connection to listen on, and when that ends takes another without giving the first back: after
 * two ends none would be left to send on.
 */
class ListeningPool extends pg.Pool {
  private lostAt?: number;

  constructor(
    private readonly doubt: (since: number) => void,
    options: pg.PoolConfig,
  ) {
    super(options);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(connected: Connected): void;
  override connect(connected?: Connected): Promise<pg.PoolClient> | void {
    if (connected) return super.connect(connected);
    return super.connect().then((client) => this.listeningOn(client));
  }

  private listeningOn(client: pg.PoolClient): pg.PoolClient {
    // It has yet to say LISTEN; the repetition comes a moment later.
    if (this.lostAt !== undefined) this.doubt(this.lostAt);
    this.lostAt = undefined;
    return client.once('end', () => {
      this.lostAt ??= Date.now();
      client.release(true);
    });
  }
}
