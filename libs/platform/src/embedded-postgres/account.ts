import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Whom PostgreSQL runs as, and how a command of it is begun. */
export interface Account {
  /** Set only when we are root: PostgreSQL refuses root, so another account owns its files. */
  owner?: { uid: number; gid: number };
  command(program: string, args: string[]): { program: string; args: string[]; uid?: number; gid?: number };
}

const asMyself: Account = { command: (program, args) => ({ program, args }) };

/**
 * Chooses the account. An ordinary user runs PostgreSQL himself. Root hands it to the account that owns the cluster
 * already, else `postgres`, else a system account made for it, else `nobody`.
 */
export function chooseAccount(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return asMyself;
  const owner =
    ownerOf(dataFolder) ?? lookUp('postgres') ?? lookUp('wasl') ?? createAccount() ?? lookUp('nobody');
  if (!owner) {
    throw new EmbeddedPostgresError(
      'PostgreSQL refuses to run as root and no other account was found; run as an ordinary user or set DATABASE_URL',
    );
  }
  return switchingTo(owner);
}

/**
 * Makes sure that the account reaches the binaries and the folder, which fails when root works in a closed folder such
 * as /root. Then the account is given the one capability that it lacks, to pass closed folders (Linux, util-linux).
 */
export function reaching(account: Account, binaries: Binaries, folder: string): Account {
  const { owner } = account;
  if (!owner || reaches(account, binaries, folder)) return account;
  for (const capability of ['dac_read_search', 'dac_override']) {
    const passing = passingFolders(owner, capability);
    if (reaches(passing, binaries, folder)) return passing;
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL refuses to run as root, and no other account can enter ${folder}; run as an ordinary user, ` +
      'use a DATA_DIR and a project folder that everyone may enter, or set DATABASE_URL',
  );
}

function switchingTo(owner: { uid: number; gid: number }): Account {
  return { owner, command: (program, args) => ({ program, args, ...owner }) };
}

function passingFolders(owner: { uid: number; gid: number }, capability: string): Account {
  const drop = [
    // Without this bit access(2), which PostgreSQL uses to find itself, would not honour the capability.
    '--securebits=+no_setuid_fixup',
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    `--inh-caps=-all,+${capability}`,
    `--ambient-caps=+${capability}`,
  ];
  return { owner, command: (program, args) => ({ program: 'setpriv', args: [...drop, program, ...args] }) };
}

function reaches(account: Account, binaries: Binaries, folder: string): boolean {
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

function lookUp(name: string): { uid: number; gid: number } | undefined {
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
    return lookUp('wasl');
  } catch {
    return undefined;
  }
}
