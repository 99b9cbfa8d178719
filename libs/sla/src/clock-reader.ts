import { Inject, Injectable } from '@nestjs/common';
import type { ClockKind } from '#wasl/contracts';
import { Database } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';
import type { ClockOutcome, PauseReason } from './domain/clock.js';

/** One SLA target of a ticket as staff see it. Times are ISO 8601. */
export interface SlaTargetView {
  clock: ClockKind;
  /** on track, at risk or breached; met when it ended in time */
  state: 'running' | 'at_risk' | 'broken' | 'paused' | 'met';
  pausedFor: PauseReason | null;
  startedAt: string;
  atRiskAt: string;
  dueAt: string;
  endedAt: string | null;
}

export interface TicketSlaView {
  number: string;
  promises: SlaTargetView[];
}

interface Row {
  number: string;
  kind: ClockKind;
  pausedFor: PauseReason | null;
  startedAt: Date;
  atRiskAt: Date;
  dueAt: Date;
  endedAt: Date | null;
  outcome: ClockOutcome | null;
  passedPercent: number;
  now: Date;
}

/** Reads the SLA targets of many tickets at once: a list view asks for all its rows together. */
@Injectable()
export class ClockReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * The latest clock of each kind.
   * @param numbers twelve digits each
   * @param readable those of them that are shown; the others look like unknown ones
   */
  async ofTickets(numbers: string[], readable: string[] = numbers): Promise<TicketSlaView[]> {
    const rows = await this.database.query<Row>(
      `SELECT t.number, c.kind, c.paused_for AS "pausedFor", c.started_at AS "startedAt", c.at_risk_at AS "atRiskAt",
              c.due_at AS "dueAt", c.ended_at AS "endedAt", c.outcome,
              c.passed_percent AS "passedPercent", now() AS now
         FROM ticket t
         CROSS JOIN LATERAL (SELECT DISTINCT ON (kind) * FROM clock WHERE ticket_id = t.id ORDER BY kind, round DESC) c
        WHERE t.number = ANY($1) AND c.outcome IS DISTINCT FROM 'cancelled' ORDER BY t.id, c.due_at`,
      [readable],
    );
    return numbers.map((number) => ({
      number: formatTicketNumber(number),
      promises: rows.filter((row) => row.number === number).map(viewOf),
    }));
  }
}

const viewOf = (row: Row): SlaTargetView => ({
  clock: row.kind,
  state: stateOf(row),
  pausedFor: row.pausedFor,
  startedAt: row.startedAt.toISOString(),
  atRiskAt: row.atRiskAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
});

function stateOf(row: Row): SlaTargetView['state'] {
  if (row.outcome) return row.outcome === 'met' ? 'met' : 'broken';
  // While a clock is paused its due time is too, and may be in the past without being missed.
  if (row.passedPercent >= 100) return 'broken';
  if (row.pausedFor !== null) return 'paused';
  if (row.dueAt <= row.now) return 'broken';
  return row.atRiskAt <= row.now ? 'at_risk' : 'running';
}
