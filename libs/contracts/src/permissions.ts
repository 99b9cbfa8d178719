/** What a signed-in person or a token may do. Every endpoint and live room names one, or says that it is public. */
export const PERMISSIONS = [
  'ticket.read',
  'ticket.read_all',
  'ticket.create',
  'ticket.update',
  'ticket.reply',
  'ticket.assign',
  'ticket.assign_others',
  'ticket.export_personal',
  'referral.send',
  'referral.work',
  'referral.arbitrate',
  'attachment.upload',
  'attachment.read',
  'presence.own',
  'presence.force',
  'offer.own',
  'queue.read',
  'queue.read_live',
  'board.read',
  'requester.flag',
  'roster.manage',
  'report.read',
  'call.own',
  'call.log',
  'call.block',
  'call.listen',
  'counter.serve',
  'token.manage',
  'account.unlock',
  'audit.read',
  'admin.users',
  'admin.queues',
  'admin.directory',
  'admin.channels',
  'admin.sla',
  'admin.mail',
  'admin.templates',
  'admin.jobs',
  'admin.webhooks',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * Ascending: of several roles that an identity provider names, the last one counts. Administrators may later add their
 * own; these are built in.
 */
export const ROLES = [
  'entity_officer',
  'entity_supervisor',
  'auditor',
  'agent',
  'senior_agent',
  'supervisor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

const AGENT: Permission[] = [
  'ticket.read',
  'ticket.create',
  'ticket.update',
  'ticket.reply',
  'ticket.assign',
  'referral.send',
  'attachment.upload',
  'attachment.read',
  'presence.own',
  'offer.own',
  'queue.read',
  'queue.read_live',
  'call.own',
  'counter.serve',
];
const SENIOR_AGENT: Permission[] = [...AGENT, 'ticket.read_all', 'ticket.assign_others', 'requester.flag'];
const SUPERVISOR: Permission[] = [
  ...SENIOR_AGENT,
  'ticket.export_personal',
  'referral.arbitrate',
  'presence.force',
  'roster.manage',
  'board.read',
  'report.read',
  'call.log',
  'call.block',
  'call.listen',
  'account.unlock',
];
const ENTITY_OFFICER: Permission[] = [
  'ticket.read',
  'ticket.update',
  'ticket.reply',
  'ticket.assign',
  'referral.work',
  'attachment.upload',
  'attachment.read',
  'queue.read',
];

/** Staff of the centre serve every entity; staff of an entity reach only what is that entity's. */
export type RoleScope = 'centre' | 'entity';

interface RoleDefinition {
  scope: RoleScope;
  permissions: readonly Permission[];
}

const DEFINITIONS: Record<Role, RoleDefinition> = {
  entity_officer: { scope: 'entity', permissions: ENTITY_OFFICER },
  entity_supervisor: {
    scope: 'entity',
    permissions: [...ENTITY_OFFICER, 'ticket.assign_others', 'ticket.export_personal', 'token.manage'],
  },
  auditor: { scope: 'centre', permissions: ['audit.read'] },
  agent: { scope: 'centre', permissions: AGENT },
  senior_agent: { scope: 'centre', permissions: SENIOR_AGENT },
  supervisor: { scope: 'centre', permissions: SUPERVISOR },
  administrator: { scope: 'centre', permissions: [...new Set([...SUPERVISOR, ...PERMISSIONS])] },
};

export const permissionsOf = (role: Role): readonly Permission[] => DEFINITIONS[role].permissions;
export const scopeOfRole = (role: Role): RoleScope => DEFINITIONS[role].scope;

/**
 * All that people of an entity may ever be given: each is limited to the tickets they may read, or to what is their
 * entity's. Boards, reports, the call log and everything administered hold what other entities have.
 */
export const ENTITY_PERMISSIONS: ReadonlySet<Permission> = new Set(permissionsOf('entity_supervisor'));

/** The roles that may do something. */
export const rolesWith = (permission: Permission): Role[] =>
  ROLES.filter((role) => permissionsOf(role).includes(permission));
