import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, describeWithPrograms, programPath, waitFor } from '#wasl/testing';
import { freePort } from '../support/free-port.js';
import { Http } from '../simulate/http.js';
import { ManagedSystem } from '../simulate/managed-system.js';
import { type RunningRedis, startRedis } from './redis.js';

const START_MS = 120_000;

describeWithPrograms(['redis-server'], 'while Redis is away', () => {
  let store: RunningRedis;
  let system: ManagedSystem;
  let database: pg.Pool;
  let worker: string;

  beforeAll(async () => {
    store = await startRedis(programPath('redis-server'));
    const urls = await createTestDatabase();
    database = new pg.Pool({ connectionString: urls.ownerUrl, max: 2 });
    const port = await freePort();
    worker = `http://127.0.0.1:${port}`;
    const env = { WORKER_PORT: String(port), METRICS: '1' };
    system = await new ManagedSystem({ database: urls, redisUrl: store.url, env }).start();
    for (const url of [system.target.api, system.target.portal, worker])
      expect(await ready(url)).toEqual([200, { status: 'ok', missing: [] }]);
    await store.pause();
  }, START_MS);
  afterAll(async () => {
    await database?.end();
    await system?.discard();
    await store?.stop();
  }, START_MS);

  const ready = async (url: string) => {
    const answer = await fetch(`${url}/health/ready`);
    return [answer.status, await answer.json()];
  };
  const missed = (url: string) =>
    waitFor(
      async () => {
        const [status, body] = (await ready(url)) as [number, { missing: string[] }];
        return body.missing.length > 0 ? [status, body] : undefined;
      },
      { what: `${url} to miss it`, within: 60_000 },
    );
  const outbox = async () => (await database.query('SELECT 1 FROM outbox')).rowCount ?? 0;

  it('keeps api and portal ready, which say what is missing, and the worker not', async () => {
    for (const url of [system.target.api, system.target.portal])
      expect(await missed(url)).toEqual([200, { status: 'impaired', missing: ['job queues'] }]);
    expect(await missed(worker)).toEqual([503, { status: 'unavailable', missing: ['job queues'] }]);
    expect((await fetch(`${worker}/health/live`)).status).toBe(200);
  });

  it('takes what is filed, shows metrics without jobs, and works off everything when it is back', async () => {
    const filed = await new Http(system.target.api).post<{ number: string }>('/api/v1/public/tickets', {
      json: {
        kind: 'enquiry',
        subject: 'Filed without Redis',
        description: 'Somebody asks',
        language: 'en',
        requester: { audience: 'anonymous' },
      },
    });
    expect(filed.status).toBe(201);
    expect(filed.body.number).toMatch(/\d/);
    expect(await outbox()).toBeGreaterThan(0);
    const text = await (await fetch(`${worker}/metrics`)).text();
    expect(text).toMatch(/^wasl_outbox_oldest_event_age_seconds [\d.]+$/m);
    expect(text).not.toMatch(/^wasl_jobs_waiting\{/m);

    await store.resume();
    await waitFor(async () => (await outbox()) === 0, { what: 'the events to be moved', within: 90_000 });
    for (const url of [system.target.api, system.target.portal, worker])
      await waitFor(
        async () => (await ready(url))[0] === 200 && JSON.stringify(await ready(url)).includes('"ok"'),
        {
          what: `${url} to miss nothing`,
          within: 60_000,
        },
      );
  });
});
