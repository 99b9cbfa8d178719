import type { Tx } from '#wasl/platform';
import type { PresenceFact } from '../domain/figures/agent-time.js';
import { breakdownByQuarter, type BreakdownSums, presenceByAgent } from '../domain/figures/breakdown.js';
import { type ContactFact, type QuarterSums, sumsByQuarter } from '../domain/figures/facts.js';
import { presenceByQuarter } from '../domain/figures/presence-quarters.js';
import { CONTACT_SUMS, type ContactSums } from '../domain/figures/sums.js';

type Send = Pick<Tx, 'send'>;

/** answeredInThreshold → answered_in_threshold */
export const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const COLUMNS = CONTACT_SUMS.map(columnOf);

export function insertContactFacts(tx: Send, facts: ContactFact[]): void {
  if (facts.length === 0) return;
  const column = <T>(of: (fact: ContactFact) => T) => facts.map(of);
  tx.send(
    `INSERT INTO contact_fact (kind, belongs_at, at, queue_key, channel, live, ms, hold_ms, threshold_ms, short_ms, score,
       service_code, entity_key, agent_id)
     SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::text[], $6::boolean[],
       $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::smallint[], $12::text[], $13::text[], $14::uuid[])`,
    [
      column(({ kind }) => kind),
      column(({ belongsAt }) => new Date(belongsAt)),
      column(({ at }) => new Date(at)),
      column(({ queue }) => queue),
      column(({ channel }) => channel),
      column(({ live }) => live),
      column((fact) => ('ms' in fact ? fact.ms : null)),
      column((fact) => (fact.kind === 'handled' ? fact.holdMs : null)),
      column((fact) => ('thresholdMs' in fact ? fact.thresholdMs : null)),
      column((fact) => ('shortMs' in fact ? fact.shortMs : null)),
      column((fact) => (fact.kind === 'rated' ? fact.score : null)),
      column(({ service }) => service),
      column(({ entity }) => entity),
      column(({ agentId }) => agentId),
    ],
  );
}

export function insertPresenceFacts(tx: Send, facts: PresenceFact[]): void {
  if (facts.length === 0) return;
  tx.send(
    `INSERT INTO presence_fact (agent_id, state, from_at, to_at, queues)
     SELECT id, state, from_at, to_at, ARRAY(SELECT jsonb_array_elements_text(queues))
       FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::jsonb[])
         AS t (id, state, from_at, to_at, queues)`,
    [
      facts.map(({ agentId }) => agentId),
      facts.map(({ state }) => state),
      facts.map(({ from }) => new Date(from)),
      facts.map(({ to }) => new Date(to)),
      facts.map(({ queues }) => JSON.stringify(queues)),
    ],
  );
}

/** Adds facts to the sums of their quarter hours. */
export function addToQuarterSums(tx: Send, contacts: ContactFact[], presence: PresenceFact[]): void {
  if (contacts.length > 0) {
    addContacts(tx, sumsByQuarter(contacts));
    addBreakdown(tx, breakdownByQuarter(contacts));
  }
  addAgents(tx, presence);
  const quarters = presenceByQuarter(presence);
  if (quarters.length === 0) return;
  tx.send(
    `INSERT INTO presence_quarter AS q (starts_at, queue_key, available_ms, handling_ms, not_ready_ms)
     SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
     ON CONFLICT (starts_at, queue_key) DO UPDATE SET available_ms = q.available_ms + excluded.available_ms,
       handling_ms = q.handling_ms + excluded.handling_ms, not_ready_ms = q.not_ready_ms + excluded.not_ready_ms`,
    [
      quarters.map(({ start }) => new Date(start)),
      quarters.map(({ queue }) => queue),
      quarters.map(({ sums }) => sums.availableMs),
      quarters.map(({ sums }) => sums.handlingMs),
      quarters.map(({ sums }) => sums.notReadyMs),
    ],
  );
}

function addAgents(tx: Send, presence: PresenceFact[]): void {
  const quarters = presenceByAgent(presence);
  if (quarters.length === 0) return;
  tx.send(
    `INSERT INTO agent_quarter AS q (starts_at, agent_id, available_ms, handling_ms, not_ready_ms)
     SELECT * FROM unnest($1::timestamptz[], $2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[])
     ON CONFLICT (starts_at, agent_id) DO UPDATE SET available_ms = q.available_ms + excluded.available_ms,
       handling_ms = q.handling_ms + excluded.handling_ms, not_ready_ms = q.not_ready_ms + excluded.not_ready_ms`,
    [
      quarters.map(({ start }) => new Date(start)),
      quarters.map(({ agentId }) => agentId),
      quarters.map(({ sums }) => sums.availableMs),
      quarters.map(({ sums }) => sums.handlingMs),
      quarters.map(({ sums }) => sums.notReadyMs),
    ],
  );
}

const ADDED = COLUMNS.map((column) => `${column} = q.${column} + excluded.${column}`).join(', ');

const ADD_BREAKDOWN = `
INSERT INTO contact_breakdown AS q (dimension, starts_at, value, live, ${COLUMNS.join(', ')})
SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::text[], $4::boolean[],
  ${COLUMNS.map((_, n) => `$${n + 5}::bigint[]`).join(', ')})
ON CONFLICT (dimension, starts_at, value, live) DO UPDATE SET ${ADDED}`;

function addBreakdown(tx: Send, cells: BreakdownSums[]): void {
  tx.send(ADD_BREAKDOWN, [
    cells.map(({ dimension }) => dimension),
    cells.map(({ start }) => new Date(start)),
    cells.map(({ value }) => value),
    cells.map(({ live }) => live),
    ...CONTACT_SUMS.map((name) => cells.map(({ sums }) => sums[name])),
  ]);
}

const ADD_CONTACTS = `
INSERT INTO contact_quarter AS q (starts_at, queue_key, channel, live, ${COLUMNS.join(', ')})
SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::boolean[],
  ${COLUMNS.map((_, n) => `$${n + 5}::bigint[]`).join(', ')})
ON CONFLICT (starts_at, queue_key, channel, live) DO UPDATE SET ${ADDED}`;

function addContacts(tx: Send, quarters: QuarterSums[]): void {
  const column = (name: keyof ContactSums) => quarters.map(({ sums }) => sums[name]);
  tx.send(ADD_CONTACTS, [
    quarters.map(({ start }) => new Date(start)),
    quarters.map(({ queue }) => queue),
    quarters.map(({ channel }) => channel),
    quarters.map(({ live }) => live),
    ...CONTACT_SUMS.map(column),
  ]);
}
