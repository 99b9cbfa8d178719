import { Injectable } from '@nestjs/common';
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
 * Whoever stands above tickets (interactions, routing, sla) registers here and so takes part in their transactions,
 * without tickets knowing of them.
 */
@Injectable()
export class TicketReactions {
  private readonly reactions: TicketReaction[] = [];

  register(reaction: TicketReaction): void {
    this.reactions.push(reaction);
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
