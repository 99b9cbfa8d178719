import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Metrics, StoredFigures } from '#wasl/platform';
import { waitFor } from '#wasl/testing';
import { startSystem, type TestSystem } from '../../../test/support/system.js';
import { valuesOf } from '../../../test/support/metrics-text.js';

/** Figures stay as they are for ten seconds. */
const WITHIN = { within: 60_000 };

describe('figures that tell when the system stands still', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ chief: { role: 'supervisor' } });
  });
  afterAll(() => system?.stop());

  const scrape = async (app: Pick<INestApplicationContext, 'get'> = system.api) =>
    valuesOf(await app.get(Metrics, { strict: false }).registry.metrics());
  const one = async (name: string, app?: Pick<INestApplicationContext, 'get'>) =>
    (await scrape(app)).find((value) => value.name === name)?.value;
  const becomes = (name: string, holds: (value: number | undefined) => boolean) =>
    waitFor(async () => holds(await one(name)), { what: `another ${name}`, ...WITHIN });

  it('shows in the api how long events have waited while no worker runs, and that they wait no more', async () => {
    await system.database.query(
      `INSERT INTO outbox (type, data, at) VALUES ('presence.changed', '{"agentId": null}', now() - interval '5 minutes')`,
    );
    expect(await one('wasl_outbox_oldest_event_age_seconds')).toBeGreaterThan(299);
    await system.database.query(`UPDATE outbox SET set_aside_at = now()`);
    await becomes('wasl_outbox_oldest_event_age_seconds', (value) => value === 0);
    expect(await one('wasl_outbox_dead_letters')).toBe(1);
    await system.database.query('DELETE FROM outbox');
  });

  it('shows mail that is due and not sent, and not what is to be tried later', async () => {
    await system.database.query(
      `INSERT INTO outgoing_mail (id, event_id, purpose, message_id, recipient, subject, body_text, state, next_attempt_at, created_at)
       SELECT gen_random_uuid(), 'e' || n, 'test', 'm' || n, 'a@b.example', 's', 't', 'queued',
              now() + CASE n WHEN 3 THEN interval '1 hour' ELSE interval '-10 minutes' END, now()
         FROM generate_series(1, 3) AS n`,
    );
    await becomes('wasl_mail_due', (value) => value === 2);
    expect(await one('wasl_mail_oldest_due_age_seconds')).toBeGreaterThan(599);
    await system.database.query('DELETE FROM outgoing_mail');
  });

  it('shows the connections of a process', async () => {
    const found = await scrape();
    const of = (state: string) =>
      found.find(({ name, labels }) => name === 'wasl_database_connections' && labels.state === state);
    expect(of('used')!.value + of('idle')!.value).toBeGreaterThan(0);
    expect(found.find(({ name }) => name === 'wasl_database_connections_max')!.value).toBe(8);
    expect(found.find(({ name }) => name === 'wasl_database_waiting')!.value).toBe(0);
    expect(system.api.get(StoredFigures, { strict: false })).toBeDefined();
  });

  it('shows in the worker the jobs that wait and when each task last succeeded', async () => {
    const worker = await system.startWorker();
    const task = (name: string, list: Awaited<ReturnType<typeof scrape>>) =>
      list.find((value) => value.name === name && value.labels.task === 'route-waiting-work')?.value;
    const succeeded = 'wasl_periodic_task_last_success_timestamp_seconds';
    const found = await waitFor(
      async () => {
        const list = await scrape(worker);
        return task(succeeded, list) === undefined ? undefined : list;
      },
      { what: 'a run of a task', ...WITHIN },
    );
    expect(Math.abs(Date.now() / 1000 - task(succeeded, found)!)).toBeLessThan(60);
    expect(task('wasl_periodic_task_interval_seconds', found)).toBe(5);
    const queues = found.filter(({ name }) => name === 'wasl_jobs_waiting').map(({ labels }) => labels.queue);
    expect(queues).toContain('notifications');
    expect(await one('wasl_leader_epoch', worker)).toBeDefined();
  });
});
