import { readFileSync } from 'node:fs';
import { Reflector } from '@nestjs/core';
import { CREATED_AT, type CreatedAtRule, REQUEST_ID_HEADER } from '#wasl/platform';
import type { Client } from '../../../test/support/client.js';
import { type Endpoint, endpointsOf } from '../../../test/support/endpoints.js';
import { startSystem, type TestSystem } from '../../../test/support/system.js';
import { openApiDocument } from './openapi/openapi.js';

interface Operation {
  method: string;
  path: string;
  name: string;
  consumes: string[];
  answers: string[];
}

const MISSING_ID = '00000000-0000-4000-8000-000000000000';
const filled = (path: string) =>
  path
    .replace('{format}', 'json')
    .replace('{key}', 'nowhere')
    .replace(/\{\w+\}/g, MISSING_ID);

/** Conventions that read a body whatever its type is called, or answer in their own format. */
const ANY_TYPE = [/^\/api\/v1\/cti\/\{token\}/, /^\/api\/v1\/messaging\//, /^\/open311\//];

const isOfInterface = ({ method, path }: Endpoint) => method !== 'ALL' && /^\/(api|open311)\//.test(path);

describe('HTTP conventions of all operations', () => {
  let system: TestSystem;
  let root: Client;
  let operations: Operation[];
  let endpoints: Endpoint[];
  beforeAll(async () => {
    system = await startSystem({ root: { role: 'administrator' } });
    root = await system.signInAs('root');
    endpoints = endpointsOf(system);
    const { paths } = openApiDocument(system.api);
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(
        methods as Record<string, { requestBody?: { content: object }; responses: Record<string, object> }>,
      ).map(([method, { requestBody, responses }]) => ({
        method: method.toUpperCase(),
        path,
        name: `${method.toUpperCase()} ${path}`,
        consumes: Object.keys(requestBody?.content ?? {}),
        answers: Object.keys(responses),
      })),
    );
    expect(operations.length).toBeGreaterThan(200);
  });
  afterAll(() => system.stop());

  const raw = (method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
    fetch(system.url + path, { method, headers, body });

  describe('limits', () => {
    it('should be said in every answer', async () => {
      const silent: string[] = [];
      for (const { method, path } of endpoints.filter(isOfInterface)) {
        const { headers } = await raw(method, path.replace(/:\w+/g, MISSING_ID));
        const names = ['policy', 'limit', 'remaining', 'reset'].map((name) => `ratelimit-${name}`);
        if (!names.every((name) => headers.has(name))) silent.push(`${method} ${path}`);
      }
      expect(silent).toEqual([]);
      const { headers } = await raw('GET', '/api/v1/nothing');
      expect(Number(headers.get('ratelimit-remaining'))).toBeGreaterThan(0);
    });
  });

  describe('401', () => {
    it('should say how to sign in', async () => {
      const wrong: string[] = [];
      for (const { method, path } of endpoints.filter(({ access }) => access && !('public' in access))) {
        const target = path.replace(/:\w+/g, MISSING_ID);
        const { status, headers } = await raw(method, target);
        if (status !== 401 || headers.get('www-authenticate') !== 'Bearer realm="wasl"')
          wrong.push(`${method} ${path} ${status} ${headers.get('www-authenticate')}`);
      }
      expect(wrong).toEqual([]);
    });

    it('should say that a token is wrong, and answer programs of other conventions the same', async () => {
      const token = await raw('GET', '/api/v1/tickets', { authorization: 'Bearer nothing' });
      expect(token.headers.get('www-authenticate')).toBe('Bearer realm="wasl", error="invalid_token"');
      const phone = await raw('POST', '/api/v1/cti/wrong', { 'content-type': 'application/json' }, '{}');
      expect([phone.status, phone.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="wasl"']);
    });
  });

  describe('405 and OPTIONS', () => {
    it('should name the methods of every path', async () => {
      const wrong: unknown[] = [];
      for (const path of new Set(operations.map((one) => one.path))) {
        const here = operations.filter((one) => one.path === path);
        const target = filled(path);
        const other = await raw('PROPFIND', target);
        const options = await raw('OPTIONS', target);
        const allow = other.headers.get('allow')?.split(', ') ?? [];
        const missing = here.filter(({ method }) => !allow.includes(method));
        const isSame = options.headers.get('allow') === other.headers.get('allow');
        if (other.status !== 405 || options.status !== 204 || missing.length > 0 || !isSame)
          wrong.push([path, other.status, options.status, allow]);
      }
      expect(wrong).toEqual([]);
    });

    it('should be a problem, or an Open311 error', async () => {
      const problem = await root.call('DELETE', '/api/v1/tickets');
      expect([problem.status, problem.body.code, problem.headers.get('allow')]).toEqual([
        405,
        'route.method_not_allowed',
        'GET, HEAD, POST, OPTIONS',
      ]);
      const open311 = await raw('PUT', '/open311/v2/services.json');
      expect([open311.status, open311.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(await open311.json()).toMatchObject([{ code: '405' }]);
    });

    it('should answer HEAD with the headers of GET and no body', async () => {
      const [head, get] = [await root.call('HEAD', '/api/v1/queues'), await root.get('/api/v1/queues')];
      expect([head.status, head.body.text]).toEqual([200, '']);
      expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
      expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
    });
  });

  describe('404', () => {
    it.each([
      '/api/v1/nothing',
      '/api',
      '/api/nothing.json',
      '/nothing',
      '/nothing.php',
      '/metrics/x',
      '/%ff',
    ])('should be a problem at %s, also for a browser', async (path) => {
      const answer = await raw('GET', path, { accept: 'text/html' });
      expect([answer.status < 500, answer.headers.get('content-type')]).toEqual([
        true,
        'application/problem+json; charset=utf-8',
      ]);
      if (path !== '/%ff') expect(answer.status).toBe(404);
    });
  });

  describe('415', () => {
    it('should refuse a body of another type wherever a body is read', async () => {
      const wrong: string[] = [];
      const reading = operations.filter(
        ({ consumes, path }) => consumes.length > 0 && !ANY_TYPE.some((one) => one.test(path)),
      );
      expect(reading.length).toBeGreaterThan(80);
      for (const { method, path, name, consumes } of reading) {
        const headers = { cookie: root.cookie!, 'content-type': 'application/xml', 'if-match': '"1"' };
        const answer = await raw(method, filled(path), headers, '<x/>');
        const { code } = (await answer.json()) as { code?: string };
        // Some ask for a confirmation of the caller first.
        if (code === 'session.confirm_required') continue;
        if (code !== 'body.unsupported_type' || answer.headers.get('accept') !== consumes[0])
          wrong.push(`${name} → ${answer.status} ${code} ${answer.headers.get('accept')}`);
      }
      expect(wrong).toEqual([]);
    });

    it('should refuse JSON where a file is read, and a body without a type', async () => {
      expect((await root.post('/api/v1/attachments', {})).status).toBe(415);
      const bare = await fetch(`${system.url}/api/v1/tickets`, {
        method: 'POST',
        headers: { cookie: root.cookie! },
        body: new Uint8Array([123, 125]),
      });
      expect(bare.status).toBe(415);
    });

    it('should leave alone a body that an endpoint does not read, and a call without one', async () => {
      const answer = await raw('POST', `/api/v1/tickets/2648-1937-0525/close`, {
        cookie: root.cookie!,
        'content-type': 'application/xml',
      });
      expect(answer.status).toBe(404);
    });
  });

  describe('creations', () => {
    it('should each say where to read what was created', () => {
      const readable = new Set(
        endpoints.filter(({ method }) => method === 'GET').map(({ path }) => path.replace(/:\w+/g, '*')),
      );
      const reflector = system.api.get(Reflector);
      const undecided = endpoints
        .filter(({ method, path }) =>
          operations.some(
            (one) =>
              one.method === method &&
              one.path.replace(/\{\w+\}/g, '*') === path.replace(/:\w+/g, '*') &&
              one.answers.includes('201'),
          ),
        )
        .filter(({ path, handler }) => {
          const rule = reflector.get<CreatedAtRule | undefined>(CREATED_AT, handler);
          const own = path.replace(/:\w+/g, '*');
          return !rule && !readable.has(`${own}/*`) && !readable.has(own);
        })
        .map(({ method, path }) => `${method} ${path}`);
      // Add @CreatedAt('/path/:field') to the handler, or @CreatedWithoutLocation('why').
      expect(undecided).toEqual([]);
    });
  });

  describe('request ids', () => {
    const idOf = async (sent?: string) => {
      const { headers } = await raw('GET', '/api/v1/tickets', sent ? { 'x-request-id': sent } : {});
      return headers.get(REQUEST_ID_HEADER);
    };

    it('should be answered as sent when valid, and made otherwise', async () => {
      expect(await idOf('abc-1:2.3/=_+')).toBe('abc-1:2.3/=_+');
      const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
      for (const bad of [undefined, 'x'.repeat(129), 'a b', 'a"b', '<script>', 'a,b'])
        expect(await idOf(bad)).toMatch(uuid);
      expect(await idOf()).not.toBe(await idOf());
    });

    it('should be in the problem when the caller named the request', async () => {
      const named = await root.get('/api/v1/nothing', { 'x-request-id': 'mine-1' });
      expect(named.body.requestId).toBe('mine-1');
      expect((await root.get('/api/v1/nothing')).body).not.toHaveProperty('requestId');
    });
  });

  it('should keep test/access-list.txt free of methods that CORS and Allow do not know', () => {
    const methods = readFileSync('test/access-list.txt', 'utf8').match(/^[A-Z]+(?= \/)/gm)!;
    expect(new Set(methods)).toEqual(new Set(['ALL', 'DELETE', 'GET', 'PATCH', 'POST', 'PUT']));
  });
});
