import { Navigate, useLocation } from 'react-router';
import { usePermission } from '../session/session.js';
import { useWorksForEntity } from '../session/works-for-entity.js';

/** Where somebody's work is: with people of an entity what was referred to it; auditors have nothing but the audit trail. */
export function Home() {
  const mayReadTickets = usePermission('ticket.read');
  const worksForEntity = useWorksForEntity();
  const { key } = useLocation();
  // Keyed, so that whoever comes here again before the other page has loaded is also sent on.
  return (
    <Navigate
      key={key}
      to={worksForEntity ? '/referrals' : mayReadTickets ? '/tickets' : '/admin/audit'}
      replace
    />
  );
}
