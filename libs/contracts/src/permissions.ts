/** What a signed-in person or a token may do. Every endpoint and live room names one, or says that it is public. */
export const PERMISSIONS = [
  'ticket.read',
  'ticket.create',
  'ticket.update',
  'ticket.reply',
  'ticket.assign',
  'ticket.assign_others',
  'ticket.export_personal',
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

export const ROLES = ['agent', 'supervisor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

const AGENT: Permission[] = [
  'ticket.read',
  'ticket.create',
  'ticket.update',
  'ticket.reply',
  'ticket.assign',
  'attachment.upload',
  'attachment.read',
  'presence.own',
  'offer.own',
  'queue.read',
  'queue.read_live',
  'call.own',
  'counter.serve',
];
const SUPERVISOR: Permission[] = [
  ...AGENT,
  'ticket.assign_others',
  'ticket.export_personal',
  'presence.force',
  'requester.flag',
  'roster.manage',
  'board.read',
  'report.read',
  'call.log',
  'call.block',
  'call.listen',
  'account.unlock',
];

export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  agent: AGENT,
  supervisor: SUPERVISOR,
  administrator: [...new Set<Permission>([...SUPERVISOR, ...PERMISSIONS])],
};

/** The roles that may do something. */
export const rolesWith = (permission: Permission): Role[] =>
  ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission));
