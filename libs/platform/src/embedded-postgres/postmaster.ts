import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** What PostgreSQL writes into `postmaster.pid`: the process, and whether it takes connections. */
export interface Postmaster {
  pid: number;
  ready: boolean;
}

const PID_LINE = 0;
const STATUS_LINE = 7;

export async function readPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  try {
    const lines = (await readFile(join(dataFolder, 'postmaster.pid'), 'utf8')).split('\n');
    const pid = Number(lines[PID_LINE]);
    return pid > 1 ? { pid, ready: lines[STATUS_LINE]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Stops a PostgreSQL that an earlier run left behind on this folder (its parent was killed). A pid file whose process
 * is gone, or is another program by now, is left alone: PostgreSQL checks it itself.
 */
export async function stopLeftover(dataFolder: string): Promise<boolean> {
  const leftover = await readPostmaster(dataFolder);
  if (!leftover || !isPostgresOf(dataFolder, leftover.pid)) return false;
  // SIGINT aborts open transactions and writes a checkpoint; SIGQUIT is used when that takes too long.
  for (const [signal, seconds] of [
    ['SIGINT', 15],
    ['SIGQUIT', 5],
  ] as const) {
    signalProcess(leftover.pid, signal);
    if (await waitForExit(leftover.pid, seconds * 1000)) return true;
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL of an earlier run (process ${leftover.pid}) does not end; stop it by hand`,
  );
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isPostgresOf(dataFolder: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')) return false;
    // PostgreSQL works inside its folder; after a reboot the pid may belong to another cluster.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataFolder);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM') {
      throw new EmbeddedPostgresError(
        `PostgreSQL of an earlier run (process ${pid}) belongs to another account; stop it, or start as that account`,
      );
    }
  }
}

async function waitForExit(pid: number, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await pause(25);
  }
  return true;
}
