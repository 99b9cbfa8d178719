import type { AuditAction, AuditDetail } from '#wasl/contracts';
import type { Tx } from '#wasl/platform';

/** Notes in the audit trail what was done to an account. */
export function noteUser(
  tx: Tx,
  action: AuditAction,
  actorId: string | null,
  staffId: string | null,
  detail: AuditDetail = {},
): void {
  tx.emit('audit.noted', { actorId, action, targetKind: 'user', targetId: staffId, detail });
}
