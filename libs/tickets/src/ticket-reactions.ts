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

/** How a ticket was opened, for those who react. */
export interface Opening {
  ticket: TicketState;
  actor: Actor;
  /** the interaction that already exists (a call); otherwise one is made */
  interactionId?: string;
  /** false when nobody contacted us */
  isContact?: boolean;
  /** who takes it at once: the agent who has the caller on the line */
  takenBy?: string;
}

/** A lib that has rows of its own to write when a ticket opens or changes, in the same transaction. */
export interface TicketReaction {
  opened?(tx: Tx, opening: Opening): Promise<void>;
  changed?(tx: Tx, change: TicketChange): Promise<void>;
  /** Due times of tickets were moved from outside: the tickets themselves, which the caller has locked, did not change. */
  duesMoved?(tx: Tx, ticketIds: readonly string[]): Promise<void>;
}

/**
 * Everybody who takes part in the transactions of tickets, in the order in which they do: due times must be there before
 * work is ordered by them, and an interaction before the work that belongs to it.
 */
const ORDER = ['interaction', 'clocks', 'work', 'work-order', 'chat', 'visit'] as const;
export type TicketReactionName = (typeof ORDER)[number];

/** Without these a ticket would be opened that nobody is assigned, or that has no due times. */
const REQUIRED: readonly TicketReactionName[] = ['interaction', 'clocks', 'work'];

/**
 * Libraries above tickets (interactions, routing, sla) register here and so take part in their transactions, without
 * tickets knowing of them.
 */
@Injectable()
export class TicketReactions implements OnApplicationBootstrap {
  private readonly byName = new Map<TicketReactionName, TicketReaction>();
  private reactions: TicketReaction[] = [];

  /** @throws Error when the name is taken */
  register(name: TicketReactionName, reaction: TicketReaction): void {
    if (this.byName.has(name)) throw new Error(`Ticket reaction ${name} is registered twice`);
    this.byName.set(name, reaction);
    this.reactions = ORDER.flatMap((each) => this.byName.get(each) ?? []);
  }

  /** @throws Error when this process changes tickets without what must happen with them */
  onApplicationBootstrap(): void {
    const missing = REQUIRED.filter((name) => !this.byName.has(name));
    if (missing.length > 0) throw new Error(`Ticket reactions missing: ${missing.join(', ')}`);
  }

  async opened(tx: Tx, opening: Opening): Promise<void> {
    for (const reaction of this.reactions) await reaction.opened?.(tx, opening);
  }

  async changed(tx: Tx, change: TicketChange): Promise<void> {
    for (const reaction of this.reactions) await reaction.changed?.(tx, change);
  }

  async duesMoved(tx: Tx, ticketIds: readonly string[]): Promise<void> {
    for (const reaction of this.reactions) await reaction.duesMoved?.(tx, ticketIds);
  }
}
