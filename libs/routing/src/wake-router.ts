import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { Catalogue } from '#wasl/directory';
import { Database, JobQueues, OnEvent, OnJob, PeriodicTask } from '#wasl/platform';
import { Router } from './router.service.js';

type RoutingEvent = DomainEvent<
  'work.changed' | 'presence.changed' | 'staff.changed' | 'service.readers_changed' | 'offer.closed'
>;

/**
 * A pool waits for its dead worker's run, because runs of a pool are one at a time: so it is given up soon. Two runs at
 * once, after a worker that was only slow, do no harm: what a round writes is guarded by versions.
 */
const LOCK_MS = 3_000;

/** Has the router run over the pools in which something may be assigned now. */
@Injectable()
export class WakeRouter {
  constructor(
    @Inject(JobQueues) private readonly jobs: JobQueues,
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Router) private readonly router: Router,
  ) {}

  /** New work concerns its own pool; an agent who has become free concerns every pool that they serve. */
  @OnEvent(['work.changed', 'presence.changed', 'staff.changed', 'service.readers_changed', 'offer.closed'], {
    as: 'signal',
  })
  async wake(events: RoutingEvent[]): Promise<void> {
    const pools = new Set(
      events.flatMap((event) => (event.type === 'work.changed' && opensWork(event) ? [event.data.pool] : [])),
    );
    for (const pool of await this.poolsServedBy(events.flatMap(freedAgents))) pools.add(pool);
    if (events.some(({ type }) => type === 'service.readers_changed'))
      for (const pool of await this.poolsWithWaitingWork()) pools.add(pool);
    for (const pool of pools) await this.wakePool(pool);
  }

  @OnJob('routing', { concurrency: 2, lockMs: LOCK_MS })
  route({ pool }: { pool: string }): Promise<void> {
    return this.router.route(pool);
  }

  /**
   * Waiting work whose wake-up was lost, whose requirements have relaxed with time, or whose run died with its worker
   * or its database. Runs here and not as a job: it must go on when the job queue is what is stuck.
   */
  @PeriodicTask({ name: 'route-waiting-work', everyMs: 5_000 })
  async routeWaiting(): Promise<void> {
    for (const pool of await this.poolsWithWaitingWork()) await this.router.route(pool);
  }

  private async poolsWithWaitingWork(): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT q.id FROM queue q WHERE EXISTS (SELECT 1 FROM work w WHERE w.queue_id = q.id AND w.state = 'waiting')`,
    );
    const waits = new Set(rows.map((row) => row.id));
    const queues = (await this.catalogue.queues()).filter((queue) => waits.has(queue.id));
    return new Set(queues.map((queue) => queue.pool));
  }

  /** While one run of a pool is under way, any number of wake-ups become one more run. */
  private wakePool(pool: string): Promise<void> {
    return this.jobs.add(
      'routing',
      { pool },
      { deduplication: { id: pool, keepLastIfActive: true }, attempts: 1 },
    );
  }

  private async poolsServedBy(agentIds: string[]): Promise<string[]> {
    if (agentIds.length === 0) return [];
    const rows = await this.database.query<{ pool: string }>(
      `SELECT DISTINCT q.pool FROM agent_queue a JOIN queue q ON q.id = a.queue_id WHERE a.staff_id = ANY($1::uuid[])`,
      [[...new Set(agentIds)]],
    );
    return rows.map(({ pool }) => pool);
  }
}

/** What was offered waits no more: there is nothing new to assign. */
const opensWork = ({ data }: DomainEvent<'work.changed'>): boolean => data.to !== 'offered';

/** Who may take something now: whose presence, queues or skills changed, who had an offer, or work until now. */
function freedAgents(event: RoutingEvent): string[] {
  if (event.type === 'presence.changed') return [event.data.agentId];
  if (event.type === 'staff.changed') return [event.data.staffId];
  if (event.type === 'offer.closed') return event.data.state === 'accepted' ? [] : [event.data.agentId];
  if (event.type === 'service.readers_changed') return [];
  return event.data.fromAgentId ? [event.data.fromAgentId] : [];
}
