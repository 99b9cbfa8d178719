import { createAdapter as createPostgresAdapter } from '@socket.io/postgres-adapter';
import { createAdapter as createRedisAdapter } from '@socket.io/redis-streams-adapter';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import type { ServerOptions } from 'socket.io';
import type { RuntimeSettings } from '../config/settings.js';
import { connectRedis } from '../jobs/connection.js';
import { skipMalformedEntries } from './skip-malformed-entries.js';

export interface LiveAdapter {
  adapter: NonNullable<ServerOptions['adapter']>;
  close(): Promise<void>;
}

/**
 * The socket.io adapter between all api processes and the publishing worker: PostgreSQL NOTIFY, or a Redis stream. Uses
 * two PostgreSQL connections, one to listen and one to send, so that messages keep their order.
 * @param markGap called with the time since when messages may have been lost; not needed with a Redis stream, which is
 * resumed where it was left
 */
export function createLiveAdapter(settings: RuntimeSettings, markGap: (since: number) => void): LiveAdapter {
  const logger = new Logger('LiveAdapter');
  if (settings.REDIS_URL) {
    const redis = connectRedis(settings.REDIS_URL);
    redis.on('error', (error: Error) => logger.warn(`redis: ${error.message}`));
    return {
      adapter: skipMalformedEntries(
        createRedisAdapter(redis, { streamName: 'wasl-live', maxLen: 10_000, readCount: 500 }) as never,
        logger,
      ) as never,
      close: async () => redis.disconnect(),
    };
  }
  const pool = new ListeningPool(markGap, {
    connectionString: settings.DATABASE_URL,
    max: 2,
    application_name: 'wasl-live',
    keepAlive: true,
    onConnect: (client) =>
      void client.on('error', (error) => logger.warn(`connection lost: ${error.message}`)),
  });
  const clients = new Set<pg.PoolClient>();
  let isClosing = false;
  pool.on('error', (error) => logger.warn(`connection lost: ${error.message}`));
  pool.on('connect', (client) => clients.add(client));
  pool.on('remove', (client) => clients.delete(client));
  return {
    adapter: createPostgresAdapter(pool, {
      channelPrefix: 'wasl_live',
      payloadThreshold: 7_500,
      errorHandler: (error: Error) => {
        // It reports the end of its connection, which is ours to end.
        if (isClosing) return;
        logger.warn(error.message);
        markGap(Date.now());
      },
    }) as never,
    close: async () => {
      isClosing = true;
      pool.end().catch(() => undefined);
      // The adapter does not release its listening connection.
      for (const client of clients) await (client as unknown as pg.Client).end().catch(() => undefined);
    },
  };
}

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void;

/**
 * The adapter takes one connection for listening and, when it ends, takes another without releasing the first. After
 * two losses no connection would be left for sending, so this pool releases it.
 */
class ListeningPool extends pg.Pool {
  private lostAt?: number;

  constructor(
    private readonly markGap: (since: number) => void,
    options: pg.PoolConfig,
  ) {
    super(options);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(connected: Connected): void;
  override connect(connected?: Connected): Promise<pg.PoolClient> | void {
    if (connected) return super.connect(connected);
    return super.connect().then((client) => this.trackListener(client));
  }

  private trackListener(client: pg.PoolClient): pg.PoolClient {
    // LISTEN has not been sent yet; the resend happens a moment later.
    if (this.lostAt !== undefined) this.markGap(this.lostAt);
    this.lostAt = undefined;
    return client.once('end', () => {
      this.lostAt ??= Date.now();
      client.release(true);
    });
  }
}
