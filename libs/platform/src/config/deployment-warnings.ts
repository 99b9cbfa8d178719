import type { RuntimeSettings } from './settings.js';

/** The role that this process is connected as. */
export interface DatabaseIdentity {
  user: string;
  isSuperuser: boolean;
  /** whether it could drop the tables of Wasl */
  isOwner: boolean;
}

/** What an operator should change before production use, one line each. */
export function deploymentWarnings(settings: RuntimeSettings, identity: DatabaseIdentity): string[] {
  return [roleWarning(identity), redisWarning(settings.REDIS_URL)].filter((line) => line !== undefined);
}

function roleWarning({ user, isSuperuser, isOwner }: DatabaseIdentity): string | undefined {
  if (isSuperuser) {
    return `DATABASE_URL signs in as ${user}, a superuser, who can read files and run programs on the database's machine; give it a role of its own (see the README)`;
  }
  if (!isOwner) return undefined;
  return `DATABASE_URL signs in as ${user}, the owner of the tables, who can change the audit trail and drop everything; set MIGRATION_DATABASE_URL for the owner and give DATABASE_URL a role of its own (see the README)`;
}

/** Redis carries live events to the consoles; without a password anybody who reaches it can read and forge them. */
function redisWarning(url: string | undefined): string | undefined {
  if (!url) return undefined;
  const [, login, hosts = ''] = /^[a-z-]+:\/\/(?:([^@/]*)@)?([^/]*)/.exec(url) ?? [];
  const hasPassword = /:.+/.test(login ?? '');
  const isLocal = hosts
    .split(',')
    .every((host) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host));
  if (hasPassword || isLocal) return undefined;
  return 'REDIS_URL has no password and Redis is not on this machine; give Redis the users of docker/redis and REDIS_URL a user and password';
}
