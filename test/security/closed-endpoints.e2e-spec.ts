import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPortal, type Portal } from '../support/portal-app.js';
import { startSystem, type TestSystem } from '../support/system.js';

const TOKEN = 'a-token-for-metrics';
const statusesOf = async (system: TestSystem, headers = {}) =>
  Promise.all(
    ['/metrics', '/api/docs', '/api/openapi.json'].map(
      async (path) => (await system.anonymous.get(path, headers)).status,
    ),
  );
const policyOf = (headers: Headers) =>
  new Map(
    headers
      .get('content-security-policy')!
      .split(';')
      .map((part) => part.trim().split(' '))
      .map(([name, ...sources]) => [name!, sources]),
  );

describe('an api with default settings', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({});
  });
  afterAll(() => system.stop());

  it('hides metrics and API description', async () => {
    expect(await statusesOf(system)).toEqual([404, 404, 404]);
    expect((await system.anonymous.get('/metrics', { authorization: 'Bearer ' })).status).toBe(404);
    expect((await system.anonymous.get('/metrics')).headers.get('content-type')).toContain('problem+json');
    expect((await system.anonymous.get('/health/ready')).status).toBe(200);
  });

  it('restricts its pages to its own origin, and forbids framing', async () => {
    const { headers } = await system.anonymous.get('/health/live');
    const policy = policyOf(headers);
    const own = new URL(system.settings.PUBLIC_URL ?? `http://localhost:${system.settings.PORT}`).host;
    expect(policy.get('connect-src')).toEqual(["'self'", `ws://${own}`]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(headers.get('x-frame-options')).toBe('DENY');
  });
});

describe('an api with METRICS_TOKEN', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({}, { env: { METRICS_TOKEN: TOKEN } });
  });
  afterAll(() => system.stop());

  it('serves metrics with the token only', async () => {
    expect(await statusesOf(system)).toEqual([404, 404, 404]);
    expect(await statusesOf(system, { authorization: `Bearer ${TOKEN}.` })).toEqual([404, 404, 404]);
    const answer = await system.anonymous.get('/metrics', { authorization: `Bearer ${TOKEN}` });
    expect(answer.status).toBe(200);
    expect(answer.body.text).toContain('process_cpu_seconds_total');
  });
});

describe('an api with METRICS=1 and API_DOCS=1', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({}, { env: { METRICS: '1', API_DOCS: '1' } });
  });
  afterAll(() => system.stop());

  it('shows both', async () => {
    expect(await statusesOf(system)).toEqual([200, 200, 200]);
    expect((await system.anonymous.get('/api/openapi.json')).body).toHaveProperty('openapi');
  });
});

describe('the portal', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.close());

  it('names only its own host in its policy', async () => {
    const answer = await fetch(`${portal.url}/en`);
    expect(policyOf(answer.headers).get('connect-src')).toEqual(["'self'", 'ws://portal.example']);
    const sources = [...policyOf(answer.headers).values()].flat();
    expect(sources.filter((source) => source.includes('localhost'))).toEqual([]);
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect((await fetch(`${portal.url}/metrics`)).status).toBe(404);
  });
});
