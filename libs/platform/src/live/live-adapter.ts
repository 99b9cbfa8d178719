import { createAdapter as createPostgresAdapter } from '@socket.io/postgres-adapter';
import { createAdapter as createRedisAdapter } from '@socket.io/redis-streams-adapter';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import type { ServerOptions } from 'socket.io';
import type { RunningSettings } from '../config/settings.js';
import { connectRedis } from '../jobs/connection.js';

export interface LiveAdapter {
  adapter: NonNullable<ServerOptions['adapter']>;
  close(): Promise<void>;
}

/**
 * What joins the sockets of all api processes and the worker that publishes: PostgreSQL's NOTIFY, or a Redis stream.
 * Two connections on PostgreSQL: one listens, one sends, and so messages leave in the order in which they were given.
 */
export function createLiveAdapter(settings: RunningSettings): LiveAdapter {
  const logger = new Logger('LiveAdapter');
  if (settings.REDIS_URL) {
    const redis = connectRedis(settings.REDIS_URL);
    redis.on('error', (error: Error) => logger.warn(`redis: ${error.message}`));
    return {
      adapter: createRedisAdapter(redis, {
        streamName: 'wasl-live',
        maxLen: 10_000,
        readCount: 500,
      }) as never,
      close: async () => redis.disconnect(),
    };
  }
  const pool = new pg.Pool({
    connectionString: settings.DATABASE_URL,
    max: 2,
    application_name: 'wasl-live',
    keepAlive: true,
  });
  pool.on('error', (error) => logger.warn(`connection lost: ${error.message}`));
  return {
    adapter: createPostgresAdapter(pool, {
      channelPrefix: 'wasl_live',
      payloadThreshold: 7_500,
      errorHandler: (error: Error) => logger.warn(error.message),
    }) as never,
    close: () => pool.end(),
  };
}
