import { Inject, Injectable } from '@nestjs/common';
import type { CallEndCause, RecordingState } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile, readCallerNumber } from '#wasl/country';
import { Catalogue } from '#wasl/directory';
import { type ConversationTimes, type HandleTime, handleTime } from '#wasl/interactions';
import { CLOCK, type Clock, decodeCursor, isUuid, type Page, type PageRequest, pageOf } from '#wasl/kernel';
import { Database, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import {
  type Caller,
  formatTicketNumber,
  readCondition,
  TicketAccess,
  withMergedTicketIds,
} from '#wasl/tickets';
import type { CallDirection } from './domain/call-event.js';
import { recordingsInUtc, recordingsJson, type RecordingView } from './recordings/call-recordings.service.js';

export interface LoggedCall {
  id: string;
  callId: string;
  direction: CallDirection;
  state: 'ringing' | 'active' | 'ended';
  /** ended without an answer, and not taken elsewhere */
  missed: boolean;
  from: string | null;
  /** the digits as the PBX sent them */
  fromRaw: string | null;
  to: string | null;
  queue: string | null;
  /** the queue as the PBX named it, which may be none of ours */
  queueNamed: string | null;
  agent: { id: string; name: string } | null;
  requester: { id: string; name: string | null } | null;
  /** number of the ticket it belongs to */
  ticket: string | null;
  cause: CallEndCause | null;
  wrapUpCode: string | null;
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  /** when somebody marked it handled */
  doneAt: string | null;
  /** how long each part of it took so far */
  times: HandleTime;
  recording: {
    state: RecordingState;
    reference: string | null;
    consentAt: string | null;
    files: RecordingView[];
  };
  /** the transfers, in order: from whom and to whom */
  transfers: { at: string; from: string | null; to: string }[];
}

export interface CallFilter {
  /** only this agent's calls */
  agentId?: string;
  missed?: boolean;
  done?: boolean;
  direction?: CallDirection;
  state?: (typeof CALL_STATES)[number];
  /** key of the queue */
  queue?: string;
  /** of the caller, or of who was called, as somebody typed it */
  number?: string;
  from?: Date;
  /** up to, and without */
  to?: Date;
}

type Row = Omit<
  LoggedCall,
  'state' | 'startedAt' | 'answeredAt' | 'endedAt' | 'doneAt' | 'times' | 'transfers'
> &
  ConversationTimes & { doneAt: Date | null; transfers: LoggedCall['transfers'] | null };

const MISSED = `i.direction = 'in' AND i.ended_at IS NOT NULL AND i.answered_at IS NULL AND i.cause NOT IN ('forwarded', 'rejected')`;

const MOST_OF_TICKET = 50;

/** `rejected`: the caller is blocked. */
export const CALL_STATES = ['ringing', 'active', 'ended', 'missed', 'rejected'] as const;
const STATES: Record<(typeof CALL_STATES)[number], string> = {
  ringing: 'i.ended_at IS NULL AND i.answered_at IS NULL',
  active: 'i.ended_at IS NULL AND i.answered_at IS NOT NULL',
  ended: 'i.ended_at IS NOT NULL',
  missed: MISSED,
  rejected: `i.cause = 'rejected'`,
};

/**
 * The log of all calls, newest first, including those without a ticket: of callers who withheld their number, and
 * calls only partly reported.
 */
@Injectable()
export class CallLog {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TicketAccess) private readonly access: TicketAccess,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** The number of a ticket, and its recordings, only where the caller may read it. */
  async list(filter: CallFilter, page: PageRequest, caller: Caller): Promise<Page<LoggedCall>> {
    const conditions = [`i.channel = 'phone'`, 'i.call_id IS NOT NULL'];
    const values: unknown[] = [this.settings.RECORDING_DAYS];
    if (filter.agentId) conditions.push(`i.agent_id = $${values.push(filter.agentId)}`);
    if (filter.missed !== undefined) conditions.push(filter.missed ? MISSED : `NOT (${MISSED})`);
    if (filter.done !== undefined) conditions.push(`i.done_at IS ${filter.done ? 'NOT NULL' : 'NULL'}`);
    await this.narrow(filter, conditions, values);
    if (page.after) {
      const [at, id] = afterOf(page.after);
      conditions.push(`(i.started_at, i.id) < ($${values.push(at)}, $${values.push(id)})`);
    }
    const scope = await this.access.scopeOf(caller);
    const rows = await this.database.query<Row>(
      `${select(readCondition(scope, values))} WHERE ${conditions.join(' AND ')}
        ORDER BY i.started_at DESC, i.id DESC LIMIT $${values.push(page.size + 1)}`,
      values,
    );
    const { data, meta } = pageOf(rows, page.size, (row) => [row.startedAt.toISOString(), row.id]);
    const now = this.clock.now();
    return { data: data.map((row) => toLogged(row, now)), meta };
  }

  /** The calls of a ticket and of those merged into it, the latest of them, oldest first. */
  async ofTicket(ticketId: string): Promise<LoggedCall[]> {
    const rows = await this.database.query<Row>(
      `${select('true')} WHERE i.channel = 'phone' AND i.call_id IS NOT NULL
          AND i.ticket_id IN (${withMergedTicketIds('$2')})
        ORDER BY i.started_at DESC, i.id DESC LIMIT ${MOST_OF_TICKET}`,
      [this.settings.RECORDING_DAYS, ticketId],
    );
    const now = this.clock.now();
    return rows.map((row) => toLogged(row, now)).reverse();
  }

  /** @throws not_found when there is no such queue */
  private async narrow(filter: CallFilter, conditions: string[], values: unknown[]): Promise<void> {
    if (filter.direction) conditions.push(`i.direction = $${values.push(filter.direction)}`);
    if (filter.state) conditions.push(STATES[filter.state]);
    if (filter.queue)
      conditions.push(`i.queue_id = $${values.push((await this.catalogue.queueByKey(filter.queue)).id)}`);
    if (filter.from) conditions.push(`i.started_at >= $${values.push(filter.from)}`);
    if (filter.to) conditions.push(`i.started_at < $${values.push(filter.to)}`);
    if (filter.number === undefined) return;
    const { number, raw } = readCallerNumber(filter.number, this.country);
    const known = values.push(number ?? raw);
    conditions.push(
      `(i.from_number = $${known} OR i.from_number IS NULL AND i.from_raw = $${values.push(raw)}
        OR i.direction = 'out' AND i.to_number = $${known})`,
    );
  }

  /**
   * Marks calls as handled; the first mark is kept.
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

/** `$1` is for how many days recordings are kept. */
const select = (readable: string) => `
SELECT i.id, i.call_id AS "callId", i.direction, coalesce(${MISSED}, false) AS missed, i.from_number AS "from",
       i.from_raw AS "fromRaw", i.to_number AS "to", q.key AS queue, i.queue_named AS "queueNamed", i.cause, i.wrap_up_code AS "wrapUpCode", CASE WHEN ${readable} THEN t.number END AS ticket,
       CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END AS agent,
       CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'name', r.name) END AS requester,
       i.started_at AS "startedAt", i.answered_at AS "answeredAt", i.ended_at AS "endedAt", i.done_at AS "doneAt",
       i.ringing_since AS "ringingSince", i.held_since AS "heldSince", i.hold_seconds AS "holdSeconds",
       i.acw_since AS "acwSince", i.acw_seconds AS "acwSeconds",
       json_build_object('state', i.recording_state, 'reference', i.recording_ref,
                         'consentAt', i.recording_consent_at, 'files', CASE WHEN t.id IS NULL OR ${readable} THEN ${recordingsJson('$1::integer')} ELSE '[]' END) AS recording,
       (SELECT json_agg(json_build_object('at', x.at, 'from', f.name, 'to', coalesce(g.name, x.to_number)) ORDER BY x.at)
          FROM call_transfer x LEFT JOIN staff f ON f.id = x.from_agent_id LEFT JOIN staff g ON g.id = x.to_agent_id
         WHERE x.interaction_id = i.id) AS transfers
  FROM interaction i
  LEFT JOIN queue q ON q.id = i.queue_id
  LEFT JOIN staff s ON s.id = i.agent_id
  LEFT JOIN requester r ON r.id = i.requester_id
  LEFT JOIN ticket t ON t.id = i.ticket_id`;

function toLogged(row: Row, now: Date): LoggedCall {
  const { ringingSince, heldSince, holdSeconds, acwSince, acwSeconds, transfers, recording, ...call } = row;
  return {
    ...call,
    state: row.endedAt ? 'ended' : row.answeredAt ? 'active' : 'ringing',
    ticket: row.ticket && formatTicketNumber(row.ticket),
    startedAt: row.startedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
    times: handleTime(row, now),
    recording: {
      ...recording,
      consentAt: recording.consentAt && inUtc(recording.consentAt),
      files: recordingsInUtc(recording.files),
    },
    transfers: (transfers ?? []).map((transfer) => ({ ...transfer, at: inUtc(transfer.at) })),
  };
}

/** PostgreSQL writes times inside JSON in the session's zone. */
const inUtc = (at: string) => new Date(at).toISOString();

function afterOf(cursor: string): [Date, string] {
  const [at, id] = decodeCursor(cursor, 'time', 'uuid');
  return [new Date(at), id];
}
