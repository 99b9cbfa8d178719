import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';
import { SETTINGS, type RuntimeSettings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { serveHealth, type HealthServer } from './health-server.js';

const TOKEN = 'a-token-that-scrapes';

describe('the health server of a worker', () => {
  let system: TestSystem;
  let worker: INestApplicationContext;
  const servers: HealthServer[] = [];
  beforeAll(async () => {
    system = await startSystem({}, { env: { METRICS_TOKEN: TOKEN } });
    worker = await system.startWorker();
    servers.push(await serveHealth(worker, 0));
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await system?.stop();
  });
  const get = (path: string, init?: RequestInit) => fetch(`${servers[0]!.url}${path}`, init);

  it('says that the process runs and that it can work', async () => {
    for (const [path, body] of [
      ['/health/live', { status: 'ok' }],
      ['/health/ready', { status: 'ok', missing: [] }],
    ] as const) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(await answer.json()).toEqual(body);
      expect((await get(path, { method: 'HEAD' })).status).toBe(200);
    }
  });

  it('shows metrics to whoever has the token, and nothing to others', async () => {
    expect((await get('/metrics')).status).toBe(404);
    expect((await get('/metrics', { headers: { authorization: 'Bearer another-token-here' } })).status).toBe(
      404,
    );
    const answer = await get('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/plain'),
    ]);
    expect(await answer.text()).toContain('wasl_leader_epoch');
  });

  it('knows nothing else, and takes nothing', async () => {
    expect((await get('/')).status).toBe(404);
    expect((await get('/api/v1/tickets')).status).toBe(404);
    const posted = await get('/health/live', { method: 'POST', body: 'x'.repeat(100_000) });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('listens where the others do, and beside another worker on the same machine', async () => {
    const { HOST } = worker.get<RuntimeSettings>(SETTINGS);
    expect(HOST).toBe('127.0.0.1');
    servers.push(await serveHealth(worker, 0));
    expect(servers[1]!.url).not.toBe(servers[0]!.url);
    const taken = Number(new URL(servers[0]!.url).port);
    await expect(serveHealth(worker, taken)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('answers 503 with the names of what is missing', async () => {
    const query = worker.get(Database).query;
    worker.get(Database).query = () => Promise.reject(new Error('connection refused'));
    try {
      const answer = await get('/health/ready');
      expect(answer.status).toBe(503);
      expect(await answer.json()).toEqual({ status: 'unavailable', missing: ['database'] });
      expect((await get('/health/live')).status).toBe(200);
    } finally {
      worker.get(Database).query = query;
    }
  });
});
