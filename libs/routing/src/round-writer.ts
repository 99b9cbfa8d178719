import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Catalogue, type QueueRow } from '#wasl/directory';
import { addMs, seconds, uuidv7 } from '#wasl/kernel';
import { type Tx, UnitOfWork } from '#wasl/platform';
import { recordRound } from './domain/round-record.js';
import type { Assignment } from './domain/route-round.js';
import type { RoundInput } from './round-reader.js';
import { saveRound, compressRecord } from './round-store.js';

/** Writes the assignments of a round. */
@Injectable()
export class RoundWriter {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /** @returns how many offers were made; the other agents or items had changed since they were read */
  async write(pool: string, input: RoundInput, assignments: Assignment[]): Promise<number> {
    const queues = new Map((await this.catalogue.queues()).map((queue) => [queue.id, queue]));
    return this.unitOfWork.run(async (tx) => {
      const rows = planOffers(tx, input, assignments, queues);
      const roundId = uuidv7(tx.now.getTime());
      const [made, record] = await Promise.all([
        tx.query<{ id: string }>(WRITE_OFFERS, [
          rows.map((row) => row.offerId),
          rows.map((row) => row.workId),
          rows.map((row) => row.workVersion),
          rows.map((row) => row.agentId),
          rows.map((row) => row.agentVersion),
          rows.map((row) => row.expiresAt),
          // One JSON text: an array of texts would be quoted element by element on both sides.
          JSON.stringify(rows.map((row) => row.why)),
          rows.map((row) => row.guard),
          rows.map((row) => row.queue.id),
          tx.now,
          roundId,
        ]),
        recordOf(input, assignments),
      ]);
      if (made.length === 0) return 0;
      saveRound(tx, { id: roundId, pool, rulesVersion: input.routing.version, record });
      const ids = new Set(made.map((row) => row.id));
      for (const row of rows) if (ids.has(row.offerId)) emitOffer(tx, row);
      return made.length;
    });
  }
}

/** Runs while the database writes the offers, which were sent before. */
async function recordOf(
  { waiting, agents, routing, held }: RoundInput,
  assignments: Assignment[],
): Promise<Buffer> {
  await turnOfTheLoop();
  return compressRecord(recordRound(assignments, waiting, agents, routing.round, held));
}

interface PlannedOffer extends Assignment {
  offerId: string;
  workVersion: number;
  agentVersion: number;
  expiresAt: Date;
  /** version of the queue's guard row, when the queue has a total limit */
  guard: number | null;
  queue: QueueRow;
}

function planOffers(
  tx: Tx,
  { waiting, agents, guards }: RoundInput,
  assignments: Assignment[],
  queues: Map<string, QueueRow>,
): PlannedOffer[] {
  const works = new Map(waiting.map((work) => [work.id, work]));
  const people = new Map(agents.map((agent) => [agent.id, agent]));
  return assignments.map(({ workId, agentId, why }) => {
    const work = works.get(workId)!;
    const queue = queues.get(work.queueId)!;
    return {
      workId,
      agentId,
      why,
      offerId: uuidv7(tx.now.getTime()),
      workVersion: work.version,
      agentVersion: people.get(agentId)!.version,
      expiresAt: addMs(tx.now, seconds(queue.offerSeconds)),
      guard: guards.get(queue.id) ?? null,
      queue,
    };
  });
}

function emitOffer(tx: Tx, { offerId, agentId, workId, expiresAt, queue }: PlannedOffer): void {
  const { key, pool } = queue;
  tx.emit('offer.made', { offerId, agentId, queue: key, expiresAt: expiresAt.toISOString() });
  tx.emit('work.changed', { workId, queue: key, pool, from: 'waiting', to: 'offered', agentId });
}

/**
 * Agents are locked first, in order, and only if unchanged since they were read (giving work raises their version);
 * then work, if it still waits unchanged. What fails either test drops out of the round. For a queue with a total limit,
 * the version of its guard row must be unchanged too.
 */
const WRITE_OFFERS = `
WITH plan AS (
  SELECT * FROM ROWS FROM (unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::int[]), unnest($4::uuid[]),
                           unnest($5::int[]), unnest($6::timestamptz[]), jsonb_array_elements($7::jsonb),
                           unnest($8::int[]), unnest($9::uuid[]))
    AS t (offer_id, work_id, work_version, agent_id, agent_version, expires_at, why, guard, queue_id)
), agents AS (
  SELECT p.staff_id FROM presence p JOIN plan ON plan.agent_id = p.staff_id
   WHERE p.state = 'available' AND p.version = plan.agent_version ORDER BY p.staff_id FOR UPDATE OF p
), guards AS (
  SELECT g.queue_id
    FROM queue_guard g JOIN (SELECT DISTINCT queue_id, guard FROM plan) seen ON seen.queue_id = g.queue_id
   WHERE g.version = seen.guard
   ORDER BY g.queue_id FOR UPDATE OF g
), taken AS (
  UPDATE work w SET state = 'offered', agent_id = plan.agent_id, version = w.version + 1
    FROM plan JOIN agents ON agents.staff_id = plan.agent_id
   WHERE w.id = plan.work_id AND w.version = plan.work_version AND w.state = 'waiting'
     AND (plan.guard IS NULL OR w.queue_id IN (SELECT queue_id FROM guards))
  RETURNING w.id, w.queue_id
), raised AS (
  UPDATE presence p SET version = p.version + 1
    FROM plan JOIN taken ON taken.id = plan.work_id WHERE p.staff_id = plan.agent_id
), counted AS (
  UPDATE queue_guard g SET version = g.version + 1 WHERE g.queue_id IN (SELECT queue_id FROM taken)
)
INSERT INTO offer (id, work_id, agent_id, queue_id, state, made_at, expires_at, why, round_id)
SELECT plan.offer_id, plan.work_id, plan.agent_id, taken.queue_id, 'made', $10, plan.expires_at, plan.why, $11
  FROM plan JOIN taken ON taken.id = plan.work_id
RETURNING id`;
