import type { Client } from '../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../test/support/system.js';

const CONSOLE = 'https://dashboard.example';

describe('headers of answers', () => {
  let system: TestSystem;
  let root: Client;
  beforeAll(async () => {
    system = await startSystem({ root: { role: 'administrator' } }, { env: { CORS_ORIGINS: CONSOLE } });
    root = await system.signInAs('root');
  });
  afterAll(() => system.stop());

  const open = async (subject = 's') => {
    const made = await root.post('/api/v1/tickets', {
      subject,
      description: 'd',
      language: 'ar',
      queue: 'general',
      requester: { name: 'x' },
    });
    expect(made.status).toBe(201);
    return { made, path: `/api/v1/tickets/${String(made.body.number)}` };
  };

  describe('versions', () => {
    it('should be the ETag, accepted back as it came', async () => {
      const { made, path } = await open();
      expect(made.headers.get('etag')).toBe('"1"');
      const read = await root.get(path);
      expect(read.headers.get('etag')).toBe('"1"');
      const changed = await root.patch(path, { priority: 'high' }, { 'if-match': read.headers.get('etag')! });
      expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
      const stale = await root.patch(path, { priority: 'low' }, { 'if-match': '"1"' });
      expect([stale.status, stale.body.code]).toEqual([412, 'version.stale']);
    });

    it('should be required, and may be any', async () => {
      const { path } = await open();
      const blind = await root.patch(path, { priority: 'high' });
      expect([blind.status, blind.body.code]).toEqual([428, 'version.required']);
      const any = await root.patch(path, { priority: 'high' }, { 'if-match': '*' });
      expect([any.status, any.body.version]).toEqual([200, 2]);
      for (const broken of ['1', '"x"', '"1", "2"'])
        expect((await root.patch(path, { priority: 'low' }, { 'if-match': broken })).status).toBe(400);
      const rules = await root.get('/api/v1/admin/routing');
      expect(rules.headers.get('etag')).toBe(`"${String(rules.body.version)}"`);
    });

    it('should answer 304 to If-None-Match, also where a library adds no-cache', async () => {
      const { path } = await open();
      const get = (etag: string) => root.get(path, { 'if-none-match': etag, 'cache-control': 'no-cache' });
      expect([
        (await get('"1"')).status,
        (await get('W/"1"')).status,
        (await get('"0", "1"')).status,
      ]).toEqual([304, 304, 304]);
      expect((await get('"2"')).status).toBe(200);
      await root.patch(path, { priority: 'high' }, { 'if-match': '*' });
      expect((await get('"1"')).status).toBe(200);
    });
  });

  it('should name where a creation can be read', async () => {
    const { made, path } = await open();
    expect(made.headers.get('location')).toBe(system.url + path);
    const message = await root.post(`${path}/messages`, { kind: 'internal_note', body: 'x' });
    const queue = await root.post('/api/v1/admin/skills', {
      key: 'sign-language',
      kind: 'topic',
      names: { ar: 'لغة الإشارة', en: 'Sign language' },
      name: { ar: 'لغة الإشارة', en: 'Sign language' },
    });
    for (const { status, headers } of [made, message, queue].filter((one) => one.status === 201)) {
      const location = headers.get('location')!;
      expect([status, (await root.get(location.slice(system.url.length))).status]).toEqual([201, 200]);
    }
  });

  it('should link the pages of a list, each to the next', async () => {
    for (const subject of ['a', 'b', 'c']) await open(subject);
    const seen: unknown[] = [];
    let next: string | undefined = '/api/v1/tickets?sort=createdAt&page[size]=2';
    for (let page = 0; next && page < 20; page += 1) {
      const { status, headers, body } = await root.get(next);
      expect(status).toBe(200);
      seen.push(...(body.data as { number: string }[]).map(({ number }) => number));
      const link = headers.get('link')!;
      expect(link).toContain(`<${system.url}/api/v1/tickets?sort=createdAt&page%5Bsize%5D=2>; rel="first"`);
      next = /<([^>]+)>; rel="next"/.exec(link)?.[1]?.slice(system.url.length);
    }
    const all = await root.get('/api/v1/tickets?sort=createdAt&page[size]=100');
    expect(seen).toEqual((all.body.data as { number: string }[]).map(({ number }) => number));
  });

  it('should tell the limit of what is limited, and when to try again', async () => {
    const reset = () => system.anonymous.post('/api/v1/public/track/code', { number: '1', contact: 'x' });
    const first = await reset();
    expect(first.headers.get('ratelimit-policy')).toBe('20;w=60');
    expect(first.headers.get('ratelimit-limit')).toBe('20');
    expect(first.headers.get('ratelimit-remaining')).toBe('19');
    expect(Number(first.headers.get('ratelimit-reset'))).toBeGreaterThan(0);
    expect(first.headers.get('x-ratelimit-remaining')).toBe('19');
    for (let n = 0; n < 19; n += 1) await reset();
    const refused = await reset();
    expect([refused.status, refused.headers.get('ratelimit-remaining')]).toEqual([429, '0']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  describe('pages of other origins', () => {
    const call = (method: string, origin: string, headers: Record<string, string> = {}, body?: string) =>
      fetch(`${system.url}/api/v1/public/track`, { method, headers: { origin, ...headers }, body });

    it('should be allowed to those in CORS_ORIGINS', async () => {
      const preflight = await call('OPTIONS', CONSOLE, {
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      });
      expect(preflight.status).toBe(204);
      expect(Object.fromEntries(preflight.headers)).toMatchObject({
        'access-control-allow-origin': CONSOLE,
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
        allow: 'POST, OPTIONS',
      });
      expect(preflight.headers.get('access-control-allow-headers')).toContain('If-Match');
      const json = { 'content-type': 'application/json' };
      const body = JSON.stringify({ number: '1', trackingCode: 'x' });
      const answer = await call('POST', CONSOLE, json, body);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([404, CONSOLE]);
      expect(answer.headers.get('access-control-expose-headers')).toContain('X-Request-Id');
      expect(answer.headers.get('vary')).toContain('Origin');
      const other = await call('POST', 'https://other.example', json, body);
      expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    });
  });

  describe('the type of a problem', () => {
    it('should lead to a page about its code, in both languages', async () => {
      const { body } = await root.get('/api/v1/tickets/2648-1937-0525');
      expect(body.type).toBe(`${system.url}/problems/${String(body.code)}`);
      const page = (lang: string) =>
        fetch(body.type as string, { headers: { 'accept-language': lang } }).then(async (answer) => ({
          type: answer.headers.get('content-type'),
          text: await answer.text(),
        }));
      const [english, arabic] = [await page('en'), await page('ar')];
      expect(english.type).toBe('text/html; charset=utf-8');
      expect(english.text).toContain('<html lang="en" dir="ltr">');
      expect(arabic.text).toContain('<html lang="ar" dir="rtl">');
      expect(english.text).toContain(`<code>${String(body.code)}</code>`);
    });

    it('should be listed at /problems, and be a problem where no code is', async () => {
      const list = await fetch(`${system.url}/problems`);
      expect(await list.text()).toContain('/problems/version.stale?lang=en');
      expect((await fetch(`${system.url}/problems/style.css`)).headers.get('content-type')).toContain(
        'text/css',
      );
      const none = await fetch(`${system.url}/problems/no.such`);
      expect([none.status, none.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    });
  });
});
