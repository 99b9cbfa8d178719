import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApiDocument } from '../../apps/api/src/openapi/openapi.js';
import { type Endpoint, endpointsOf } from '../support/endpoints.js';
import { type Portal, startPortal } from '../support/portal-app.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { MALFORMED_URLS, MALFORMED_PATHS, malformedQueries, sampleEvenly } from './malformed-parameters.js';
import { inParallel } from './check-each.js';

const AT_ONCE = 8;
/** Requests per role; all roles and the portal take half a minute on an idle machine. */
const MOST = { root: 3_000, others: 300, portal: 900 };
/** A busy machine must not fail the test. */
const PATIENCE_MS = 600_000;
const FOREIGN = /^\/(?:open311|api\/v1\/cti\/:token)/;
const ROLES = ['root', 'supervisor', 'agent', null] as const;

interface Try {
  method: string;
  path: string;
  endpoint: string;
}
type Role = (typeof ROLES)[number];

/** A value that passes the first validation, so that the tested parameter decides. */
function fill(path: string, tried?: string, value = ''): string {
  return path.replace(/:(\w+)|\*\w+/g, (_all, name?: string) => {
    if (name && name === tried) return value;
    if (name === 'format') return 'json';
    if (name === 'number') return '264819370525';
    return 'general';
  });
}
const namesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);

function triesOf(endpoint: Endpoint, queries: string[]): Try[] {
  const { method, path } = endpoint;
  const of = (address: string): Try => ({ method, path: address, endpoint: `${method} ${path}` });
  return [
    ...namesIn(path).flatMap((name) => MALFORMED_PATHS.map((value) => of(fill(path, name, value)))),
    ...queries.flatMap((name) => malformedQueries(name).map((query) => of(`${fill(path)}?${query}`))),
    ...(method === 'GET' ? MALFORMED_URLS.map((address) => of(fill(path) + address)) : []),
  ];
}

