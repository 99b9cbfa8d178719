import { readSettings } from '#wasl/platform';
import type { Client } from '../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../test/support/system.js';

const STRANGER = 'https://anybody.example';

describe('CORS_ORIGINS=*', () => {
  let system: TestSystem;
  let root: Client;
  let bearer: string;
  beforeAll(async () => {
    system = await startSystem({ root: { role: 'administrator' } }, { env: { CORS_ORIGINS: '*' } });
    root = await system.signInAs('root');
    const { body } = await root.post('/api/v1/tokens', {
      name: 'page',
      permissions: ['ticket.read', 'ticket.create'],
    });
    bearer = `Bearer ${String(body.token)}`;
  });
  afterAll(() => system.stop());

  const crossOriginHeaders = (headers: Headers) => ({
    origin: headers.get('access-control-allow-origin'),
    credentials: headers.get('access-control-allow-credentials'),
    varies: /\borigin\b/i.test(headers.get('vary') ?? ''),
  });
  /** Everybody may read, nobody with cookies, and caches need not keep answers apart. */
  const OPEN = { origin: '*', credentials: null, varies: false };
  const ticket = { subject: 's', description: 'd', requester: { name: 'n' } };

  it('should let any page use a token, for reading and writing', async () => {
    const preflight = await fetch(`${system.url}/api/v1/tickets`, {
      method: 'OPTIONS',
      headers: {
        origin: STRANGER,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key',
      },
    });
    expect([preflight.status, crossOriginHeaders(preflight.headers)]).toEqual([204, OPEN]);
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Authorization.*Idempotency-Key/);
    const headers = { origin: STRANGER, authorization: bearer };
    const read = await system.anonymous.get('/api/v1/tickets', headers);
    expect([read.status, crossOriginHeaders(read.headers)]).toEqual([200, OPEN]);
    const written = await system.anonymous.post('/api/v1/tickets', ticket, headers);
    expect([written.status, crossOriginHeaders(written.headers)]).toEqual([201, OPEN]);
  });

  it('should let no page use the cookie of who is signed in', async () => {
    // The browser keeps this answer from the page: it came with a cookie, and credentials are not allowed.
    const read = await root.get('/api/v1/tickets', { origin: STRANGER });
    expect(crossOriginHeaders(read.headers)).toEqual(OPEN);
    // A write has an effect whether its answer is shown or not, so it is refused.
    const before = (await root.get('/api/v1/tickets')).body.data as unknown[];
    const written = await root.post('/api/v1/tickets', ticket, { origin: STRANGER });
    expect([written.status, written.body.code]).toEqual([403, 'origin.foreign']);
    // The cookie decides, not the token beside it.
    const both = await root.post('/api/v1/tickets', ticket, { origin: STRANGER, authorization: bearer });
    expect([both.status, both.body.code]).toEqual([403, 'origin.foreign']);
    expect((await root.get('/api/v1/tickets')).body.data).toHaveLength(before.length);
  });

  it('should refuse writes of pages that hide where they are from, with a cookie or without', async () => {
    for (const client of [root, system.anonymous])
      expect((await client.post('/api/v1/tickets', ticket, { origin: 'null' })).body.code).toBe(
        'origin.foreign',
      );
  });

  it('should leave our own pages as they are, and say nothing to who is no page', async () => {
    const own = new URL(system.settings.PUBLIC_URL ?? system.url).origin;
    expect((await root.post('/api/v1/tickets', ticket, { origin: own })).status).toBe(201);
    const program = await system.anonymous.get('/api/v1/tickets', { authorization: bearer });
    expect(crossOriginHeaders(program.headers)).toEqual({ origin: null, credentials: null, varies: false });
  });

  it('should stand alone: no origin is trusted more beside it', () => {
    const read = (CORS_ORIGINS: string) => () =>
      readSettings({ DATABASE_URL: 'postgres://x', SECRET_KEY: 'x'.repeat(40), CORS_ORIGINS });
    expect(read('*')).not.toThrow();
    for (const wrong of ['*,https://a.example', 'https://*.example', 'null'])
      expect(read(wrong)).toThrow(/CORS_ORIGINS/);
    // What is written in another way is still what a browser sends.
    expect(read('https://A.example/, https://b.example:443')().CORS_ORIGINS).toEqual([
      'https://a.example',
      'https://b.example',
    ]);
  });
});
