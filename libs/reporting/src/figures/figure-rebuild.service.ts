import { Inject, Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '#wasl/platform';
import { quarterOf, QUARTER_MS } from '../domain/figures/interval.js';
import { ALL_QUEUES } from '../domain/figures/presence-quarters.js';
import { NO_SERVICE } from '../domain/figures/breakdown.js';
import { CONTACT_SUMS, type ContactSums } from '../domain/figures/sums.js';
import { factsRetainedFrom, lockFacts } from './purge-facts.service.js';
import { columnOf } from './figure-store.js';

/** Rebuilds sums from facts: after a fault, or to verify the stored sums. */
@Injectable()
export class FigureRebuild {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Replaces the sums of all quarter hours in [from, to), extended to whole ones. Concurrent events wait, and are added
   * afterwards. Sums whose facts are no longer kept stay unchanged.
   */
  async run(from: Date, to: Date): Promise<void> {
    const end = new Date(quarterOf(to.getTime() + QUARTER_MS - 1));
    await this.unitOfWork.run(async (tx) => {
      await lockFacts(tx);
      const kept = (await factsRetainedFrom(tx))?.getTime() ?? Number.NEGATIVE_INFINITY;
      const range = [new Date(Math.max(quarterOf(from.getTime()), kept)), end];
      await tx.query(
        'LOCK TABLE contact_quarter, presence_quarter, contact_breakdown, agent_quarter IN EXCLUSIVE MODE',
      );
      await rebuildContacts(tx, range);
      await rebuildBreakdown(tx, range);
      await rebuildPresence(tx, range);
      await rebuildAgents(tx, range);
    });
  }
}

const countOf = (kind: string, more = '') => `count(*) FILTER (WHERE kind = '${kind}'${more})`;
const sumOf = (column: string, kind: string) => `coalesce(sum(${column}) FILTER (WHERE kind = '${kind}'), 0)`;

/** The SQL equivalent of `sumsOf` in facts.ts; a test compares the two. */
const SQL: Record<keyof ContactSums, string> = {
  offered: countOf('offered'),
  answered: countOf('answered'),
  answeredInThreshold: countOf('answered', ' AND ms <= threshold_ms'),
  abandoned: countOf('abandoned'),
  abandonedInThreshold: countOf('abandoned', ' AND ms <= threshold_ms'),
  shortAbandoned: countOf('abandoned', ' AND ms <= short_ms'),
  waitMs: sumOf('ms', 'answered'),
  handled: countOf('handled'),
  timed: countOf('handled', ' AND ms IS NOT NULL'),
  workMs: `coalesce(sum(ms) FILTER (WHERE kind = 'worked' OR kind = 'handled' AND NOT live), 0)`,
  talkMs: `coalesce(sum(ms) FILTER (WHERE kind = 'handled' AND live), 0)`,
  holdMs: sumOf('hold_ms', 'handled'),
  wrapUpMs: sumOf('ms', 'wrapped_up'),
  transferred: countOf('transferred'),
  settled: countOf('settled'),
  reopened: countOf('reopened'),
  rated: countOf('rated'),
  satisfied: countOf('rated', ' AND score >= 4'),
};
const START = `date_bin('15 minutes', belongs_at, '2000-01-01Z')`;

async function rebuildContacts(tx: Tx, range: Date[]): Promise<void> {
  await tx.query('DELETE FROM contact_quarter WHERE starts_at >= $1 AND starts_at < $2', range);
  await tx.query(
    `INSERT INTO contact_quarter (starts_at, queue_key, channel, live, ${CONTACT_SUMS.map(columnOf).join(', ')})
     SELECT ${START}, queue_key, channel, live, ${CONTACT_SUMS.map((name) => SQL[name]).join(', ')}
       FROM contact_fact WHERE belongs_at >= $1 AND belongs_at < $2 GROUP BY 1, 2, 3, 4`,
    range,
  );
}

/** The SQL equivalent of `breakdownByQuarter`. */
async function rebuildBreakdown(tx: Tx, range: Date[]): Promise<void> {
  await tx.query('DELETE FROM contact_breakdown WHERE starts_at >= $1 AND starts_at < $2', range);
  await tx.query(
    `INSERT INTO contact_breakdown (dimension, starts_at, value, live, ${CONTACT_SUMS.map(columnOf).join(', ')})
     SELECT d.dimension, ${START}, d.value, live, ${CONTACT_SUMS.map((name) => SQL[name]).join(', ')}
       FROM contact_fact
      CROSS JOIN LATERAL (VALUES ('entity', coalesce(entity_key, '${NO_SERVICE}')), ('service', coalesce(service_code, '${NO_SERVICE}')),
                                 ('agent', agent_id::text)) AS d (dimension, value)
      WHERE belongs_at >= $1 AND belongs_at < $2 AND d.value IS NOT NULL GROUP BY 1, 2, 3, 4`,
    range,
  );
}

const msOf = (states: string) => `coalesce(sum(ms) FILTER (WHERE state IN (${states})), 0)`;
const PRESENCE_SUMS = `${msOf(`'available'`)}, ${msOf(`'busy', 'wrap_up', 'working'`)}, ${msOf(`'not_ready'`)}`;
/** Facts split at quarter hours. */
const PIECES = `
      CROSS JOIN LATERAL generate_series(date_bin('15 minutes', f.from_at, '2000-01-01Z'),
                                         f.to_at - interval '1 microsecond', interval '15 minutes') AS start
      CROSS JOIN LATERAL (SELECT round(extract(epoch FROM least(f.to_at, start + interval '15 minutes')
                                                        - greatest(f.from_at, start)) * 1000) AS ms) piece
      WHERE f.to_at > $1 AND f.from_at < $2 AND start >= $1 AND start < $2 AND f.state <> 'offline'
        AND cardinality(f.queues) > 0`;

async function rebuildAgents(tx: Tx, range: Date[]): Promise<void> {
  await tx.query('DELETE FROM agent_quarter WHERE starts_at >= $1 AND starts_at < $2', range);
  await tx.query(
    `INSERT INTO agent_quarter (starts_at, agent_id, available_ms, handling_ms, not_ready_ms)
     SELECT start, agent_id, ${PRESENCE_SUMS} FROM presence_fact f ${PIECES} GROUP BY start, agent_id`,
    range,
  );
}

async function rebuildPresence(tx: Tx, range: Date[]): Promise<void> {
  await tx.query('DELETE FROM presence_quarter WHERE starts_at >= $1 AND starts_at < $2', range);
  await tx.query(
    `INSERT INTO presence_quarter (starts_at, queue_key, available_ms, handling_ms, not_ready_ms)
     SELECT start, queue, ${PRESENCE_SUMS}
       FROM presence_fact f CROSS JOIN LATERAL unnest(f.queues || '{${ALL_QUEUES}}'::text[]) AS queue ${PIECES}
      GROUP BY start, queue`,
    range,
  );
}
