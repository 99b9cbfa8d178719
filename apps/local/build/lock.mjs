// A lock between processes. It names its holder, so that the lock of a dead process can be taken over.
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Takes the lock, or returns who holds it: `{release}` or `{holder}`. */
export async function takeLock(path) {
  const mine = `${path}.${process.pid}`;
  for (;;) {
    // Written first and linked afterwards, so that a reader of the lock always sees its holder too.
    await writeFile(mine, `${process.pid} ${bornAt(process.pid)}`);
    try {
      await link(mine, path);
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    } finally {
      await rm(mine, { force: true });
    }
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const [pid, born] = text.split(' ');
    if (isAlive(Number(pid), born)) return { holder: Number(pid) };
    await removeStale(path, mine, text);
  }
}

/** Renamed before it is removed. If it turns out to be the new lock of another process, it is put back. */
async function removeStale(path, aside, stale) {
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) !== stale) await link(aside, path);
  } catch {
    // Another process removed it first.
  }
}

/** Runs `work` under the lock, waiting for whoever holds it. */
export async function withLock(path, work) {
  for (;;) {
    const lock = await takeLock(path);
    if (lock.holder !== undefined) {
      await pause(100);
      continue;
    }
    try {
      return await work();
    } finally {
      await lock.release();
    }
  }
}

function isAlive(pid, born) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  // After a restart of the machine or container the number may be another's.
  return born === bornAt(pid);
}

/** When a process began, in ticks since this boot of the machine; '?' where the system does not tell. */
function bornAt(pid) {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold spaces; the 20th field after it is the start time.
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return '?';
  }
}
