import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from '#wasl/contracts';
import { EventHandlers, handles, JobHandlers, type NamedHandler, PeriodicTasks } from '#wasl/platform';
import { type MailSystem, startMailSystem } from './support/mail-system.js';

const FILE = join(import.meta.dirname, 'event-map.txt');

/** Which part handles what. UPDATE_EVENT_MAP=1 writes the checked-in file anew. */
describe('the map of events, jobs and periodic tasks', () => {
  let system: MailSystem;
  beforeAll(async () => {
    system = await startMailSystem({}, { tasks: true });
  });
  afterAll(() => system?.stop());

  it('is as checked in, so that a change is seen in review', () => {
    const map = [
      '# Events: who reacts at once (signal), what is written with them (projection, in order), what live rooms are',
      '# told (live), and which job queue works on them (job).',
      ...EVENT_TYPES.toSorted().flatMap((type) => [
        type,
        ...system.app
          .get(EventHandlers)
          .all.filter((handler) => handles(handler, type))
          .map((handler) => `  ${kindOf(handler)} ${handler.name}`),
      ]),
      '',
      '# Job queues',
      ...system.app
        .get(JobHandlers)
        .all.map(({ name, declaration }) => `${declaration.queue} ${name}`)
        .sort(),
      '',
      '# Periodic tasks, with the seconds of their interval',
      ...system.app
        .get(PeriodicTasks)
        .all.map(({ name, owner, everyMs }) => `${name} ${everyMs / 1_000} ${owner}`)
        .sort(),
      '',
    ].join('\n');
    if (process.env.UPDATE_EVENT_MAP) writeFileSync(FILE, map);
    expect(map).toBe(readFileSync(FILE, 'utf8'));
  });

  it('has a row in the database for every task, and each has begun to run', async () => {
    const { all } = system.app.get(PeriodicTasks);
    const rows = await system.db.query<{ name: string }>('SELECT name FROM periodic_task ORDER BY name');
    expect(rows.map(({ name }) => name).sort()).toEqual(all.map(({ name }) => name).sort());
  });
});

function kindOf({ declaration: { options } }: NamedHandler): string {
  if (options.as === 'projection') return `projection ${options.order}`;
  return options.as === 'job' ? `job ${options.queue}` : options.as;
}
