import type { ActorKind } from '#wasl/contracts';

/** Who acts on a ticket. */
export interface Actor {
  kind: ActorKind;
  id: string | null;
}

export const SYSTEM: Actor = { kind: 'system', id: null };
export const staffActor = (id: string): Actor => ({ kind: 'staff', id });
export const requesterActor = (id: string): Actor => ({ kind: 'requester', id });
