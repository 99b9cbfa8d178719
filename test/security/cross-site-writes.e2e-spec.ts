import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startPortal } from '../support/portal-app.js';
import { startSystem, type TestSystem } from '../support/system.js';

const FOREIGN: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { referer: 'https://evil.example/form' },
];

describe('cross-site requests', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ mona: {}, root: { role: 'administrator' } });
  });
  afterAll(() => system.stop());

  it.each(FOREIGN)('should not sign in (%j)', async (headers) => {
    const answer = await system.anonymous.post(
      '/api/v1/session',
      { email: 'mona@test.example', password: PASSWORD },
      headers,
    );
    expect([answer.status, answer.body.code]).toEqual([403, 'origin.foreign']);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it.each(FOREIGN)('should not sign out, change a password or create a token (%j)', async (headers) => {
    const root = await system.signInAs('root');
    const answers = [
      await root.delete('/api/v1/session', headers),
      await root.put('/api/v1/me/password', { current: PASSWORD, next: 'another long password' }, headers),
      await root.post('/api/v1/tokens', { name: 'x', permissions: [] }, headers),
      await root.patch(`/api/v1/admin/users/${system.people.mona!.id}`, { name: 'x' }, headers),
      await root.post('/api/v1/session/password-reset', { email: 'mona@test.example' }, headers),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect((await root.get('/api/v1/session')).status).toBe(200);
  });

  it('should be allowed from our own page and from programs without Origin', async () => {
    const body = { email: 'mona@test.example', password: PASSWORD };
    const own = { origin: system.url, 'sec-fetch-site': 'same-origin' };
    expect((await system.anonymous.post('/api/v1/session', body, own)).status).toBe(200);
    expect((await system.anonymous.post('/api/v1/session', body)).status).toBe(200);
  });

  it('should be refused with a form content type and a session', async () => {
    const mona = await system.signInAs('mona');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await mona.post('/api/v1/tickets', 'subject=x', form)).body.code).toBe('origin.foreign');
  });
});

describe('cross-site forms on the portal', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.close());

  it.each(FOREIGN)('should be refused (%j)', async (headers) => {
    for (const path of ['/en/track', '/en/track/code', '/en/new', '/en/chat']) {
      const answer = await fetch(`${portal.url}${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'number=264819370521&code=AAAAAAAA',
        redirect: 'manual',
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });
});
