import { Inject, Injectable } from '@nestjs/common';
import { Database, PeriodicTask } from '#wasl/platform';
import { ChangeTicket, SYSTEM, TicketAccess } from '#wasl/tickets';
import { Presence } from './presence.service.js';

/** Tickets returned by one sweep: enough for all staff who leave on one day. */
const BATCH_SIZE = 500;

/**
 * Staff whose account is disabled keep no work: they go offline and their tickets wait again. So do tickets that their
 * owners may no longer read, because their groups, their entity or the service was changed.
 */
@Injectable()
export class ReturnWork {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(ChangeTicket) private readonly tickets: ChangeTicket,
    @Inject(TicketAccess) private readonly access: TicketAccess,
  ) {}

  /** Finds also what a process that died in the middle left over. @returns how many tickets wait again */
  @PeriodicTask({ name: 'return-work', everyMs: 15_000 })
  async returnWork(): Promise<number> {
    const present = await this.database.query<{ id: string }>(
      `SELECT s.id FROM staff s JOIN presence p ON p.staff_id = s.id
        WHERE s.disabled_at IS NOT NULL AND p.state <> 'offline'`,
    );
    for (const { id } of present) await this.presence.signedOut(id);
    const held = await this.database.query<{ number: string }>(
      `SELECT t.number FROM staff s JOIN ticket t ON t.assignee_id = s.id
        WHERE s.disabled_at IS NOT NULL AND t.status IN ('new', 'open', 'pending') ORDER BY t.id LIMIT $1`,
      [BATCH_SIZE],
    );
    const numbers = new Set([
      ...held.map(({ number }) => number),
      ...(await this.access.closedToOwners(BATCH_SIZE)),
    ]);
    for (const number of numbers) await this.tickets.assign(number, null, SYSTEM);
    return numbers.size;
  }
}
