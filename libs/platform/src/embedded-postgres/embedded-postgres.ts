import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Account, chooseAccount, ensureFolderAccess } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';
import { createCluster, hasCluster, POSTGRES_ENV, readConnection, saveConnection } from './cluster.js';
import { DATABASE_ROLES, type DatabaseRole, ensureRoles, newRolePasswords } from './database-roles.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { freePort } from './free-port.js';
import { readPostmaster, stopLeftover } from './postmaster.js';

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster; created when missing, together with its parent folder. */
  folder: string;
  /** For tests only: gives up durability for speed. */
  unsafe?: boolean;
  /**
   * Whether it survives a Ctrl-C at the terminal, so that the process that started it can stop it last. Default true.
   */
  ownGroup?: boolean;
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  pid: number;
  port: number;
  /** Connection string of a database for a role. */
  url(role: DatabaseRole, database?: string): string;
  /** For set-up only: this role can read any file and run any program as PostgreSQL's account. */
  superuserUrl(database?: string): string;
  /** Resolves when PostgreSQL has exited, for whatever reason. */
  ended: Promise<void>;
  /** Aborts open transactions, writes a checkpoint and exits. */
  stop(): Promise<void>;
}

const DURABLE = {
  shared_buffers: '128MB',
  wal_compression: 'on',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
};
const UNSAFE = { shared_buffers: '128MB', fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
const COMMON = {
  listen_addresses: '127.0.0.1',
  // No socket files: their paths are limited to 107 characters, and TCP on loopback is enough.
  unix_socket_directories: '',
  max_connections: '200',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  random_page_cost: '1.1',
  idle_session_timeout: '0',
};
const START_WITHIN_MS = 60_000;
const LOG_LIMIT = 8 * 1024 * 1024;

/**
 * Starts PostgreSQL on `folder`. Creates the cluster first when there is none, and stops a server that a killed run
 * left behind. Runs the binaries itself rather than through the embedded-postgres wrapper, which installs signal
 * handlers, waits for a log line, and handles neither leftover servers nor folders that its account cannot enter.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { folder } = options;
  mkdirSync(dirname(folder), { recursive: true });
  const binaries = await findBinaries();
  const account = ensureFolderAccess(chooseAccount(folder), binaries, dirname(folder));
  if (!hasCluster(folder)) {
    refuseForeignFolder(folder);
    await createCluster(folder, binaries, account, !options.unsafe);
  } else await stopLeftover(folder);

  const connection = await readConnection(folder);
  const port = await freePort(connection.port);
  const roles = connection.roles ?? newRolePasswords();
  if (port !== connection.port || !connection.roles)
    await saveConnection(folder, { ...connection, port, roles }, account);
  const child = await launchUntilReady(binaries, account, port, options);
  const ended =
    child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();
  const urlFor = (user: string, password: string, database = 'wasl') =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  const superuserUrl = (database?: string) => urlFor(connection.user, connection.password, database);
  try {
    await ensureRoles(superuserUrl('postgres'), roles);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return {
    pid: child.pid!,
    port,
    url: (role, database) => urlFor(DATABASE_ROLES[role], roles[role], database),
    superuserUrl,
    ended: ended.then(() => undefined),
    stop: () => stop(child),
  };
}

/** Never removes a folder that is not our cluster. */
function refuseForeignFolder(folder: string): void {
  if (existsSync(folder)) {
    throw new EmbeddedPostgresError(`${folder} exists and is not a PostgreSQL folder of Wasl; move it away`);
  }
}

async function launchUntilReady(
  binaries: Binaries,
  account: Account,
  port: number,
  options: EmbeddedPostgresOptions,
): Promise<ChildProcess> {
  const end = Date.now() + START_WITHIN_MS;
  for (;;) {
    const child = launch(binaries, account, port, options);
    if (await waitUntilReady(child, options.folder, end)) return child;
    const reason = lastError(logFile(options.folder));
    // Children of a killed PostgreSQL need a moment to notice that their parent is gone.
    const isTransient = /still in use|is another (postmaster|server)|lock file .* already exists/i.test(
      reason,
    );
    if (!isTransient || Date.now() > end)
      throw new EmbeddedPostgresError(`PostgreSQL does not start: ${reason}`);
    await pause(200);
  }
}

function launch(
  binaries: Binaries,
  account: Account,
  port: number,
  options: EmbeddedPostgresOptions,
): ChildProcess {
  const settings = {
    ...COMMON,
    ...(options.unsafe ? UNSAFE : DURABLE),
    ...options.settings,
    port: String(port),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { program, args, uid, gid } = account.command(binaries.postgres, ['-D', options.folder, ...flags]);
  const log = openLog(logFile(options.folder));
  const child = spawn(program, args, {
    uid,
    gid,
    cwd: '/',
    env: POSTGRES_ENV,
    // A file rather than a pipe: PostgreSQL can still write when this process is killed.
    stdio: ['ignore', log, log],
    detached: options.ownGroup ?? true,
  });
  closeSync(log);
  child.on('error', () => undefined);
  return child;
}

/** PostgreSQL writes into its pid file when it accepts connections; `pg_ctl --wait` relies on this too. */
async function waitUntilReady(child: ChildProcess, folder: string, end: number): Promise<boolean> {
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const postmaster = await readPostmaster(folder);
    if (postmaster?.ready && postmaster.pid === child.pid) return true;
    if (Date.now() > end) {
      await stop(child);
      return false;
    }
    await pause(15);
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGINT');
  // A checkpoint on a slow disk takes long; SIGQUIT loses no data either, but the next start must recover.
  const quitTimer = setTimeout(() => child.kill('SIGQUIT'), 20_000);
  await exit;
  clearTimeout(quitTimer);
}

const logFile = (folder: string) => `${folder}.log`;

function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function lastError(path: string): string {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(-20);
  const fault = lines.findLast((line) => /FATAL|PANIC|error|cannot/i.test(line)) ?? lines.at(-1);
  return fault?.replace(/^.*?(FATAL|PANIC):\s*/, '') || `see ${path}`;
}
