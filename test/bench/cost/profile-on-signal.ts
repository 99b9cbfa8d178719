import { renameSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/*
 * Loaded into each program before its own code: a first SIGWINCH begins a profile of its processor, a second writes it into
 * the folder BENCH_PROFILES under the program's id. Other signals end a program, or open its debugger.
 */
let session: Session | null = null;

async function turn(): Promise<void> {
  if (!session) {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    return;
  }
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  session = null;
  const path = `${process.env.BENCH_PROFILES}/${process.pid}`;
  writeFileSync(`${path}.new`, JSON.stringify(profile));
  renameSync(`${path}.new`, `${path}.cpuprofile`);
}

if (process.env.BENCH_PROFILES) process.on('SIGWINCH', () => void turn());
