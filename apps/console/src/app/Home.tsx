import { Navigate } from 'react-router';
import { usePermission } from '../session/session.js';

/** Where one begins: at the tickets, or at the audit trail for those who read nothing else. */
export function Home() {
  const mayReadTickets = usePermission('ticket.read');
  return <Navigate to={mayReadTickets ? '/tickets' : '/admin/audit'} replace />;
}
