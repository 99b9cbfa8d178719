/**
 * What is noted of what people do. Configuration has four actions; the kind of the target says what was configured.
 */
export const AUDIT_ACTIONS = [
  'session.started',
  'session.failed',
  'session.ended',
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
  'report.exported',
  'ticket.read_restricted',
  'person.searched',
  'files.many_read',
  'keys.rotated',
  'config.created',
  'config.changed',
  'config.retired',
  'config.removed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** To what it was done. The id beside it is that of the thing in our addresses: a key, a number, a UUID. */
export const AUDIT_TARGETS = [
  'user',
  'token',
  'ticket',
  'requester',
  'mail',
  'job',
  'event',
  'call_log',
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
 * Small facts: names of fields, states, counts, identifiers, and from which network address staff acted. Never names or
 * addresses of the people we serve, or what anybody wrote.
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
