import { notFound } from '#wasl/kernel';
import type { Principal } from '#wasl/platform';
import type { Caller } from '#wasl/tickets';

/** Somebody at one of the two ends of a referral. */
export type Party = Caller & Pick<Principal, 'id' | 'scope' | 'entityId'>;

/** Staff and programs of an entity. Agents of the centre may have an entity, too, which routing knows them by. */
export const isOfEntity = (party: Party): boolean => party.scope === 'entity';

/** The entity that somebody works for. @throws not_found `referral.not_found` for staff of the centre */
export function entityOf(party: Party): string {
  if (!isOfEntity(party) || party.entityId === null) throw notFound('referral.not_found');
  return party.entityId;
}
