import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '#wasl/platform';
import {
  isSettled,
  type Opening,
  type TicketChange,
  type TicketReaction,
  TicketReactions,
} from '#wasl/tickets';
import { readTicketClocks, type TicketClocks, writeClocks } from './clock-store.js';
import type { Clock } from './domain/clock.js';
import { type Happening, NOTHING_HAPPENED, planClocks } from './domain/plan-clocks.js';
import { SlaRules } from './rules.service.js';

/** Ticket fields that decide which targets apply, or who must act. */
const CLOCK_FIELDS = ['status', 'pendingOn', 'priority', 'kind', 'serviceId'];

/** Keeps a ticket's SLA clocks in step with the ticket, inside the ticket's own transaction. */
@Injectable()
export class KeepClocks implements TicketReaction, OnModuleInit {
  constructor(
    @Inject(TicketReactions) private readonly reactions: TicketReactions,
    @Inject(SlaRules) private readonly rules: SlaRules,
  ) {}

  onModuleInit(): void {
    this.reactions.register('clocks', this);
  }

  /** A requester who is on the line when the ticket opens has been answered. */
  async opened(tx: Tx, { ticket, takenBy }: Opening): Promise<void> {
    if (!takenBy) return;
    tx.send('UPDATE ticket SET first_responded_at = coalesce(first_responded_at, $2) WHERE id = $1', [
      ticket.id,
      tx.now,
    ]);
    await this.recalculateTicket(tx, ticket.id, { answered: true, asked: false });
  }

  async changed(tx: Tx, change: TicketChange): Promise<void> {
    if (isSettled(change.before.status) && isSettled(change.after.status)) return;
    const messageKind = change.message?.kind;
    const affectsClocks =
      change.changed.some((field) => CLOCK_FIELDS.includes(field)) ||
      messageKind === 'public_reply' ||
      messageKind === 'requester_message';
    if (!affectsClocks) return;
    const activity = { answered: messageKind === 'public_reply', asked: messageKind === 'requester_message' };
    // Later hooks (routing, by urgency) then see the current due times.
    Object.assign(change.after, await this.recalculateTicket(tx, change.after.id, activity));
  }

  private async recalculateTicket(tx: Tx, ticketId: string, activity: Happening): Promise<Dues> {
    const [ticket] = await readTicketClocks(tx, [ticketId]);
    return keepUp(tx, [{ ticket: ticket!, happened: activity }], this.rules.inForce, tx.now.getTime())[0]!
      .dues;
  }
}

export interface Dues {
  firstResponseDueAt: Date | null;
  resolutionDueAt: Date | null;
}

export interface KeptUp {
  ticket: TicketClocks;
  clocks: Clock[];
  dues: Dues;
  /** whether a due time of the ticket has changed */
  moved: boolean;
}

/** Plans and writes the clocks of tickets that the caller has locked. */
export function keepUp(
  tx: Tx,
  tickets: readonly { ticket: TicketClocks; happened?: Happening }[],
  rules: SlaRules['inForce'],
  now: number,
): KeptUp[] {
  const results = tickets.map(({ ticket, happened: activity = NOTHING_HAPPENED }) => {
    const clocks = planClocks(ticket, ticket.clocks, activity, rules, now);
    const dues = duesOf(ticket, clocks);
    return { ticket, clocks, dues, moved: differs(ticket, dues) };
  });
  writeClocks(
    tx,
    results.flatMap(({ ticket, clocks }) => clocks.map((after) => writtenOf(ticket, after))),
  );
  writeDueDates(
    tx,
    results.filter(({ moved }) => moved),
  );
  return results;
}

export const writtenOf = (ticket: TicketClocks, after: Clock) => ({
  ticketId: ticket.id,
  before: ticket.clocks.find((before) => before.kind === after.kind && before.round === after.round),
  after,
});

/** The due times shown on the ticket; a target that the policy no longer sets is not shown. */
export function duesOf(ticket: TicketClocks, clocks: readonly Clock[]): Dues {
  const due = (kind: Clock['kind'], shown: Date | null) => {
    const clock = clocks.find((one) => one.kind === kind);
    if (!clock) return shown;
    return clock.outcome === 'cancelled' ? null : new Date(clock.dueAt);
  };
  return {
    firstResponseDueAt: due('first_response', ticket.firstResponseDueAt),
    resolutionDueAt: due('resolution', ticket.resolutionDueAt),
  };
}

const differs = (a: Dues, b: Dues) =>
  a.firstResponseDueAt?.getTime() !== b.firstResponseDueAt?.getTime() ||
  a.resolutionDueAt?.getTime() !== b.resolutionDueAt?.getTime();

/** The version is not raised: due times are derived, so a concurrent writer loses nothing by not having seen them. */
function writeDueDates(tx: Tx, moved: readonly KeptUp[]): void {
  if (moved.length === 0) return;
  tx.send(
    `UPDATE ticket t SET first_response_due_at = d.first_response, resolution_due_at = d.resolution
       FROM unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) AS d (id, first_response, resolution)
      WHERE t.id = d.id`,
    [
      moved.map(({ ticket }) => ticket.id),
      moved.map(({ dues }) => dues.firstResponseDueAt),
      moved.map(({ dues }) => dues.resolutionDueAt),
    ],
  );
}
