import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { MessageKind } from '#wasl/contracts';
import type { Tx } from '#wasl/platform';
import type { Actor } from './actor.js';
import type { TicketState } from './ticket-state.js';

export interface TicketChange {
  before: TicketState;
  after: TicketState;
  actor: Actor;
  /** names of the fields that changed */
  changed: string[];
  outcome?: 'resolved' | 'reopened' | 'closed';
  /** the message that came with the change */
  message?: { id: string; kind: MessageKind };
}

/** How a ticket was opened, for the hooks. */
export interface TicketOpening {
  ticket: TicketState;
  actor: Actor;
  /** the existing interaction (a call); otherwise one is created */
  interactionId?: string;
  /** false when nobody contacted us */
  isContact?: boolean;
  /** the agent who takes it at once, with the caller on the line */
  takenBy?: string;
}

/** A hook that writes rows of its own in the transaction in which a ticket opens or changes. */
export interface TicketLifecycleHook {
  opened?(tx: Tx, opening: TicketOpening): Promise<void>;
  changed?(tx: Tx, change: TicketChange): Promise<void>;
  /** Due times of tickets have moved; the tickets, which the caller has locked, are otherwise unchanged. */
  dueTimesMoved?(tx: Tx, ticketIds: readonly string[]): Promise<void>;
}

/**
 * Everybody who takes part in the transactions of tickets, in the order in which they do: due times must be there before
 * work is ordered by them, and an interaction before the work that belongs to it.
 */
const ORDER = ['interaction', 'clocks', 'work', 'work-order', 'chat', 'visit', 'referrals'] as const;
export type TicketLifecycleHookName = (typeof ORDER)[number];

/** Without these a ticket would be opened that nobody is assigned, or that has no due times. */
const REQUIRED: readonly TicketLifecycleHookName[] = ['interaction', 'clocks', 'work'];

/**
 * Libraries above tickets (interactions, routing, sla) register here and so take part in their transactions, without
 * tickets knowing of them.
 */
@Injectable()
export class TicketLifecycleHooks implements OnApplicationBootstrap {
  private readonly byName = new Map<TicketLifecycleHookName, TicketLifecycleHook>();
  private hooks: TicketLifecycleHook[] = [];

  /** @throws Error when the name is taken */
  register(name: TicketLifecycleHookName, hook: TicketLifecycleHook): void {
    if (this.byName.has(name)) throw new Error(`Ticket hook ${name} is registered twice`);
    this.byName.set(name, hook);
    this.hooks = ORDER.flatMap((each) => this.byName.get(each) ?? []);
  }

  /** @throws Error when this process changes tickets without what must happen with them */
  onApplicationBootstrap(): void {
    const missing = REQUIRED.filter((name) => !this.byName.has(name));
    if (missing.length > 0) throw new Error(`Ticket hooks missing: ${missing.join(', ')}`);
  }

  async opened(tx: Tx, opening: TicketOpening): Promise<void> {
    for (const hook of this.hooks) await hook.opened?.(tx, opening);
  }

  async changed(tx: Tx, change: TicketChange): Promise<void> {
    for (const hook of this.hooks) await hook.changed?.(tx, change);
  }

  async dueTimesMoved(tx: Tx, ticketIds: readonly string[]): Promise<void> {
    for (const hook of this.hooks) await hook.dueTimesMoved?.(tx, ticketIds);
  }
}
