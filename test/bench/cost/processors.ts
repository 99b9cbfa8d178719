import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

const TICK_MS = 10;

/** Milliseconds of processor since each began, by what used them. */
export type Used = Map<string, number>;

/** Names of those of PostgreSQL's processes that serve nobody. */
export const BACKGROUND = 'background of PostgreSQL';

/**
 * What the programs of this process's system and its PostgreSQL have used so far: programs by name, PostgreSQL by the
 * application that its processes serve, with those that have ended. Unlike a rate it hardly changes when the machine is
 * busy with something else.
 * @param client whose own connection is left out
 */
export async function usedProcessor(dataDir: string, client: pg.Client): Promise<Used> {
  const postmaster = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const { rows } = await client.query<{ pid: number; name: string }>(
    `SELECT pid, application_name AS name FROM pg_stat_activity
      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  const { rows: own } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const served = new Map(rows.map(({ pid, name }) => [pid, `PostgreSQL for ${name || 'others'}`]));
  const used: Used = new Map();
  const add = (name: string, ms: number) => used.set(name, (used.get(name) ?? 0) + ms);
  for (const { pid, parent, ms, endedMs, program } of processes()) {
    if (parent === process.pid && program) add(program, ms);
    else if (pid === postmaster) add(BACKGROUND, ms + endedMs);
    else if (parent === postmaster && pid !== own[0]!.pid) add(served.get(pid) ?? BACKGROUND, ms);
  }
  return used;
}

/** What was used between the two, in milliseconds for each of so many pieces of work. */
export function usedBetween(before: Used, after: Used, pieces: number): Used {
  const names = [...after.keys()];
  return new Map(names.map((name) => [name, (after.get(name)! - (before.get(name) ?? 0)) / pieces]));
}

/** The ids of this process's programs, by name. */
export function programs(): Map<string, number> {
  const own = processes().filter(({ parent, program }) => parent === process.pid && program);
  return new Map(own.map(({ program, pid }) => [program!, pid]));
}

interface Process {
  pid: number;
  parent: number;
  ms: number;
  /** of its children that have ended */
  endedMs: number;
  program?: string;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [read(Number(name))];
      } catch {
        return []; // it ended meanwhile
      }
    });
}

function read(pid: number): Process {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is a name in brackets, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = (from: number) => (Number(fields[from]) + Number(fields[from + 1])) * TICK_MS;
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  const program = /dist\/apps\/(\w+)\/src\/main/.exec(command)?.[1];
  return { pid, parent: Number(fields[1]), ms: ticks(11), endedMs: ticks(13), program };
}
