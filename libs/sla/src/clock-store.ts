import type { Audience, ClockKind, PendingOn, Priority, TicketKind, TicketStatus } from '#wasl/contracts';
import { keysCondition, type Tx } from '#wasl/platform';
import { type Clock, type ClockOutcome, openPause, type PauseReason } from './domain/clock.js';
import type { TicketFacts } from './domain/plan-clocks.js';

/** A ticket with the latest clock of each kind. */
export interface TicketClocks extends TicketFacts {
  id: string;
  /** twelve digits */
  number: string;
  queueKey: string;
  assigneeId: string | null;
  version: number;
  firstResponseDueAt: Date | null;
  resolutionDueAt: Date | null;
  clocks: Clock[];
}

interface TicketRow {
  id: string;
  number: string;
  status: TicketStatus;
  pendingOn: PendingOn | null;
  priority: Priority;
  kind: TicketKind;
  serviceId: string | null;
  firstResponseMinutes: number | null;
  resolutionMinutes: number | null;
  audience: Audience;
  queueKey: string;
  assigneeId: string | null;
  version: number;
  createdAt: Date;
  firstRespondedAt: Date | null;
  firstResponseDueAt: Date | null;
  resolutionDueAt: Date | null;
  clocks: ClockRow[];
}

/** Times are in milliseconds since the epoch, because JSON has no dates. */
interface ClockRow {
  kind: ClockKind;
  round: number;
  policy: string;
  calendar: string;
  target: number;
  granted: number;
  risk: number;
  passed: number;
  started: number;
  due: number;
  riskAt: number;
  next: number | null;
  ended: number | null;
  outcome: ClockOutcome | null;
  consumed: number | null;
  pauses: [from: number, to: number | null, reason: PauseReason][] | null;
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const READ = `
SELECT t.id, t.number, t.status, t.pending_on AS "pendingOn", t.priority, t.kind, t.service_id AS "serviceId",
       v.first_response_minutes AS "firstResponseMinutes", v.resolution_minutes AS "resolutionMinutes", r.audience,
       q.key AS "queueKey", t.assignee_id AS "assigneeId", t.version, t.created_at AS "createdAt",
       t.first_responded_at AS "firstRespondedAt", t.first_response_due_at AS "firstResponseDueAt",
       t.resolution_due_at AS "resolutionDueAt",
       (SELECT coalesce(json_agg(json_build_object('kind', c.kind, 'round', c.round, 'policy', c.policy,
                 'calendar', c.calendar, 'target', c.target_seconds, 'granted', c.granted_seconds,
                 'risk', c.at_risk_percent, 'passed', c.passed_percent, 'started', ${ms('c.started_at')},
                 'due', ${ms('c.due_at')}, 'riskAt', ${ms('c.at_risk_at')}, 'next', ${ms('c.next_at')},
                 'ended', ${ms('c.ended_at')}, 'outcome', c.outcome, 'consumed', c.consumed_seconds,
                 'pauses', (SELECT json_agg(json_build_array(${ms('p.from_at')}, ${ms('p.to_at')}, p.reason)
                                            ORDER BY p.from_at, p.to_at)
                              FROM clock_pause p
                             WHERE p.ticket_id = c.ticket_id AND p.kind = c.kind AND p.round = c.round))), '[]')
          FROM (SELECT DISTINCT ON (kind) * FROM clock WHERE ticket_id = t.id ORDER BY kind, round DESC) c) AS clocks
  FROM ticket t
  JOIN queue q ON q.id = t.queue_id
  JOIN requester r ON r.id = t.requester_id
  LEFT JOIN service v ON v.id = t.service_id`;

/** Reads tickets, which the caller has locked, with their clocks. */
export async function readTicketClocks(tx: Pick<Tx, 'query'>, ids: string[]): Promise<TicketClocks[]> {
  const [those, value] = keysCondition('t.id', 'bigint', ids);
  const rows = await tx.query<TicketRow>(`${READ} WHERE ${those} ORDER BY t.id`, [value]);
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.getTime(),
    firstRespondedAt: row.firstRespondedAt?.getTime() ?? null,
    clocks: row.clocks.map(toClock),
  }));
}

function toClock(row: ClockRow): Clock {
  return {
    kind: row.kind,
    round: row.round,
    policy: row.policy,
    calendar: row.calendar,
    targetMs: row.target * 1_000,
    grantedMs: row.granted * 1_000,
    atRiskPercent: row.risk,
    passedPercent: row.passed,
    startedAt: row.started,
    dueAt: row.due,
    atRiskAt: row.riskAt,
    nextEventAt: row.next,
    endedAt: row.ended,
    outcome: row.outcome,
    consumedMs: row.consumed === null ? null : row.consumed * 1_000,
    pauses: (row.pauses ?? []).map(([from, to, reason]) => ({ from, to, reason })),
  };
}

/** A clock to be written, with its ticket. */
export interface ClockWrite {
  ticketId: string;
  before: Clock | undefined;
  after: Clock;
}

