import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { Database } from '../database/database.js';
import { poolOf } from '../database/pool-of.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Metrics } from './metrics.js';
import { type FigureRow, StoredFigures } from './stored-figures.js';

/** What the platform stores and holds: events that wait for the worker, and connections to the database. */
@Injectable()
export class PlatformFigures implements OnModuleInit {
  constructor(
    @Inject(StoredFigures) private readonly figures: StoredFigures,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Database) private readonly database: Database,
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.figures.add({
      gauges: {
        wasl_outbox_oldest_event_age_seconds:
          'Age of the oldest event that waits in the outbox; 0 when none does',
        wasl_outbox_dead_letters: 'Events that no handler could take, which wait for an administrator',
      },
      read: () =>
        this.database.query<FigureRow<'wasl_outbox_oldest_event_age_seconds' | 'wasl_outbox_dead_letters'>>(
          `SELECT greatest(0, extract(epoch FROM clock_timestamp()
                    - (SELECT at FROM outbox WHERE set_aside_at IS NULL ORDER BY id LIMIT 1)))::float8
                    AS wasl_outbox_oldest_event_age_seconds,
                  (SELECT count(*) FROM outbox WHERE set_aside_at IS NOT NULL)::int AS wasl_outbox_dead_letters`,
        ),
    });
    this.showConnections();
  }

  private showConnections(): void {
    const pool = poolOf(this.source);
    const { unitOfWork } = this;
    const registers = [this.metrics.registry];
    new Gauge({
      name: 'wasl_database_connections',
      help: 'Connections to the database in the pool of this process, by state: used, idle',
      labelNames: ['state'],
      registers,
      collect() {
        this.set({ state: 'used' }, pool.totalCount - pool.idleCount);
        this.set({ state: 'idle' }, pool.idleCount);
      },
    });
    new Gauge({
      name: 'wasl_database_connections_max',
      help: 'Connections to the database that this process may open (DATABASE_POOL)',
      registers,
    }).set(pool.options.max);
    new Gauge({
      name: 'wasl_database_waiting',
      help: 'Statements and transactions of this process that wait for a connection to the database',
      registers,
      collect() {
        this.set(pool.waitingCount + unitOfWork.waiting);
      },
    });
  }
}
