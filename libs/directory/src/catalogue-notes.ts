import type { AuditAction, AuditNote } from '#wasl/contracts';

/** What is noted of a change of the catalogue: which fields, never what stands in them. */
export const noteOf = (
  actorId: string,
  targetKind: 'service' | 'entity' | 'reason' | 'centre',
  targetId: string,
  action: AuditAction,
  patch: object = {},
): AuditNote => ({ actorId, action, targetKind, targetId, detail: { fields: Object.keys(patch).sort() } });

/** Taking something out of use is told apart from changing it. */
export const actionOf = (before: { active: boolean }, patch: { active?: boolean }): AuditAction =>
  before.active && patch.active === false ? 'config.retired' : 'config.changed';