describe('malformed parameters of the api', () => {
  let system: TestSystem;
  let endpoints: Endpoint[];
  let documented: Map<string, string[]>;
  const cookies = new Map<Role, string | undefined>();
  let sent = 0;

  beforeAll(async () => {
    system = await startSystem(
      { root: { role: 'administrator' }, supervisor: { role: 'supervisor' }, agent: {} },
      { env: { TRUST_PROXY: '1' } },
    );
    for (const role of ROLES) cookies.set(role, role ? (await system.signInAs(role)).cookie : undefined);
    endpoints = endpointsOf(system).map((one) => ({
      ...one,
      method: one.method === 'ALL' ? 'GET' : one.method,
    }));
    documented = new Map();
    for (const [path, methods] of Object.entries(openApiDocument(system.api).paths)) {
      for (const [method, operation] of Object.entries(methods as Record<string, { parameters?: Named[] }>)) {
        const names = (operation.parameters ?? []).filter((one) => one.in === 'query').map((one) => one.name);
        documented.set(`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`, names);
      }
    }
  });
  afterAll(() => system.stop());
  interface Named {
    in: string;
    name: string;
  }

  const queriesOf = ({ method, path, queries }: Endpoint) => [
    ...new Set([...queries, ...(documented.get(`${method} ${path}`) ?? [])]),
  ];

  const triesOfAll = () => endpoints.flatMap((one) => triesOf(one, queriesOf(one)));

  /** @returns problems of the answer */
  async function refused({ method, path, endpoint }: Try, role: Role): Promise<string | null> {
    const n = ++sent;
    const cookie = cookies.get(role);
    const response = await fetch(system.url + path, {
      method,
      // Each request from another network, so that no rate limit answers first.
      headers: {
        'x-forwarded-for': `2001:db8:${(n >> 16).toString(16)}:${(n & 0xffff).toString(16)}::1`,
        ...(cookie && { cookie }),
      },
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const told = `${endpoint} as ${role ?? 'nobody'}: ${path.slice(0, 200)} → ${response.status}`;
    if (response.status >= 500) return `${told} ${text.slice(0, 200)}`;
    if (response.status < 400 || method === 'HEAD') return null;
    const isForeign = FOREIGN.test(endpoint.split(' ')[1]!);
    const isRight = isForeign ? /json|xml/.test(type) : type.startsWith('application/problem+json');
    return isRight && text.length < 20_000 ? null : `${told} as ${type}, ${text.length} bytes`;
  }

  async function refusals(tries: Try[], role: Role): Promise<string[]> {
    const wrong: string[] = [];
    await inParallel(tries, AT_ONCE, async (one) => {
      const fault = await refused(one, role);
      if (fault) wrong.push(fault);
    });
    return wrong.sort();
  }

  it('are derived from the endpoints themselves', () => {
    const named = endpoints.flatMap((one) => queriesOf(one));
    expect(named.length).toBeGreaterThan(40);
    expect(named).toEqual(expect.arrayContaining(['q', 'page[size]', 'page[after]', 'from', 'to', 'lang']));
  });

  it(
    'never cause a server error for an administrator',
    async () => {
      const tries = sampleEvenly(triesOfAll(), MOST.root);
      expect(tries).toHaveLength(MOST.root);
      expect(await refusals(tries, 'root')).toEqual([]);
      expect((await system.anonymous.get('/health/ready')).status).toBe(200);
    },
    PATIENCE_MS,
  );

  it.each(ROLES.slice(1))(
    'never do so for %s either',
    async (role) => {
      // A few values of every parameter: differences by role are decided before parameters are read.
      expect(await refusals(sampleEvenly(triesOfAll(), MOST.others), role)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'are refused with the right status',
    async () => {
      const root = await system.signInAs('root');
      const answer = await root.get('/api/v1/tickets?q=a%00b');
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toEqual([expect.objectContaining({ path: 'q', code: 'control_character' })]);
      // Longer than the column.
      for (const version of ['2147483648', '9223372036854775808']) {
        const old = await root.get(`/api/v1/admin/routing/versions/${version}`);
        expect([version, old.status, old.body.code]).toEqual([version, 404, 'routing.version_not_found']);
      }
      const forged = Buffer.from('{"0":"x"}').toString('base64url');
      const lists = endpoints.filter((one) => queriesOf(one).includes('page[after]') && one.method === 'GET');
      expect(lists.length).toBeGreaterThan(15);
      for (const { path } of lists) {
        const { status } = await root.get(`${fill(path)}?page[after]=${forged}`);
        expect([path, [400, 404].includes(status)]).toEqual([path, true]);
      }
      expect((await root.get(`/api/v1/tickets?page[after]=${forged}`)).body.errors).toEqual([
        expect.objectContaining({ path: 'page[after]', code: 'cursor' }),
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'are refused in every body, with the path of the field',
    async () => {
      const root = await system.signInAs('root');
      const writes = endpoints.filter(
        ({ method, path }) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method) && !FOREIGN.test(path),
      );
      expect(writes.length).toBeGreaterThan(60);
      for (const { method, path } of writes) {
        if (path === '/api/v1/messaging/events') continue;
        const { status, body } = await root.call(method, fill(path), '{"a":{"b":["c","d\\u0000"]}}');
        expect([method, path, status, body.errors]).toEqual([
          method,
          path,
          400,
          [expect.objectContaining({ path: 'a.b.1', code: 'control_character' })],
        ]);
      }
    },
    PATIENCE_MS,
  );
});

describe('malformed parameters of the portal', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.close());

  it(
    'lead to a page in the right language, never to a server error',
    async () => {
      const endpoints = endpointsOf({ api: portal.app }).filter(({ method }) => method === 'GET');
      expect(endpoints.length).toBeGreaterThan(30);
      const tries = sampleEvenly(
        endpoints.flatMap((one) => triesOf(one, one.queries)),
        MOST.portal,
      );
      expect(tries.length).toBeGreaterThan(500);
      const wrong: string[] = [];
      await inParallel(tries, AT_ONCE, async ({ path, endpoint }) => {
        const response = await fetch(portal.url + path, { redirect: 'manual' });
        const text = await response.text();
        const told = `${endpoint}: ${path.slice(0, 200)} → ${response.status}`;
        if (response.status >= 500) wrong.push(told);
        else if (response.status >= 400 && response.status !== 429) {
          const language = /^\/(ar|en)\b/.exec(path)?.[1] ?? '(?:ar|en)';
          if (!new RegExp(`<html[^>]* lang="${language}"`).test(text))
            wrong.push(`${told} in another language`);
        }
      });
      expect(wrong.sort()).toEqual([]);
    },
    PATIENCE_MS,
  );
});
