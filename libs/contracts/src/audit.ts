/**
 * Actions recorded in the audit trail. Configuration has four actions; the kind of the target says what was configured.
 */
export const AUDIT_ACTIONS = [
  'session.started',
  'session.failed',
  'session.ended',
  'session.break_glass',
  'token.created',
  'token.revoked',
  'token.first_used',
  'user.created',
  'user.changed',
  'user.disabled',
  'user.enabled',
  'user.invited',
  'user.joined',
  'user.unlocked',
  'user.linked',
  'user.unlinked',
  'setup.link_made',
  'password.changed',
  'password.reset_asked',
  'password.reset',
  'otp.enabled',
  'otp.disabled',
  'otp.reset',
  'otp.recovery_used',
  'recovery_codes.made',
  'passkey.added',
  'passkey.removed',
  'passkey.cloned',
  'presence.forced',
  'ticket.assigned',
  'ticket.taken_away',
  'ticket.code_replaced',
  'contact.confirmed',
  'contact.refused',
  'message.accepted',
  'message.dismissed',
  'mail.released',
  'mail.ignored',
  'mail.read_raw',
  'job.retried',
  'event.retried',
  'call_log.read',
  'recording.played',
  'recording.retried',
  'referral.sent',
  'referral.accepted',
  'referral.returned',
  'referral.completed',
  'referral.recalled',
  'referral.decided',
  'report.exported',
  'ticket.exported',
  'ticket.read_restricted',
  'ticket.opened_restricted',
  'person.searched',
  'files.many_read',
  'keys.rotated',
  'webhook.rotated',
  'webhook.tested',
  'webhook.retried',
  'webhook.replayed',
  'webhook.disabled',
  'config.created',
  'config.changed',
  'config.retired',
  'config.removed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What the action was applied to. The target id is the one used in URLs: a key, a number or a UUID. */
export const AUDIT_TARGETS = [
  'user',
  'token',
  'ticket',
  'requester',
  'mail',
  'job',
  'event',
  'call_log',
  'recording',
  'report',
  'queue',
  'skill',
  'reason',
  'routing_rules',
  'roster',
  'service',
  'entity',
  'centre',
  'api_key',
  'webhook',
  'blocked_caller',
  'outbound_route',
  'calendar',
  'sla_policy',
  'zone',
  'duty_officer',
  'template',
  'channel',
  'setting',
  'secret_key',
] as const;
export type AuditTarget = (typeof AUDIT_TARGETS)[number];

/**
 * Small facts: names of fields, states, counts, identifiers, and the network address of staff. Never names or addresses
 * of requesters, or message texts.
 */
export type AuditDetail = Record<string, string | number | boolean | null | string[]>;

export interface AuditNote {
  /** null when nobody was signed in */
  actorId: string | null;
  action: AuditAction;
  targetKind: AuditTarget;
  targetId: string | null;
  detail: AuditDetail;
}
