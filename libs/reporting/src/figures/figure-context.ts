import type { Channel, DomainEvent, PresenceState } from '#wasl/contracts';
import { seconds } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import type {
  AgentContext,
  FigureContext,
  ServiceAttribution,
  Settlement,
  WorkContext,
} from '../domain/figures/facts-of-events.js';

type Query = Pick<Tx, 'query'>;
type BatchContext = Pick<FigureContext, 'works' | 'tickets' | 'settlements' | 'agents'>;

const settles = (event: DomainEvent) =>
  (event.type === 'ticket.changed' && event.data.outcome !== undefined) || event.type === 'ticket.rated';
const ticketsOf = (events: DomainEvent[]) =>
  unique(events.filter(settles).map((event) => (event.data as { ticketId: string }).ticketId));
const worksOf = (events: DomainEvent[]) =>
  unique(events.flatMap((event) => (event.type === 'work.changed' ? [event.data.workId] : [])));
/** Agents whose state, work or last conversation the events may change. */
const agentsOf = (events: DomainEvent[]) =>
  unique(events.flatMap(agentsOfEvent).filter((id): id is string => Boolean(id)));
function agentsOfEvent({ type, data }: DomainEvent): (string | null | undefined)[] {
  if (type === 'presence.changed') return [data.agentId];
  if (type === 'staff.changed') return [data.staffId];
  if (type === 'ticket.changed') return data.changed.includes('status') ? [data.assigneeId] : [];
  if (type !== 'work.changed' || ![data.from, data.to].includes('assigned')) return [];
  return [data.agentId, data.fromAgentId];
}
const unique = (ids: string[]) => [...new Set(ids)];

/** Reads what is needed besides the events to derive facts. @returns null when no event is relevant */
export async function lockContext(tx: Query, events: DomainEvent[]): Promise<BatchContext | null> {
  const [works, tickets, agents] = [worksOf(events), ticketsOf(events), agentsOf(events)];
  if (works.length + tickets.length + agents.length === 0) return null;
  return {
    works: works.length === 0 ? new Map() : await readWorks(tx, works),
    ...(tickets.length === 0
      ? { tickets: new Map(), settlements: new Map() }
      : await readTickets(tx, tickets)),
    agents: agents.length === 0 ? new Map() : await readAgents(tx, agents),
  };
}

/** A ticket's service and its entity; for a call, those of the ticket that it led to. */
const OF_SERVICE = `v.code AS service, e.key AS entity`;
const ITS_SERVICE = `LEFT JOIN service v ON v.id = t.service_id LEFT JOIN entity e ON e.id = v.entity_id`;

async function readWorks(tx: Query, ids: string[]): Promise<Map<string, WorkContext>> {
  const rows = await tx.query<
    ServiceAttribution & {
      id: string;
      arrivedAt: Date;
      channel: Channel;
      live: boolean;
      answeredAt: Date | null;
      endedAt: Date | null;
      holdSeconds: number | null;
      ticketId: string | null;
      isPending: boolean | null;
    }
  >(
    `SELECT w.id, w.arrived_at AS "arrivedAt", w.channel, w.interaction_id IS NOT NULL AS live,
            CASE WHEN w.interaction_id IS NULL THEN w.ticket_id END AS "ticketId", t.status = 'pending' AS "isPending",
            i.answered_at AS "answeredAt", i.ended_at AS "endedAt", i.hold_seconds AS "holdSeconds", ${OF_SERVICE}
       FROM work w LEFT JOIN interaction i ON i.id = w.interaction_id
       LEFT JOIN ticket t ON t.id = coalesce(w.ticket_id, i.ticket_id) ${ITS_SERVICE}
      WHERE w.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map(
      ({ id, arrivedAt, channel, live, answeredAt, endedAt, holdSeconds, service, entity, ...row }) => [
        id,
        {
          arrivedAt: arrivedAt.getTime(),
          channel,
          live,
          talkedFrom: answeredAt?.getTime() ?? null,
          talkedTo: endedAt?.getTime() ?? null,
          heldMs: seconds(holdSeconds ?? 0),
          written:
            row.ticketId === null ? null : { ticketId: row.ticketId, isPaused: row.isPending === true },
          service,
          entity,
        },
      ],
    ),
  );
}

async function readTickets(tx: Query, ids: string[]) {
  const rows = await tx.query<
    ServiceAttribution & {
      id: string;
      channel: Channel;
      settled: (Omit<Settlement, 'settledAt'> & { ms: number }) | null;
    }
  >(
    `SELECT t.id, t.channel, ${OF_SERVICE},
            CASE WHEN s.ticket_id IS NOT NULL THEN
              json_build_object('ms', (extract(epoch FROM s.settled_at) * 1000)::float8, 'queue', s.queue_key,
                                'channel', s.channel, 'reopened', s.reopened, 'service', s.service_code,
                                'entity', s.entity_key, 'agentId', s.agent_id) END AS settled
       FROM ticket t ${ITS_SERVICE} LEFT JOIN settlement s ON s.ticket_id = t.id WHERE t.id = ANY($1::bigint[])`,
    [ids],
  );
  const settlements = new Map<string, Settlement>();
  for (const { id, settled } of rows) {
    if (!settled) continue;
    const { ms: settledAt, ...settlement } = settled;
    settlements.set(id, { ...settlement, settledAt });
  }
  const tickets = rows.map(({ id, channel, service, entity }) => [id, { channel, service, entity }] as const);
  return { tickets: new Map(tickets), settlements };
}

async function readAgents(tx: Query, ids: string[]): Promise<Map<string, AgentContext>> {
  const rows = await tx.query<{
    id: string;
    state: PresenceState;
    since: Date;
    queues: string[];
    countedTo: Date;
    sharedTo: Date;
    held: AgentContext['held'];
    last: AgentContext['last'];
  }>(
    `SELECT agent_id AS id, state, since, queues, counted_to AS "countedTo", shared_to AS "sharedTo", held, last
       FROM agent_now WHERE agent_id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map(({ id, since, countedTo, sharedTo, last, ...row }) => {
      // Rows written by an older version do not have the service of a conversation.
      const whose = { service: last?.service ?? null, entity: last?.entity ?? null };
      const times = {
        since: since.getTime(),
        countedTo: countedTo.getTime(),
        sharedTo: sharedTo.getTime(),
      };
      return [id, { ...row, ...times, last: last && { ...last, ...whose } }];
    }),
  );
}

