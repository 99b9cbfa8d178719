import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { DataSource } from 'typeorm';
import { AttemptBudgets } from './attempts/attempt-budgets.js';
import { SecretGuessLimiter } from './attempts/secret-guess-limiter.js';
import { ConfigModule } from './config/config.module.js';
import { DeploymentCheck } from './config/deployment-check.js';
import { SETTINGS, type RuntimeSettings } from './config/settings.js';
import { Database } from './database/database.js';
import { DatabaseModule } from './database/database.module.js';
import { poolOf } from './database/pool-of.js';
import { UrlGuard } from './http/bounds/url.guard.js';
import { Health } from './http/health.js';
import { IdleConnections } from './http/idle-connections.js';
import { PostgresThrottlerStorage } from './http/postgres-throttler-storage.js';
import { JobQueues } from './jobs/job-queues.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LiveStore } from './live/live-store.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { PlatformFigures } from './metrics/platform-figures.js';
import { StoredFigures } from './metrics/stored-figures.js';
import { openKeyRing } from './secrets/key-ring.js';
import { Keys } from './secrets/keys.js';

@Module({ providers: [PostgresThrottlerStorage], exports: [PostgresThrottlerStorage] })
class ThrottlerStorageModule {}

const KEYS = {
  provide: Keys,
  inject: [SETTINGS, DataSource],
  useFactory: async (settings: RuntimeSettings, source: DataSource): Promise<Keys> => {
    const client = await poolOf(source).connect();
    try {
      const keys = await openKeyRing(
        async (text, values) => (await client.query(text, values)).rows,
        settings,
      );
      client.release();
      return keys;
    } catch (error) {
      // Nest does not clean up after a failed start.
      client.release();
      await source.destroy();
      throw error;
    }
  },
};

/** The infrastructure that every process has. */
@Module({})
export class PlatformModule {
  /** @param process the process's name, as the database shows it */
  static forRoot(settings: RuntimeSettings, process: string, entities: (new () => object)[]): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [
        ConfigModule.forRoot(settings),
        DatabaseModule.forRoot(`wasl-${process}`, entities),
        MetricsModule,
        JobsModule,
        ThrottlerModule.forRootAsync({
          imports: [ThrottlerStorageModule],
          inject: [PostgresThrottlerStorage],
          useFactory: (storage: PostgresThrottlerStorage) => ({
            throttlers: [{ name: 'default', limit: 1_000_000, ttl: 60_000 }],
            storage,
          }),
        }),
      ],
      providers: [
        KEYS,
        {
          provide: Health,
          inject: [Database, JobQueues],
          useFactory: (database: Database, jobs: JobQueues) =>
            new Health(database, jobs, process === 'worker'),
        },
        {
          provide: StoredFigures,
          inject: [Metrics],
          useFactory: (metrics: Metrics) => new StoredFigures(metrics, process !== 'portal'),
        },
        PlatformFigures,
        LiveStore,
        AttemptBudgets,
        SecretGuessLimiter,
        { provide: APP_GUARD, useClass: UrlGuard },
        DeploymentCheck,
        IdleConnections,
      ],
      exports: [Keys, Health, StoredFigures, LiveStore, AttemptBudgets, SecretGuessLimiter],
    };
  }
}
