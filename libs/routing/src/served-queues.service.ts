import { Inject, Injectable } from '@nestjs/common';
import type { UnservedAlarm } from '#wasl/contracts';
import { Catalogue } from '#wasl/directory';
import { type Database, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { AgentProfiles } from './agent-profiles.js';
import { rulesOf } from './domain/queue-rules.js';
import type { RoutingRules } from './domain/routing-rules.js';
import { type UnservedReason, unservedReason } from './domain/unserved-reason.js';
import { withdrawAlarm } from './queue-alarms.js';
import { RoutingConfig } from './routing-config.service.js';

/** Which queues can be served at all: derived from the rules and the staff, not discovered by waiting. */
@Injectable()
export class ServedQueues {
  constructor(
    @Inject(AgentProfiles) private readonly profiles: AgentProfiles,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Active queues that no agent can serve, by key, with the reason.
   * @param rules the rules in force when omitted
   */
  async unservedQueues(rules?: RoutingRules): Promise<Map<string, UnservedReason>> {
    const [queues, services, profiles, { round }] = await Promise.all([
      this.catalogue.queues(),
      this.catalogue.currentServices(),
      this.profiles.all(),
      rules ? this.config.compile(rules) : this.config.current(),
    ]);
    const members = [...profiles.values()];
    const reasons = queues
      .filter((queue) => queue.active)
      .map(({ id, key }) => {
        const restricted = services
          .filter((service) => service.queueId === id && service.active && service.restricted)
          .map(({ readerGroups }) => readerGroups);
        return [key, unservedReason(id, rulesOf(round, id), members, restricted)] as const;
      });
    return new Map(reasons.flatMap(([key, reason]) => (reason ? [[key, reason]] : [])));
  }

  /** The queues that supervisors were told of, longest unserved first. */
  async reported(query: Database['query']): Promise<UnservedAlarm[]> {
    const rows = await query<{ queue: string; reason: UnservedReason; since: Date }>(
      `SELECT q.key AS queue, a.reason, a.since FROM queue_alarm a JOIN queue q ON q.id = a.queue_id
        ORDER BY a.since, q.key`,
      [],
    );
    return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
  }

  /** Tells supervisors of what has changed since they were last told. @returns how many queues */
  @PeriodicTask({ name: 'watch-queues', everyMs: 5_000 })
  async publishChanges(): Promise<number> {
    const unserved = await this.unservedQueues();
    return this.unitOfWork.run(async (tx) => {
      const reported = await tx.query<{ key: string; reason: UnservedReason }>(
        'SELECT q.key, a.reason FROM queue_alarm a JOIN queue q ON q.id = a.queue_id FOR UPDATE OF a',
      );
      const reportedReasons = new Map(reported.map((row) => [row.key, row.reason]));
      const changed = [...new Set([...unserved.keys(), ...reportedReasons.keys()])].filter(
        (key) => unserved.get(key) !== reportedReasons.get(key),
      );
      for (const key of changed) {
        const reason = unserved.get(key) ?? null;
        if (!reason) {
          await withdrawAlarm(tx, key);
          continue;
        }
        // The catalogue may still hold a queue that was retired or deleted a moment ago.
        const [raised] = await tx.query(
          `INSERT INTO queue_alarm (queue_id, reason, since) SELECT id, $2, $3 FROM queue WHERE key = $1 AND active
           ON CONFLICT (queue_id) DO UPDATE SET reason = excluded.reason RETURNING queue_id`,
          [key, reason, tx.now],
        );
        if (raised) tx.emit('queue.unserved', { queue: key, reason });
      }
      return changed.length;
    });
  }
}
