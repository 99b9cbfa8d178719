import { Inject, Injectable } from '@nestjs/common';
import type { TicketStatus } from '#wasl/contracts';
import { conflict, notFound } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork } from '#wasl/platform';
import { readCondition } from './access/read-scope-sql.js';
import { type Caller, TicketAccess } from './access/ticket-access.service.js';
import type { Actor } from './actor.js';
import { applyChange } from './apply-change.js';
import {
  inverseLinkType,
  type LinkType,
  linkTypeSeenFrom,
  toStoredLink,
  type StoredLinkType,
} from './domain/links.js';
import { formatTicketNumber } from './domain/ticket-number.js';
import { TicketLifecycleHooks } from './ticket-lifecycle-hooks.js';
import { lockTicketPair, type TicketState } from './ticket-state.js';

export interface LinkedTicket {
  /** how this ticket relates to the one asked about */
  as: LinkType;
  /** grouped */
  number: string;
  subject: string;
  status: TicketStatus;
}

/** Links related tickets without merging them. */
@Injectable()
export class LinkTickets {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Database) private readonly database: Database,
    @Inject(TicketAccess) private readonly access: TicketAccess,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
  ) {}

  /**
   * Idempotent.
   * @param number twelve digits
   * @throws conflict `ticket.link_self`; `ticket.link_circle` when the other ticket is already, directly or through
   *   others, the cause or part of this one in the opposite direction
   */
  async link(number: string, to: string, as: LinkType, actor: Actor): Promise<void> {
    if (number === to) throw conflict('ticket.link_self');
    await this.unitOfWork.run(async (tx) => {
      const [ticket, other] = await lockTicketPair(tx, number, to);
      const { from, to: towards, kind } = toStoredLink(ticket.id, as, other.id);
      if (kind !== 'related' && (await leadsTo(tx, towards, from, kind)))
        throw conflict('ticket.link_circle');
      const [made] = await tx.query(
        `INSERT INTO ticket_link (ticket_id, other_id, kind, created_at, created_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING 1`,
        [from, towards, kind, tx.now, actor.kind === 'staff' ? actor.id : null],
      );
      if (made) await this.note(tx, 'linked', ticket, other, as, actor);
    });
  }

  /** Removes all links between the two. @throws not_found `ticket.not_linked` */
  async unlink(number: string, to: string, actor: Actor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [ticket, other] = await lockTicketPair(tx, number, to);
      const rows = await tx.query<{ from: string; kind: StoredLinkType }>(
        `DELETE FROM ticket_link WHERE (ticket_id, other_id) IN (($1, $2), ($2, $1))
         RETURNING ticket_id AS from, kind`,
        [ticket.id, other.id],
      );
      if (rows.length === 0) throw notFound('ticket.not_linked');
      await this.note(tx, 'unlinked', ticket, other, linkTypeSeenFrom(rows[0]!, ticket.id), actor);
    });
  }

  /** Those the caller may read. @param number twelve digits */
  async linksOf(number: string, caller: Caller): Promise<LinkedTicket[]> {
    const values: unknown[] = [number];
    const readable = readCondition(await this.access.scopeOf(caller), values, 'o');
    const rows = await this.database.query<
      Omit<LinkedTicket, 'as'> & { id: string; from: string; kind: StoredLinkType }
    >(
      `SELECT t.id, l.ticket_id AS from, l.kind, o.number, o.subject, o.status
         FROM ticket t
         JOIN ticket_link l ON t.id IN (l.ticket_id, l.other_id)
         JOIN ticket o ON o.id = CASE WHEN l.ticket_id = t.id THEN l.other_id ELSE l.ticket_id END
        WHERE t.number = $1 AND ${readable} ORDER BY l.created_at, o.id LIMIT 200`,
      values,
    );
    return rows.map(({ id, from, kind, number: other, subject, status }) => ({
      as: linkTypeSeenFrom({ from, kind }, id),
      number: formatTicketNumber(other),
      subject,
      status,
    }));
  }

  private async note(
    tx: Tx,
    type: 'linked' | 'unlinked',
    ticket: TicketState,
    other: TicketState,
    as: LinkType,
    actor: Actor,
  ): Promise<void> {
    for (const [one, two, seen] of [
      [ticket, other, as],
      [other, ticket, inverseLinkType(as)],
    ] as const) {
      const data = { number: formatTicketNumber(two.number), as: seen };
      const change = await applyChange(tx, one, { type, set: {}, also: ['links'], data }, actor);
      if (change) await this.hooks.changed(tx, change);
    }
  }
}

/** Whether links of one kind lead from one ticket to another, directly or through others. */
async function leadsTo(tx: Tx, from: string, to: string, kind: StoredLinkType): Promise<boolean> {
  const rows = await tx.query(
    `WITH RECURSIVE path AS (
       SELECT $1::bigint AS id
       UNION
       SELECT l.other_id FROM path p JOIN ticket_link l ON l.ticket_id = p.id AND l.kind = $3
     ) SELECT 1 FROM path WHERE id = $2`,
    [from, to, kind],
  );
  return rows.length > 0;
}
