import type { AuditAction, AuditDetail } from '#wasl/contracts';
import type { Tx } from '#wasl/platform';

/** Records an action on an account in the audit trail. */
export function auditUserAction(
  tx: Tx,
  action: AuditAction,
  actorId: string | null,
  staffId: string | null,
  detail: AuditDetail = {},
): void {
  tx.emit('audit.noted', { actorId, action, targetKind: 'user', targetId: staffId, detail });
}
