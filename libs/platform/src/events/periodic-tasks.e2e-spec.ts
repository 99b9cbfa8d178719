import type { DiscoveryService } from '@nestjs/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#wasl/testing';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';
import { Database } from '../database/database.js';
import { JobQueues } from '../jobs/job-queues.js';
import { Metrics } from '../metrics/metrics.js';
import { PeriodicTask } from './periodic-task.js';
import { PeriodicTasks } from './periodic-tasks.js';

const starts: { worker: number; at: number }[] = [];
let fails = false;

class Counting {
  constructor(private readonly worker: number) {}

  @PeriodicTask({ name: 'count', everyMs: 1_000 })
  async count(): Promise<void> {
    starts.push({ worker: this.worker, at: performance.now() });
    if (fails) throw new Error('not now');
  }
}

describe('a periodic task', () => {
  let system: TestSystem;
  const workers: PeriodicTasks[] = [];
  beforeAll(async () => {
    system = await startSystem({});
  });
  afterAll(() => system?.stop());
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.onModuleDestroy()));
    starts.length = 0;
    fails = false;
  });

  const start = async (worker: number) => {
    const get = <T>(type: new (...args: never[]) => T) => system.api.get(type, { strict: false });
    const discovery = {
      getProviders: () => [{ instance: new Counting(worker) }],
    } as unknown as DiscoveryService;
    const tasks = new PeriodicTasks(discovery, get(Database), new Metrics(), get(JobQueues));
    tasks.onModuleInit();
    await tasks.onApplicationBootstrap();
    workers.push(tasks);
  };
  const started = (times: number) => waitFor(() => starts.length >= times, { what: `${times} runs` });

  it('runs once an interval, however many workers there are', async () => {
    await Promise.all([1, 2, 3].map(start));
    await started(6);
    const between = starts[5]!.at - starts[0]!.at;
    // Five intervals, less the time by which the first start may be late on a busy machine. Each worker on its own would
    // begin two runs in one interval.
    expect(between).toBeGreaterThan(2_500);
  });

  it('goes on after it failed', async () => {
    fails = true;
    await start(1);
    await started(2);
  });

  it('goes on when the clock of the database was set back, as its row then seems due in an hour', async () => {
    await start(1);
    await started(1);
    await system.database.query(
      `UPDATE periodic_task SET due_at = now() + interval '1 hour' WHERE name = 'count'`,
    );
    const before = starts.length;
    await started(before + 2);
  });

  it('is begun by another worker when the one that had it is gone', async () => {
    await start(1);
    await started(1);
    await workers.pop()!.onModuleDestroy();
    starts.length = 0;
    await start(2);
    await started(1);
    expect(starts[0]!.worker).toBe(2);
  });
});
