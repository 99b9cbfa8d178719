import { Inject, Injectable } from '@nestjs/common';
import { PRIORITIES, type Priority } from '#wasl/contracts';
import { conflict } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { ChangeTicket, SERVICE_IS_CLOSED, SYSTEM } from '#wasl/tickets';
import type { TicketClocks } from './clock-store.js';
import type { EscalationStep } from './domain/policy.js';

/** Carries out one escalation step through the ticket's use cases, in the transaction in which the clock fired. */
@Injectable()
export class Escalate {
  constructor(@Inject(ChangeTicket) private readonly tickets: ChangeTicket) {}

  /** @returns who is notified. @throws DomainError when the step cannot be carried out */
  async runStep(tx: Tx, ticket: TicketClocks, step: EscalationStep): Promise<string[]> {
    switch (step.do) {
      case 'notify':
        return this.supervisorsOf(tx, ticket);
      case 'raise_priority':
        if (isHigher(step.priority!, ticket.priority))
          await this.tickets.prioritiseWithin(tx, ticket.number, step.priority!, SYSTEM);
        return [];
      case 'move':
        if (step.queue !== ticket.queueKey)
          await this.tickets.transferWithin(tx, ticket.number, step.queue!, undefined, SYSTEM);
        return [];
      case 'assign_duty': {
        const officer = await this.officerOf(tx, ticket);
        await this.tickets.assignWithin(tx, ticket.number, officer, SYSTEM);
        return [officer];
      }
    }
  }

  /** Supervisors of the queue; when it has none, all supervisors; when there are none, administrators. */
  private async supervisorsOf(tx: Tx, ticket: TicketClocks): Promise<string[]> {
    const rows = await tx.query<{ id: string; role: string; here: boolean }>(
      `SELECT s.id, s.role,
              EXISTS (SELECT 1 FROM agent_queue a JOIN queue q ON q.id = a.queue_id
                       WHERE a.staff_id = s.id AND q.key = $1) AS here
         FROM staff s WHERE s.role IN ('supervisor','administrator') AND s.disabled_at IS NULL`,
      [ticket.queueKey],
    );
    const supervisors = rows.filter((row) => row.role === 'supervisor');
    const here = supervisors.filter((row) => row.here);
    return (here.length > 0 ? here : supervisors.length > 0 ? supervisors : rows).map((row) => row.id);
  }

  /**
   * The duty that began last has priority: a stand-in goes before the person they replace. Whoever may not read the
   * ticket does not get it.
   */
  private async officerOf(tx: Tx, ticket: TicketClocks): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT d.staff_id AS id FROM duty_officer d
         JOIN staff s ON s.id = d.staff_id AND s.disabled_at IS NULL
         LEFT JOIN queue q ON q.id = d.queue_id
         LEFT JOIN ticket t ON t.number = $3 LEFT JOIN service v ON v.id = t.service_id
        WHERE (d.queue_id IS NULL OR q.key = $1) AND d.from_at <= $2 AND (d.to_at IS NULL OR d.to_at > $2)
          AND NOT ${SERVICE_IS_CLOSED}
        ORDER BY d.queue_id IS NULL, d.from_at DESC, d.id LIMIT 1`,
      [ticket.queueKey, tx.now, ticket.number],
    );
    if (!row) throw conflict('duty.nobody');
    return row.id;
  }
}

const isHigher = (a: Priority, b: Priority) => PRIORITIES.indexOf(a) > PRIORITIES.indexOf(b);
