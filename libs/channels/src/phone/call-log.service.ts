import { Inject, Injectable } from '@nestjs/common';
import type { CallCause } from '#wasl/contracts';
import { decodeCursor, invalidField, isUuid, type Page, type PageRequest, pageOf } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';
import type { CallDirection } from './domain/call-event.js';

export interface LoggedCall {
  id: string;
  callId: string;
  direction: CallDirection;
  state: 'ringing' | 'active' | 'ended';
  /** ended without an answer, and not taken elsewhere */
  missed: boolean;
  from: string | null;
  to: string | null;
  queue: string | null;
  agent: { id: string; name: string } | null;
  requester: { id: string; name: string | null } | null;
  /** number of the ticket it belongs to */
  ticket: string | null;
  cause: CallCause | null;
  wrapUpCode: string | null;
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  /** when somebody marked it handled */
  doneAt: string | null;
}

export interface CallFilter {
  /** only this agent's calls */
  agentId?: string;
  missed?: boolean;
  done?: boolean;
}

type Row = Omit<LoggedCall, 'state' | 'startedAt' | 'answeredAt' | 'endedAt' | 'doneAt'> & {
  startedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  doneAt: Date | null;
};

const MISSED = `i.direction = 'in' AND i.ended_at IS NOT NULL AND i.answered_at IS NULL AND i.cause <> 'forwarded'`;

/**
 * Every call, newest first. Here stand also those that became no ticket: of callers who withheld their number, and of
 * which we heard only in part.
 */
@Injectable()
export class CallLog {
  constructor(@Inject(Database) private readonly database: Database) {}

  async list(filter: CallFilter, page: PageRequest): Promise<Page<LoggedCall>> {
    const conditions = [`i.channel = 'phone'`, 'i.call_id IS NOT NULL'];
    const values: unknown[] = [];
    // An agent's own calls have no index of their own: the walk along the log ends at a month.
    if (filter.agentId)
      conditions.push(
        `i.agent_id = $${values.push(filter.agentId)}`,
        `i.started_at > now() - interval '31 days'`,
      );
    if (filter.missed !== undefined) conditions.push(filter.missed ? MISSED : `NOT (${MISSED})`);
    if (filter.done !== undefined) conditions.push(`i.done_at IS ${filter.done ? 'NOT NULL' : 'NULL'}`);
    if (page.after) {
      const [at, id] = afterOf(page.after);
      conditions.push(`(i.started_at, i.id) < ($${values.push(at)}, $${values.push(id)})`);
    }
    const rows = await this.database.query<Row>(
      `${SELECT} WHERE ${conditions.join(' AND ')}
        ORDER BY i.started_at DESC, i.id DESC LIMIT $${values.push(page.size + 1)}`,
      values,
    );
    const { data, meta } = pageOf(rows, page.size, (row) => [row.startedAt.toISOString(), row.id]);
    return { data: data.map(toLogged), meta };
  }

  /**
   * Marks calls handled; who marked one first stays on record.
   * @param agentId whose calls they must be; null for all
   * @returns the ids of those calls that exist, marked before or now
   */
  async markDone(ids: string[], agentId: string | null): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `UPDATE interaction SET done_at = coalesce(done_at, now()), updated_at = now()
        WHERE id = ANY($1::uuid[]) AND channel = 'phone' AND ($2::uuid IS NULL OR agent_id = $2) RETURNING id`,
      [ids.filter(isUuid), agentId],
    );
    return rows.map((row) => row.id);
  }
}

const SELECT = `
SELECT i.id, i.call_id AS "callId", i.direction, coalesce(${MISSED}, false) AS missed, i.from_number AS "from",
       i.to_number AS "to", q.key AS queue, i.cause, i.wrap_up_code AS "wrapUpCode", t.number AS ticket,
       CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END AS agent,
       CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'name', r.name) END AS requester,
       i.started_at AS "startedAt", i.answered_at AS "answeredAt", i.ended_at AS "endedAt", i.done_at AS "doneAt"
  FROM interaction i
  LEFT JOIN queue q ON q.id = i.queue_id
  LEFT JOIN staff s ON s.id = i.agent_id
  LEFT JOIN requester r ON r.id = i.requester_id
  LEFT JOIN ticket t ON t.id = i.ticket_id`;

function toLogged(row: Row): LoggedCall {
  return {
    ...row,
    state: row.endedAt ? 'ended' : row.answeredAt ? 'active' : 'ringing',
    ticket: row.ticket && formatTicketNumber(row.ticket),
    startedAt: row.startedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
  };
}

function afterOf(cursor: string): [Date, string] {
  const [at, id] = decodeCursor(cursor, 2);
  const date = new Date(String(at));
  if (Number.isNaN(date.getTime()) || !isUuid(id)) throw invalidField('page[after]', 'cursor');
  return [date, id];
}
