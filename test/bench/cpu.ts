import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10;

/**
 * The processor time used by the system's programs from now on. Unlike a rate, it hardly changes when the machine
 * is busy with something else. Empty where there is no /proc.
 * @returns formats the milliseconds per unit of work, by program
 */
export function cpuByProgram(): (pieces: number) => string {
  const before = read();
  return (pieces) => {
    const after = read();
    const used = [...after].map(([name, ms]) => [name, ms - (before.get(name) ?? 0)] as const);
    return used.map(([name, ms]) => `${name} ${(ms / pieces).toFixed(1)}`).join(' + ') || 'unknown';
  };
}

function read(): Map<string, number> {
  const used = new Map<string, number>();
  for (const pid of processes()) {
    try {
      const name = programOf(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
      if (!name) continue;
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13)
        .map(Number);
      used.set(name, (used.get(name) ?? 0) + (user! + system!) * TICK_MS);
    } catch {
      continue; // the process has ended
    }
  }
  return used;
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function programOf(commandLine: string): string | undefined {
  if (commandLine.startsWith('postgres: wasl')) return 'postgres';
  return /dist\/apps\/(\w+)\/src\/main/.exec(commandLine)?.[1];
}
