import { scopeOfRole } from '#wasl/contracts';
import { useCurrentUser } from './session.js';

/** Whether the user sees referrals as the entity does that has them. Administrators have every permission, and no entity. */
export function useWorksForEntity(): boolean {
  const { permissions, role } = useCurrentUser();
  return scopeOfRole(role) === 'entity' && permissions.includes('referral.work');
}
