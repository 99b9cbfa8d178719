import type { AuditAction, AuditNote } from '#wasl/contracts';

/** The audit note of a change of the catalogue: names of the changed fields, not their values. */
export const catalogueAuditNote = (
  actorId: string,
  targetKind: 'service' | 'entity' | 'reason' | 'centre',
  targetId: string,
  action: AuditAction,
  patch: object = {},
): AuditNote => ({ actorId, action, targetKind, targetId, detail: { fields: Object.keys(patch).sort() } });

/** Retiring a record is audited as an action of its own. */
export const catalogueAuditAction = (
  before: { active: boolean },
  patch: { active?: boolean },
): AuditAction => (before.active && patch.active === false ? 'config.retired' : 'config.changed');
