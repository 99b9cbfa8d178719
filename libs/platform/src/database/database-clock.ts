import { performance } from 'node:perf_hooks';
import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '#wasl/kernel';
import { Database } from './database.js';

const RESYNC_MS = 30_000;

/**
 * The database's time, advanced between readings by this machine's monotonic counter, so that a machine whose clock is
 * wrong or jumps does no harm. The error is at most half a round trip.
 */
@Injectable()
export class DatabaseClock implements Clock, OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('DatabaseClock');
  private base = { database: Date.now(), counter: performance.now() };
  private timer?: NodeJS.Timeout;

  constructor(@Inject(Database) private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    await this.read();
    this.timer = setInterval(() => {
      this.read().catch((error: Error) =>
        this.logger.warn(`database time could not be read: ${error.message}`),
      );
    }, RESYNC_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  now(): Date {
    return new Date(this.base.database + performance.now() - this.base.counter);
  }

  private async read(): Promise<void> {
    const before = performance.now();
    const [row] = await this.database.query<{ at: Date }>('SELECT clock_timestamp() AS at');
    const after = performance.now();
    this.base = { database: row!.at.getTime(), counter: (before + after) / 2 };
  }
}
