export interface ScheduledTask {
  name: string;
  everyMs: number;
}

const SHORTEST_MS = 1_000;

/** What is wrong with the tasks of a process, a line each. */
export function periodicTaskFaults(tasks: readonly (ScheduledTask & { owner: string })[]): string[] {
  const owners = new Map<string, string[]>();
  for (const { name, owner } of tasks) owners.set(name, [...(owners.get(name) ?? []), owner]);
  return [
    ...[...owners].flatMap(([name, own]) =>
      own.length > 1 ? [`${name} is declared by ${own.join(' and ')}`] : [],
    ),
    ...tasks.flatMap(({ name, everyMs }) =>
      Number.isInteger(everyMs) && everyMs >= SHORTEST_MS
        ? []
        : [`${name}: the interval must be ${SHORTEST_MS} ms or more`],
    ),
  ];
}

/**
 * The tasks worth asking the database for. A task is asked for at the pace of its interval, and within half a minute at
 * the latest: another worker may have taken it and ended, or the database's clock may have been set back.
 * @param asked when each was asked for last
 * @param now of the same monotonic clock, milliseconds
 */
export function dueLocally<Task extends ScheduledTask>(
  tasks: readonly Task[],
  asked: ReadonlyMap<string, number>,
  now: number,
): Task[] {
  return tasks.filter(({ name, everyMs }) => {
    const last = asked.get(name);
    return last === undefined || now - last >= Math.min(everyMs / 2, LONGEST_UNASKED_MS);
  });
}

const LONGEST_UNASKED_MS = 30_000;
