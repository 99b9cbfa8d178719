/**
 * What the roles of running processes may do. The owner role, which migrates, owns everything; these may read and write
 * rows and nothing else. New tables need no entry here: the rules below cover them by name.
 */

/** Tables of which the api and the worker may not do everything with rows. */
export const APP_RIGHTS: Record<string, string> = {
  // What has been written down stays.
  'public.audit_entry': 'SELECT, INSERT',
  // One row, made by a migration; whoever appends to the trail moves it on.
  'public.audit_head': 'SELECT, UPDATE',
  // Which migrations were applied is the owner's word.
  'public.migrations': 'SELECT',
  'bullmq.migration': 'SELECT',
};

/**
 * Tables that the portal may not even read: it answers strangers. Everything about how staff and programs sign in, and
 * the audit trail, but for the hash and the seal at its end: the first process of a database tells by them which key of
 * SECRET_KEY made it, and that may be the portal.
 */
const HIDDEN_FROM_PORTAL = [
  /^audit_(?!head$)/,
  /^staff_(?!skill$)/,
  /^api_token/,
  /^open311_key$/,
  /^sign_in_/,
  /^(webauthn|passkey|oidc|device)/,
  /^(second_factor_role|files_taken|periodic_task)$/,
];

/** Tables that the portal adds to and changes nothing in: the first process of a database stores the keys of all. */
const APPENDED_BY_PORTAL = [/^kept_key$/];

/** Tables that the portal reads and only staff or migrations write. */
const READ_ONLY_FOR_PORTAL = [
  /^(agent|centre|desk)_/,
  /^(queue|skill|reason|entity|service|centre|desk|staff|staff_skill|queue_skill)$/,
  /^(routing_rules|roster_shift|sla_policy|calendar|calendar_announcement|zone_change|duty_officer)$/,
  /^(message_template|canned_reply|mailbox|audit_head|migrations|migration)$/,
  // the telephone, received mail and figures: none of their code runs in the portal
  /^(asterisk_call|call_command|call_transfer|callback_attempt|inbound_mail|sla_change)$/,
  /^(presence_(spell|fact|quarter)|contact_(breakdown|fact|quarter)|queue_day|settlement)$/,
];

/** Columns of tables the portal reads that it may not see. */
const HIDDEN_COLUMN = /hash|secret|password|otp/;

export type PortalAccess = 'none' | 'read' | 'append' | 'write';

export function portalAccess(table: string): PortalAccess {
  if (HIDDEN_FROM_PORTAL.some((pattern) => pattern.test(table))) return 'none';
  if (APPENDED_BY_PORTAL.some((pattern) => pattern.test(table))) return 'append';
  return READ_ONLY_FOR_PORTAL.some((pattern) => pattern.test(table)) ? 'read' : 'write';
}

export const isHiddenColumn = (table: string, column: string): boolean =>
  table === 'staff' && HIDDEN_COLUMN.test(column);
