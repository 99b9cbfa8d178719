import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { Client } from '../support/client.js';
import { startSystem, type TestSystem } from '../support/system.js';

interface Entry {
  actor: { name: string } | null;
  action: string;
  target: { kind: string; id: string | null };
  detail: Record<string, unknown>;
}

describe('auditing of reads', () => {
  let system: TestSystem;
  let root: Client;
  let mona: Client;
  let sana: Client;
  let secret: string;
  let plain: string;

  beforeAll(async () => {
    system = await startSystem(
      {
        mona: { groups: ['clinic'] },
        sana: { role: 'supervisor', groups: ['clinic'] },
        root: { role: 'administrator', groups: ['clinic'] },
      },
      { worker: true },
    );
    [root, mona, sana] = [
      await system.signInAs('root'),
      await system.signInAs('mona'),
      await system.signInAs('sana'),
    ];
    await system.database.query(
      `INSERT INTO entity (id, key, name_ar, name_en) VALUES (gen_random_uuid(), 'health', 'الصحة', 'Health')`,
    );
    for (const code of ['clinic', 'lamps']) {
      const made = await root.post('/api/v1/admin/services', {
        code,
        entity: 'health',
        queue: 'general',
        name: { ar: 'خدمة', en: 'Service' },
      });
      expect([made.status, made.body.restricted]).toEqual([201, false]);
    }
    const path = '/api/v1/admin/services/clinic';
    const { body } = await root.get(path);
    const changed = await root.patch(
      path,
      { restricted: true, readerGroups: ['clinic'] },
      { 'if-match': `"${String(body.version)}"` },
    );
    expect([changed.status, changed.body.restricted]).toEqual([200, true]);
    [secret, plain] = [await open('clinic'), await open('lamps')];
    await mona.post(`/api/v1/tickets/${secret}/opening`, { reason: 'the patient called' });
  });
  afterAll(() => system.stop());

  async function open(service: string): Promise<string> {
    const { body } = await root.post('/api/v1/tickets', {
      subject: 's',
      description: 'd',
      language: 'ar',
      service,
      requester: { name: 'x' },
    });
    return body.number as string;
  }
  async function read(query: string): Promise<Entry[]> {
    await system.waitUntilIdle();
    const { status, body } = await root.get(`/api/v1/admin/audit?page[size]=100&${query}`);
    expect(status).toBe(200);
    return body.data as Entry[];
  }
  const digits = (number: string) => number.replaceAll('-', '');

  it('should record who read a ticket of a restricted service, in whole or part, and no other', async () => {
    for (const number of [secret, plain])
      for (const part of ['', '/messages', '/history'])
        expect((await mona.get(`/api/v1/tickets/${number}${part}`)).status).toBe(200);
    const entries = await read(`action=ticket.read_restricted&actor=${system.people.mona!.id}`);
    expect(entries.map(({ target, detail }) => [target.id, detail.part, detail.role])).toEqual([
      [digits(secret), 'history', 'agent'],
      [digits(secret), 'messages', 'agent'],
      [digits(secret), '', 'agent'],
    ]);
    expect((await mona.get('/api/v1/tickets')).status).toBe(200);
    const lists = await read(`action=ticket.read_restricted&actor=${system.people.mona!.id}`);
    expect(lists.length).toBe(4);
    expect(lists[0]).toMatchObject({ target: { id: digits(secret) }, detail: { part: 'list' } });
  });

  it('should store the entry before the answer is sent', async () => {
    await mona.get(`/api/v1/tickets/${secret}`);
    const [stored] = await system.database.query<{ count: number }>(
      `SELECT (SELECT count(*) FROM outbox WHERE data->>'action' = 'ticket.read_restricted')::int +
              (SELECT count(*) FROM audit_entry WHERE action = 'ticket.read_restricted')::int AS count`,
    );
    expect(stored!.count).toBeGreaterThanOrEqual(5);
  });

  it('should record the kind of person searches, but never the typed text', async () => {
    for (const q of ['sara@example.org', '+97317000001', 'Sara', plain])
      // Whatever the page size and cursor, it is one search.
      for (const page of ['page[size]=100', 'page[size]=1'])
        await mona.get(`/api/v1/tickets?q=${encodeURIComponent(q)}&${page}`);
    await mona.post('/api/v1/counter/requesters', { phone: '17000001' });
    const entries = await read('action=person.searched');
    expect(entries.map(({ detail }) => detail.by)).toEqual([['phone'], ['words'], ['phone'], ['email']]);
    expect(JSON.stringify(entries)).not.toMatch(/sara|17000001/i);
  });

  it('should record exports, but not views', async () => {
    const path = '/api/v1/reports/intervals?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z';
    await sana.get(path);
    const file = await sana.get(path, { accept: 'text/csv' });
    const entries = await read('action=report.exported');
    expect([file.status, entries.length]).toEqual([200, 1]);
    expect(entries[0]).toMatchObject({
      actor: { name: 'sana' },
      target: { kind: 'report', id: 'intervals' },
    });
  });

  it('should record downloads of many files in an hour', async () => {
    for (let n = 0; n < 101; n++) await mona.get('/api/v1/attachments/00000000-0000-4000-8000-000000000000');
    const entries = await read('action=files.many_read');
    expect(entries.map(({ actor, detail }) => [actor!.name, detail.count])).toEqual([
      ['mona', 100],
      ['mona', 50],
    ]);
  });

  it('should record the source of sign-ins and failures, and filter by it', async () => {
    await system.anonymous.post(
      '/api/v1/session',
      { email: 'mona@test.example', password: 'wrong' },
      { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' },
    );
    await Client.signIn(system.url, 'mona@test.example', PASSWORD);
    const entries = await read(`address=127.0.0.1&target=${system.people.mona!.id}&targetKind=user`);
    const session = entries.filter(({ action }) => action.startsWith('session.'));
    expect(session.slice(0, 2).map(({ action }) => action)).toEqual(['session.started', 'session.failed']);
    expect(session[1]!.detail).toMatchObject({ address: '127.0.0.1', isKnownDevice: false });
    expect(String(session[1]!.detail.browser)).toContain('Firefox');
    expect(await read('address=192.0.2.1')).toEqual([]);
  });

  it('should record the first use of a token, once', async () => {
    const { body } = await root.post('/api/v1/tokens', { name: 'board', permissions: ['board.read'] });
    const bearer = { authorization: `Bearer ${String(body.token)}` };
    await Promise.all([1, 2, 3].map(() => system.anonymous.get('/api/v1/session', bearer)));
    const entries = await read('action=token.first_used');
    expect(entries.map(({ target }) => target.id)).toEqual([body.id]);
  });
});