/** Stores the settlements that the events changed. */
export function saveSettlements(
  tx: Pick<Tx, 'send'>,
  events: DomainEvent[],
  settlements: ReadonlyMap<string, Settlement>,
): void {
  const kept = ticketsOf(events).filter((id) => settlements.has(id));
  if (kept.length === 0) return;
  const column = <T>(of: (settlement: Settlement) => T) => kept.map((id) => of(settlements.get(id)!));
  tx.send(
    `INSERT INTO settlement (ticket_id, settled_at, queue_key, channel, reopened, service_code, entity_key, agent_id)
     SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::boolean[], $6::text[],
       $7::text[], $8::uuid[])
     ON CONFLICT (ticket_id) DO UPDATE SET settled_at = excluded.settled_at, queue_key = excluded.queue_key,
       channel = excluded.channel, reopened = excluded.reopened, service_code = excluded.service_code,
       entity_key = excluded.entity_key, agent_id = excluded.agent_id`,
    [
      kept,
      column(({ settledAt }) => new Date(settledAt)),
      column(({ queue }) => queue),
      column(({ channel }) => channel),
      column(({ reopened }) => reopened),
      column(({ service }) => service),
      column(({ entity }) => entity),
      column(({ agentId }) => agentId),
    ],
  );
}

export function saveAgents(
  tx: Pick<Tx, 'send'>,
  events: DomainEvent[],
  agents: ReadonlyMap<string, AgentContext>,
): void {
  const kept = agentsOf(events).filter((id) => agents.has(id));
  if (kept.length === 0) return;
  const column = <T>(of: (agent: AgentContext) => T) => kept.map((id) => of(agents.get(id)!));
  tx.send(
    `INSERT INTO agent_now (agent_id, state, since, queues, last, counted_to, shared_to, held)
     SELECT id, state, since, ARRAY(SELECT jsonb_array_elements_text(queues)), last, counted_to, shared_to, held
       FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::jsonb[], $5::jsonb[], $6::timestamptz[],
         $7::timestamptz[], $8::jsonb[]) AS t (id, state, since, queues, last, counted_to, shared_to, held)
     ON CONFLICT (agent_id) DO UPDATE SET state = excluded.state, since = excluded.since,
       queues = excluded.queues, last = excluded.last, counted_to = excluded.counted_to,
       shared_to = excluded.shared_to, held = excluded.held`,
    [
      kept,
      column(({ state }) => state),
      column(({ since }) => new Date(since)),
      column(({ queues }) => JSON.stringify(queues)),
      column(({ last }) => (last === null ? null : JSON.stringify(last))),
      column(({ countedTo }) => new Date(countedTo)),
      column(({ sharedTo }) => new Date(sharedTo)),
      column(({ held }) => JSON.stringify(held)),
    ],
  );
}