/** Queues the first clocks of a ticket to be inserted with its other rows. */
export function insertFirstClocks(tx: Tx, ticketId: string, clocks: readonly Clock[]): void {
  if (clocks.length === 0) return;
  const [{ policy, calendar, startedAt, atRiskPercent }] = clocks as [Clock];
  tx.insert(
    `INSERT INTO clock (ticket_id, kind, round, policy, calendar, at_risk_percent, started_at, target_seconds, due_at,
       at_risk_at, next_at)
     SELECT $1, kind, 1, $2, $3, $4, $5, target, due, risk, next
       FROM unnest($6::text[], $7::integer[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[])
         AS c (kind, target, due, risk, next)`,
    [
      ticketId,
      policy,
      calendar,
      atRiskPercent,
      new Date(startedAt),
      clocks.map((clock) => clock.kind),
      clocks.map((clock) => seconds(clock.targetMs)),
      clocks.map((clock) => new Date(clock.dueAt)),
      clocks.map((clock) => new Date(clock.atRiskAt)),
      clocks.map((clock) => moment(clock.nextEventAt)),
    ],
  );
}

/** Writes the clocks that have changed, in at most two statements. */
export function writeClocks(tx: Tx, written: readonly ClockWrite[]): void {
  const changed = written.filter(({ before, after }) => !before || !isSame(before, after));
  if (changed.length === 0) return;
  tx.send(
    `INSERT INTO clock (ticket_id, kind, round, policy, calendar, target_seconds, granted_seconds, at_risk_percent,
       passed_percent, started_at, due_at, at_risk_at, next_at, paused_for, ended_at, outcome, consumed_seconds)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::smallint[], $4::text[], $5::text[], $6::integer[],
       $7::integer[], $8::smallint[], $9::smallint[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[],
       $13::timestamptz[], $14::text[], $15::timestamptz[], $16::text[], $17::integer[])
     ON CONFLICT (ticket_id, kind, round) DO UPDATE SET
       policy = excluded.policy, calendar = excluded.calendar, target_seconds = excluded.target_seconds,
       granted_seconds = excluded.granted_seconds, at_risk_percent = excluded.at_risk_percent,
       passed_percent = excluded.passed_percent, due_at = excluded.due_at, at_risk_at = excluded.at_risk_at,
       next_at = excluded.next_at, paused_for = excluded.paused_for, ended_at = excluded.ended_at,
       outcome = excluded.outcome, consumed_seconds = excluded.consumed_seconds`,
    columnsOf(changed),
  );
  writePauses(tx, changed);
}

function columnsOf(changed: readonly ClockWrite[]): unknown[][] {
  const all = changed.map(({ after }) => after);
  return [
    changed.map(({ ticketId }) => ticketId),
    all.map((clock) => clock.kind),
    all.map((clock) => clock.round),
    all.map((clock) => clock.policy),
    all.map((clock) => clock.calendar),
    all.map((clock) => seconds(clock.targetMs)),
    all.map((clock) => seconds(clock.grantedMs)),
    all.map((clock) => clock.atRiskPercent),
    all.map((clock) => clock.passedPercent),
    all.map((clock) => new Date(clock.startedAt)),
    all.map((clock) => new Date(clock.dueAt)),
    all.map((clock) => new Date(clock.atRiskAt)),
    all.map((clock) => moment(clock.nextEventAt)),
    all.map((clock) => openPause(clock)?.reason ?? null),
    all.map((clock) => moment(clock.endedAt)),
    all.map((clock) => clock.outcome),
    all.map((clock) => (clock.consumedMs === null ? null : seconds(clock.consumedMs))),
  ];
}

function writePauses(tx: Tx, changed: readonly ClockWrite[]): void {
  const rows = changed.flatMap(({ ticketId, before, after }) =>
    after.pauses
      .filter((pause) => !before?.pauses.some((old) => old.from === pause.from && old.to === pause.to))
      .map((pause) => ({ ticketId, kind: after.kind, round: after.round, ...pause })),
  );
  if (rows.length === 0) return;
  tx.send(
    `INSERT INTO clock_pause (ticket_id, kind, round, from_at, to_at, reason)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::smallint[], $4::timestamptz[], $5::timestamptz[], $6::text[])
     ON CONFLICT (ticket_id, kind, round, from_at, reason) DO UPDATE SET to_at = excluded.to_at`,
    [
      rows.map((row) => row.ticketId),
      rows.map((row) => row.kind),
      rows.map((row) => row.round),
      rows.map((row) => new Date(row.from)),
      rows.map((row) => moment(row.to)),
      rows.map((row) => row.reason),
    ],
  );
}

const seconds = (duration: number) => Math.round(duration / 1_000);
const moment = (at: number | null) => (at === null ? null : new Date(at));

/** Stored values have whole seconds or milliseconds, so comparing for equality is exact. */
function isSame(a: Clock, b: Clock): boolean {
  const { pauses: before, ...first } = a;
  const { pauses: after, ...second } = b;
  const same = (Object.keys(first) as (keyof typeof first)[]).every((key) => first[key] === second[key]);
  return (
    same &&
    before.length === after.length &&
    before.every((pause, n) => pause.from === after[n]!.from && pause.to === after[n]!.to)
  );
}
