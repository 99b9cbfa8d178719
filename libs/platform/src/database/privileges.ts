/**
 * Privileges of the roles of running processes. The owner role, which migrates, owns everything; these roles may only
 * read and write rows. New tables need no entry here: the rules below match table names.
 */

/** Tables on which the api and the worker have restricted privileges. */
export const APP_PRIVILEGES: Record<string, string> = {
  // The audit trail is append-only.
  'public.audit_entry': 'SELECT, INSERT',
  // One row, created by a migration and updated with every append.
  'public.audit_head': 'SELECT, UPDATE',
  // Only the owner records which migrations were applied.
  'public.migrations': 'SELECT',
  'bullmq.migration': 'SELECT',
};

/**
 * Tables that the portal may not read, because it serves the public: everything about how staff and programs sign in,
 * the audit trail, and whom webhooks tell what. Exception: `audit_head`, because the first process on a new database (possibly the portal) finds
 * out from its seal which key of SECRET_KEY the database was made with.
 */
const HIDDEN_FROM_PORTAL = [
  /^audit_(?!head$)/,
  /^staff_(?!skill$)/,
  /^api_token/,
  /^open311_key$/,
  /^sign_in_/,
  /^(webauthn|passkey|oidc|device|webhook|referral)/,
  /^(second_factor_role|files_taken|periodic_task|leader|restricted_opening)$/,
  /^(blocked_caller|outbound_route|call_recording)$/,
];

/** Tables that the portal may only append to: the first process on a new database stores the keys for all. */
const APPENDED_BY_PORTAL = [/^kept_key$/];

/** Tables that the portal only reads. */
const READ_ONLY_FOR_PORTAL = [
  /^(agent|centre|desk)_/,
  /^(queue|skill|reason|entity|service|centre|desk|staff|staff_skill|queue_skill)$/,
  /^(routing_rules|roster_shift|sla_policy|calendar|calendar_announcement|zone_change|duty_officer)$/,
  /^(message_template|canned_reply|mailbox|audit_head|migrations|migration)$/,
  // telephony, received mail and reporting: none of that code runs in the portal
  /^(asterisk_call|call_command|call_transfer|callback_attempt|inbound_mail|repeated_mail|sla_change)$/,
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
