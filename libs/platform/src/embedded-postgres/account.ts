import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** The account that PostgreSQL runs as, and how to start a command as that account. */
export interface Account {
  /** Set only when we are root: PostgreSQL refuses root, so another account owns its files. */
  owner?: { uid: number; gid: number };
  command(program: string, args: string[]): { program: string; args: string[]; uid?: number; gid?: number };
}

const currentUser: Account = { command: (program, args) => ({ program, args }) };

/**
 * Chooses the account. An ordinary user runs PostgreSQL directly. Root runs it as the account that already owns the
 * cluster, else `postgres`, else a system account created for it, else `nobody`.
 */
export function chooseAccount(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return currentUser;
  const owner =
    ownerOf(dataFolder) ?? findUser('postgres') ?? findUser('wasl') ?? createAccount() ?? findUser('nobody');
  if (!owner) {
    throw new EmbeddedPostgresError(
      'PostgreSQL refuses to run as root and no other account was found; run as an ordinary user or set DATABASE_URL',
    );
  }
  return runAs(owner);
}

/**
 * Ensures that the account can access the binaries and the folder. That fails when root works in a private folder such
 * as /root; then the account gets the capability to traverse private folders (Linux, util-linux).
 */
export function ensureFolderAccess(account: Account, binaries: Binaries, folder: string): Account {
  const { owner } = account;
  if (!owner || canAccess(account, binaries, folder)) return account;
  for (const capability of ['dac_read_search', 'dac_override']) {
    const privileged = withCapability(owner, capability);
    if (canAccess(privileged, binaries, folder)) return privileged;
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL refuses to run as root, and no other account can enter ${folder}; run as an ordinary user, ` +
      'use a DATA_DIR and a project folder that everyone may enter, or set DATABASE_URL',
  );
}

function runAs(owner: { uid: number; gid: number }): Account {
  return { owner, command: (program, args) => ({ program, args, ...owner }) };
}

function withCapability(owner: { uid: number; gid: number }, capability: string): Account {
  const options = [
    // Without this bit access(2), which PostgreSQL uses to find itself, would not honour the capability.
    '--securebits=+no_setuid_fixup',
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    `--inh-caps=-all,+${capability}`,
    `--ambient-caps=+${capability}`,
  ];
  return {
    owner,
    command: (program, args) => ({ program: 'setpriv', args: [...options, program, ...args] }),
  };
}

function canAccess(account: Account, binaries: Binaries, folder: string): boolean {
  const check = account.command('/bin/sh', [
    '-c',
    ': < "$1" && : < "$2" && cd "$3"',
    'sh',
    binaries.postgres,
    binaries.initdb,
    folder,
  ]);
  const { status } = spawnSync(check.program, check.args, {
    uid: check.uid,
    gid: check.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return status === 0;
}

function ownerOf(dataFolder: string): { uid: number; gid: number } | undefined {
  try {
    const { uid, gid } = statSync(join(dataFolder, 'PG_VERSION'));
    return uid === 0 ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

function findUser(name: string): { uid: number; gid: number } | undefined {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
  } catch {
    return undefined;
  }
}

function createAccount(): { uid: number; gid: number } | undefined {
  try {
    const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
    execFileSync('useradd', [...options, 'wasl'], { stdio: 'ignore' });
    return findUser('wasl');
  } catch {
    return undefined;
  }
}
