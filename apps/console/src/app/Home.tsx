import { Navigate, useLocation } from 'react-router';
import { usePermission } from '../session/session.js';

/** The first page that somebody may open: auditors have none but the audit trail. */
export function Home() {
  const mayReadTickets = usePermission('ticket.read');
  const { key } = useLocation();
  // Keyed, so that whoever comes here again before the other page has loaded is also sent on.
  return <Navigate key={key} to={mayReadTickets ? '/tickets' : '/admin/audit'} replace />;
}
