import { Injectable } from '@nestjs/common';
import { type ClockKind, MOST_SLA_ALARMS, type SlaAlarm } from '#wasl/contracts';
import type { Database } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';

interface Row {
  ticketId: string;
  number: string;
  queue: string;
  clock: ClockKind;
  dueAt: Date;
  atRiskAt: Date;
  breached: boolean;
  running: boolean;
}

/** Reads the running SLA targets that are at risk or breached. */
@Injectable()
export class AlarmReader {
  /** The most urgent of all tickets. The index holds these clocks alone, so the number of tickets does not matter. */
  async mostUrgent(query: Database['query']): Promise<SlaAlarm[]> {
    const rows = await query<Row>(
      `SELECT c.ticket_id AS "ticketId", t.number, q.key AS queue, c.kind AS clock, c.due_at AS "dueAt",
              c.at_risk_at AS "atRiskAt", c.passed_percent >= 100 AS breached, true AS running
         FROM clock c JOIN ticket t ON t.id = c.ticket_id JOIN queue q ON q.id = t.queue_id
        WHERE c.ended_at IS NULL AND c.paused_for IS NULL AND c.passed_percent >= c.at_risk_percent
        ORDER BY c.due_at, c.ticket_id LIMIT $1`,
      [MOST_SLA_ALARMS],
    );
    return rows.map(alarmOf);
  }

  /**
   * By the id of the ticket. A ticket whose targets were at risk, and are not any more, has an empty list; one that was
   * never at risk is not contained.
   */
  async ofTickets(query: Database['query'], ids: string[]): Promise<Map<string, SlaAlarm[]>> {
    const rows = await query<Row>(
      `SELECT c.ticket_id AS "ticketId", t.number, q.key AS queue, c.kind AS clock, c.due_at AS "dueAt",
              c.at_risk_at AS "atRiskAt", c.passed_percent >= 100 AS breached,
              c.ended_at IS NULL AND c.paused_for IS NULL AS running
         FROM clock c JOIN ticket t ON t.id = c.ticket_id JOIN queue q ON q.id = t.queue_id
        WHERE c.ticket_id = ANY($1::bigint[]) AND c.passed_percent >= c.at_risk_percent
        ORDER BY c.due_at, c.kind`,
      [ids],
    );
    const found = new Map<string, SlaAlarm[]>();
    for (const row of rows) {
      const alarms = found.get(row.ticketId) ?? [];
      if (row.running) alarms.push(alarmOf(row));
      found.set(row.ticketId, alarms);
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
