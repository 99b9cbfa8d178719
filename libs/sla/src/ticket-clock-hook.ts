import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '#wasl/platform';
import {
  isSettled,
  recordFirstResponse,
  type TicketOpening,
  type TicketChange,
  type TicketLifecycleHook,
  TicketLifecycleHooks,
  writeDueTimes,
} from '#wasl/tickets';
import { readTicketClocks, type TicketClocks, writeClocks } from './clock-store.js';
import type { Clock } from './domain/clock.js';
import { type TicketActivity, NO_ACTIVITY, planClocks } from './domain/plan-clocks.js';
import { SlaRules } from './rules.service.js';

/** Ticket fields that decide which targets apply, or who must act. */
const CLOCK_FIELDS = ['status', 'pendingOn', 'priority', 'kind', 'serviceId'];

/** Keeps a ticket's SLA clocks in step with the ticket, inside the ticket's own transaction. */
@Injectable()
export class TicketClockHook implements TicketLifecycleHook, OnModuleInit {
  constructor(
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
    @Inject(SlaRules) private readonly rules: SlaRules,
  ) {}

  onModuleInit(): void {
    this.hooks.register('clocks', this);
  }

  /** A requester who is on the line when the ticket opens has been answered. */
  async opened(tx: Tx, { ticket, takenBy }: TicketOpening): Promise<void> {
    if (!takenBy) return;
    recordFirstResponse(tx, ticket.id);
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

  private async recalculateTicket(tx: Tx, ticketId: string, activity: TicketActivity): Promise<DueDates> {
    const [ticket] = await readTicketClocks(tx, [ticketId]);
    return recalculate(
      tx,
      [{ ticket: ticket!, happened: activity }],
      this.rules.current,
      tx.now.getTime(),
    )[0]!.dueDates;
  }
}

export interface DueDates {
  firstResponseDueAt: Date | null;
  resolutionDueAt: Date | null;
}

export interface RecalculatedTicket {
  ticket: TicketClocks;
  clocks: Clock[];
  dueDates: DueDates;
  /** whether a due time of the ticket has changed */
  moved: boolean;
}

/** Plans and writes the clocks of tickets that the caller has locked. */
export function recalculate(
  tx: Tx,
  tickets: readonly { ticket: TicketClocks; happened?: TicketActivity }[],
  rules: SlaRules['current'],
  now: number,
): RecalculatedTicket[] {
  const results = tickets.map(({ ticket, happened: activity = NO_ACTIVITY }) => {
    const clocks = planClocks(ticket, ticket.clocks, activity, rules, now);
    const dueDates = dueDatesOf(ticket, clocks);
    return { ticket, clocks, dueDates, moved: differs(ticket, dueDates) };
  });
  writeClocks(
    tx,
    results.flatMap(({ ticket, clocks }) => clocks.map((after) => clockWriteOf(ticket, after))),
  );
  writeDueTimes(
    tx,
    results.flatMap(({ ticket, dueDates, moved }) => (moved ? [{ ticketId: ticket.id, ...dueDates }] : [])),
  );
  return results;
}

export const clockWriteOf = (ticket: TicketClocks, after: Clock) => ({
  ticketId: ticket.id,
  before: ticket.clocks.find((before) => before.kind === after.kind && before.round === after.round),
  after,
});

/** The due times shown on the ticket; a target that the policy no longer sets is not shown. */
export function dueDatesOf(ticket: TicketClocks, clocks: readonly Clock[]): DueDates {
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

const differs = (a: DueDates, b: DueDates) =>
  a.firstResponseDueAt?.getTime() !== b.firstResponseDueAt?.getTime() ||
  a.resolutionDueAt?.getTime() !== b.resolutionDueAt?.getTime();
