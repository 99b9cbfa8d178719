import type { Tx } from '#wasl/platform';
import type { Actor } from './actor.js';
import { applyChange } from './apply-change.js';
import type { TicketState } from './ticket-state.js';

/**
 * Makes an agent, or nobody, the owner of a locked ticket after a routing decision. No hooks run, because routing is
 * the one that would react.
 * @param offerId the accepted offer; the history links it to the reasons of the choice
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
