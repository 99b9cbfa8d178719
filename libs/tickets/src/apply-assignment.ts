import type { Tx } from '#wasl/platform';
import type { Actor } from './actor.js';
import { applyChange } from './apply-change.js';
import type { TicketState } from './ticket-state.js';

/**
 * Makes an agent the owner of a locked ticket, or nobody, as routing decided: no reactions run, because routing is the
 * one that would react.
 * @param offerId by which the agent came to it: from there the history leads to why
 */
export async function applyAssignment(
  tx: Tx,
  ticket: TicketState,
  agentId: string | null,
  actor: Actor,
  offerId?: string,
): Promise<void> {
  await applyChange(
    tx,
    ticket,
    {
      type: 'assigned',
      set: { assigneeId: agentId },
      status: agentId && ticket.status === 'new' ? 'open' : undefined,
      data: { assigneeId: agentId, ...(offerId && { offerId }) },
    },
    actor,
  );
}
