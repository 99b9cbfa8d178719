// One at a time, between processes. The lock names its holder, so that a dead one's can be taken over.
import { open, readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Takes the lock or says who holds it: `{release}` or `{holder}`. */
export async function takeLock(path) {
  for (;;) {
    try {
      const file = await open(path, 'wx', 0o644);
      await file.writeFile(String(process.pid));
      await file.close();
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = await holderOf(path);
    if (holder === undefined) continue;
    if (isAlive(holder)) return { holder };
    // Moved aside before it is removed: of two that find it stale only one succeeds, and neither removes a new one.
    const stale = `${path}.${process.pid}`;
    await rename(path, stale).catch(() => undefined);
    await rm(stale, { force: true });
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

async function holderOf(path) {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  // Empty: its maker has not yet written its name, or was killed just then.
  if (text === '') {
    await pause(200);
    return Number((await readFile(path, 'utf8').catch(() => '')) || 0);
  }
  return Number(text);
}

function isAlive(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
