import { Injectable } from '@nestjs/common';
import { type ClockKind, MOST_SLA_ALARMS, type SlaAlarm } from '#wasl/contracts';
import type { Database } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';

interface Row {
  number: string;
  queue: string;
  clock: ClockKind;
  dueAt: Date;
  atRiskAt: Date;
  breached: boolean;
}

interface TicketRow extends Omit<Row, 'clock'> {
  ticketId: string;
  clock: ClockKind | null;
  running: boolean;
  restricted: boolean;
}

export interface TicketAlarms {
  /** its service is closed to all but its groups, so that boards show nothing of it */
  isRestricted: boolean;
  /** whether a target was at risk, even if it has ended since */
  wasAtRisk: boolean;
  alarms: SlaAlarm[];
}

/** Reads the running SLA targets that are at risk or breached. */
@Injectable()
export class AlarmReader {
  /**
   * The most urgent of all tickets but those of restricted services. The index holds these clocks alone, so the number of
   * tickets does not matter.
   */
  async mostUrgent(query: Database['query']): Promise<SlaAlarm[]> {
    const rows = await query<Row>(
      `SELECT t.number, q.key AS queue, c.kind AS clock, c.due_at AS "dueAt", c.at_risk_at AS "atRiskAt",
              c.passed_percent >= 100 AS breached
         FROM clock c JOIN ticket t ON t.id = c.ticket_id JOIN queue q ON q.id = t.queue_id
         LEFT JOIN service v ON v.id = t.service_id
        WHERE c.ended_at IS NULL AND c.paused_for IS NULL AND c.passed_percent >= c.at_risk_percent
          AND v.restricted IS NOT TRUE
        ORDER BY c.due_at, c.ticket_id LIMIT $1`,
      [MOST_SLA_ALARMS],
    );
    return rows.map(alarmOf);
  }

  /** By the id of the ticket. */
  async ofTickets(query: Database['query'], ids: string[]): Promise<Map<string, TicketAlarms>> {
    const rows = await query<TicketRow>(
      `SELECT t.id AS "ticketId", t.number, q.key AS queue, c.kind AS clock, c.due_at AS "dueAt",
              c.at_risk_at AS "atRiskAt", c.passed_percent >= 100 AS breached,
              c.ended_at IS NULL AND c.paused_for IS NULL AS running, v.restricted IS TRUE AS restricted
         FROM ticket t JOIN queue q ON q.id = t.queue_id LEFT JOIN service v ON v.id = t.service_id
         LEFT JOIN clock c ON c.ticket_id = t.id AND c.passed_percent >= c.at_risk_percent
        WHERE t.id = ANY($1::bigint[]) ORDER BY c.due_at, c.kind`,
      [ids],
    );
    const found = new Map<string, TicketAlarms>();
    for (const { ticketId, clock, running, restricted, ...row } of rows) {
      const known = found.get(ticketId) ?? { isRestricted: restricted, wasAtRisk: false, alarms: [] };
      found.set(ticketId, known);
      if (clock === null) continue;
      known.wasAtRisk = true;
      if (running) known.alarms.push(alarmOf({ ...row, clock }));
    }
    return found;
  }
}

const alarmOf = (row: Row): SlaAlarm => ({
  number: formatTicketNumber(row.number),
  queue: row.queue,
  clock: row.clock,
  state: row.breached ? 'breached' : 'at_risk',
  since: (row.breached ? row.dueAt : row.atRiskAt).toISOString(),
  dueAt: row.dueAt.toISOString(),
});
