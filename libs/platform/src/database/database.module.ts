import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CLOCK } from '#wasl/kernel';
import { SETTINGS, type RuntimeSettings } from '../config/settings.js';
import { OutboxWaker } from '../events/outbox-waker.js';
import { reportPhase } from '../start-progress.js';
import { createDataSource } from './data-source.js';
import { Database } from './database.js';
import { guardConnections } from './pool-of.js';
import { DatabaseClock } from './database-clock.js';
import { UnitOfWork } from './unit-of-work.js';

/** The data source, the unit of work and the clock, for every lib. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** @param entities the TypeORM rows of the libs this process uses */
  static forRoot(applicationName: string, entities: (new () => object)[] = []): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: DataSource,
          inject: [SETTINGS],
          useFactory: async (settings: RuntimeSettings) => {
            reportPhase('connecting to the database');
            const source = await createDataSource({
              url: settings.DATABASE_URL,
              poolSize: settings.DATABASE_POOL,
              applicationName,
              entities,
            }).initialize();
            reportPhase('starting the modules');
            return guardConnections(source);
          },
        },
        Database,
        DatabaseClock,
        { provide: CLOCK, useExisting: DatabaseClock },
        OutboxWaker,
        UnitOfWork,
      ],
      exports: [DataSource, Database, CLOCK, UnitOfWork, OutboxWaker],
    };
  }

  /**
   * Waits for every connection that is in use. So whatever works by itself ends earlier: what begins work (timers,
   * leaders, intake) in `onModuleDestroy`, workers of jobs in `beforeApplicationShutdown`, requests when Nest closes the
   * HTTP server after that; what all of these use closes in `onApplicationShutdown`.
   */
  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
