import { countStatements } from '../../../../test/support/count-statements.js';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const MATTER = {
  subject: 'إنارة الشارع',
  description: 'المصباح لا يعمل منذ أسبوع',
  language: 'ar',
  requester: { name: 'خالد', email: 'Khalid@Example.com', phone: '17123456' },
};

describe('tickets', () => {
  let system: TestSystem;
  let agent: Client;
  let supervisor: Client;

  beforeAll(async () => {
    system = await startSystem({ mona: {}, ali: {}, sana: { role: 'supervisor' } });
    agent = await system.signInAs('mona');
    supervisor = await system.signInAs('sana');
  });
  afterAll(() => system.stop());

  const open = async (given: object = {}) =>
    (await agent.post('/api/v1/tickets', { ...MATTER, ...given })).body as Record<string, string>;

  describe('opening', () => {
    it('should answer with the whole ticket, its promises and the requester', async () => {
      const { status, body } = await agent.post('/api/v1/tickets', {
        ...MATTER,
        queue: 'billing',
        priority: 'high',
        tags: ['light'],
      });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        number: expect.stringMatching(/^\d{4}-\d{4}-\d{4}$/),
        subject: 'إنارة الشارع',
        status: 'new',
        priority: 'high',
        channel: 'api',
        queue: 'billing',
        assignee: null,
        requester: { name: 'خالد', audience: 'citizen', phone: '+97317123456', email: 'khalid@example.com' },
        tags: ['light'],
        firstResponseDueAt: expect.stringMatching(/Z$/),
        version: 1,
      });
      const again = await agent.get(`/api/v1/tickets/${body.number as string}`);
      expect(again.body).toEqual(body);
    });

    it('should recognise a requester by telephone and by email', async () => {
      const first = await open({ requester: { email: 'one@example.com', phone: '17000001' } });
      const byPhone = await open({ requester: { phone: '+973 1700 0001' } });
      const byMail = await open({ requester: { email: 'ONE@example.com' } });
      const ids = [first, byPhone, byMail].map(
        (ticket) => (ticket.requester as unknown as { id: string }).id,
      );
      expect(new Set(ids).size).toBe(1);
    });

    it('should create one requester for concurrent contacts', async () => {
      const made = await Promise.all(
        Array.from({ length: 8 }, () => open({ requester: { email: 'twins@example.com' } })),
      );
      expect(new Set(made.map((ticket) => (ticket.requester as unknown as { id: string }).id)).size).toBe(1);
    });

    it('should cost at most twelve statements', async () => {
      const statements = await countStatements(() =>
        open({ requester: { email: `new-${Date.now()}@example.com`, phone: '17000099' } }),
      );
      expect(statements.length).toBeLessThanOrEqual(12);
    });

    it.each([
      [{ subject: '' }, 'subject', 'required'],
      [{ subject: 'x'.repeat(201) }, 'subject', 'length'],
      [{ subject: 5 }, 'subject', 'string'],
      [{ priority: 'immense' }, 'priority', 'choice'],
      [{ status: 'closed' }, 'status', 'unknown'],
      [{ number: '1' }, 'number', 'unknown'],
      [{ requester: { role: 'admin' } }, 'requester.role', 'unknown'],
      [{ requester: { email: 'nobody' } }, 'requester.email', 'email'],
      [{ requester: { phone: 'abc' } }, 'requester.phone', 'phone'],
      [{ requester: 'me' }, 'requester', 'object'],
      [{ location: { lat: 91 } }, 'location.lat', 'too_large'],
      [{ service: 'no-such' }, 'service', 'not_found'],
      [{ attachments: ['00000000-0000-4000-8000-000000000000'] }, 'attachments', 'not_found'],
    ])('should refuse %j, naming the field, and leave no trace', async (wrong, path, code) => {
      const before = await count('ticket');
      const { status, body, headers } = await agent.post('/api/v1/tickets', { ...MATTER, ...wrong });
      expect(status).toBe(400);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(body.errors).toContainEqual(expect.objectContaining({ path, code }));
      expect(await count('ticket')).toBe(before);
    });

    it('should explain errors in the language of the caller', async () => {
      const speak = async (language: string) =>
        (
          await agent.post(
            '/api/v1/tickets',
            { ...MATTER, queue: 'nowhere' },
            { 'accept-language': language },
          )
        ).body;
      expect(await speak('ar-BH,en;q=0.5')).toMatchObject({
        status: 404,
        code: 'queue.not_found',
        detail: 'لا توجد قائمة انتظار بهذا الاسم.',
      });
      expect(await speak('en')).toMatchObject({ code: 'queue.not_found', detail: 'There is no such queue.' });
    });

    it('should refuse bodies beyond the limit, broken JSON and other types', async () => {
      expect(
        (await agent.post('/api/v1/tickets', { ...MATTER, description: 'x'.repeat(300_000) })).body.code,
      ).toBe('body.too_large');
      expect((await agent.post('/api/v1/tickets', '{"subject":')).body.code).toBe('body.malformed');
      expect((await agent.post('/api/v1/tickets', '{"__proto__":{"x":1}}')).status).toBe(400);
      expect((await agent.post('/api/v1/tickets', '<x/>', { 'content-type': 'text/xml' })).status).toBe(415);
    });

    it('should refuse those who are not signed in and pages of other sites', async () => {
      expect((await system.anonymous.post('/api/v1/tickets', MATTER)).status).toBe(401);
      expect(
        (await agent.post('/api/v1/tickets', MATTER, { origin: 'https://evil.example' })).body.code,
      ).toBe('origin.foreign');
    });
  });

  describe('an idempotency key', () => {
    it('should give the same answer to the same request, also when both come at once', async () => {
      const key = { 'idempotency-key': 'once-1' };
      const answers = await Promise.all([1, 2, 3].map(() => agent.post('/api/v1/tickets', MATTER, key)));
      answers.push(await agent.post('/api/v1/tickets', MATTER, key));
      expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(1);
      expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
    });

    it('should conflict with another body, and be independent per caller', async () => {
      const key = { 'idempotency-key': 'once-2' };
      const first = await agent.post('/api/v1/tickets', MATTER, key);
      expect((await agent.post('/api/v1/tickets', { ...MATTER, subject: 'other' }, key)).body.code).toBe(
        'idempotency.mismatch',
      );
      const others = await supervisor.post('/api/v1/tickets', MATTER, key);
      expect(others.body.number).not.toBe(first.body.number);
    });

    it('should be reusable when the request was refused', async () => {
      const key = { 'idempotency-key': 'once-3' };
      expect(
        (
          await agent.post(
            '/api/v1/tickets',
            { ...MATTER, attachments: ['00000000-0000-4000-8000-000000000000'] },
            key,
          )
        ).status,
      ).toBe(400);
      expect((await agent.post('/api/v1/tickets', MATTER, key)).status).toBe(201);
    });
  });

  describe('reading', () => {
    it('should accept a number in any notation, and detect a wrong digit at once', async () => {
      const { number } = await open();
      const plain = number!.replaceAll('-', '');
      const arabic = [...plain].map((digit) => String.fromCharCode(0x660 + Number(digit))).join('');
      expect((await agent.get(`/api/v1/tickets/${encodeURIComponent(arabic)}`)).body.number).toBe(number);
      const wrong = plain.slice(0, 11) + String((Number(plain[11]) + 1) % 10);
      const statements = await countStatements(() => agent.get(`/api/v1/tickets/${wrong}`));
      expect(statements.filter((text) => text.includes('FROM ticket'))).toEqual([]);
      expect((await agent.get(`/api/v1/tickets/${wrong}`)).body.code).toBe('ticket.number_wrong');
    });

    it('should list by keyset, each ticket once, newest first, in one statement a page', async () => {
      const made = [];
      for (let n = 0; n < 7; n++)
        made.push((await open({ queue: 'billing', tags: ['list'], subject: `list ${n}` })).number);
      const seen: unknown[] = [];
      let after = '';
      do {
        const page = await agent.get(`/api/v1/tickets?queue=billing&status=new&page[size]=3${after}`);
        seen.push(...(page.body.data as unknown as { number: string }[]).map((ticket) => ticket.number));
        const meta = page.body.meta as unknown as { hasMore: boolean; after: string };
        after = meta.hasMore ? `&page[after]=${meta.after}` : '';
      } while (after);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.slice(0, 7)).toEqual([...made].reverse());
      const statements = await countStatements(() => agent.get('/api/v1/tickets?page[size]=100'));
      expect(statements.filter((text) => text.includes('FROM ticket'))).toHaveLength(1);
    });

    it.each([
      'page[size]=0',
      'page[size]=101',
      'page[size]=x',
      'page[after]=zzz',
      'status=odd',
      'assignee=somebody',
      'colour=red',
      'sort=subject',
    ])('should refuse ?%s', async (query) => {
      expect((await agent.get(`/api/v1/tickets?${query}`)).status).toBe(400);
    });
  });

  describe('changing', () => {
    it('should require the version last seen and refuse an outdated one, naming both', async () => {
      const { number } = await open();
      const path = `/api/v1/tickets/${number}`;
      expect((await agent.patch(path, { priority: 'high' })).body.code).toBe('version.required');
      const changed = await agent.patch(path, { priority: 'high' }, { 'if-match': '"1"' });
      expect(changed.body).toMatchObject({ priority: 'high', version: 2 });
      const stale = await supervisor.patch(path, { priority: 'low' }, { 'if-match': '"1"' });
      expect(stale).toMatchObject({
        status: 412,
        body: { code: 'version.stale', detail: expect.stringContaining('now version 2') },
      });
      expect((await agent.get(path)).body.priority).toBe('high');
    });

    it('should accept one of many concurrent writes', async () => {
      const { number } = await open();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          agent.patch(`/api/v1/tickets/${number}`, { tags: [`t${n}`] }, { 'if-match': '"1"' }),
        ),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
    });

    it('should follow the lifecycle and name both states when it refuses', async () => {
      const { number } = await open();
      const path = `/api/v1/tickets/${number}`;
      expect((await agent.post(`${path}/reopen`)).body).toMatchObject({
        status: 409,
        code: 'ticket.illegal_transition',
      });
      expect(
        (await agent.patch(path, { status: 'pending' }, { 'if-match': '"1"' })).body.errors,
      ).toContainEqual(expect.objectContaining({ path: 'pendingOn', code: 'required' }));
      const pending = await agent.patch(
        path,
        { status: 'pending', pendingOn: 'requester' },
        { 'if-match': '"1"' },
      );
      expect(pending.body).toMatchObject({ status: 'pending', pendingOn: 'requester' });
      const resolved = await agent.post(`${path}/resolve`, { note: 'أُصلح المصباح', resolution: 'fixed' });
      expect(resolved.body).toMatchObject({
        status: 'resolved',
        pendingOn: null,
        resolvedAt: expect.any(String),
      });
      expect((await agent.post(`${path}/resolve`, { note: 'again' })).body.code).toBe(
        'ticket.illegal_transition',
      );
      expect((await agent.post(`${path}/close`)).body).toMatchObject({
        status: 'closed',
        closedAt: expect.any(String),
      });
      expect((await agent.post(`${path}/reopen`)).body).toMatchObject({
        status: 'open',
        assignee: null,
        closedAt: null,
      });
      const history = (await agent.get(`${path}/history`)).body.data as unknown as { type: string }[];
      expect(history.map((entry) => entry.type)).toEqual([
        'opened',
        'changed',
        'resolved',
        'closed',
        'reopened',
      ]);
    });

    it('should list replies and notes in order, and open a new ticket with the first reply', async () => {
      const { number } = await open();
      const path = `/api/v1/tickets/${number}/messages`;
      expect((await agent.post(path, { kind: 'internal_note', body: 'seen' })).status).toBe(201);
      expect((await agent.get(`/api/v1/tickets/${number}`)).body.status).toBe('new');
      expect((await agent.post(path, { kind: 'public_reply', body: 'نعمل عليه' })).status).toBe(201);
      expect((await agent.get(`/api/v1/tickets/${number}`)).body.status).toBe('open');
      const messages = (await agent.get(path)).body.data as unknown as {
        kind: string;
        author: { name: string };
      }[];
      expect(messages.map((message) => [message.kind, message.author.name])).toEqual([
        ['internal_note', 'mona'],
        ['public_reply', 'mona'],
      ]);
      expect((await agent.post(path, { kind: 'requester_message', body: 'forged' })).status).toBe(400);
    });

    it('should let agents take tickets and supervisors assign them', async () => {
      const { number } = await open();
      const path = `/api/v1/tickets/${number}/assign`;
      expect((await agent.post(path, { assignee: system.people.ali!.id })).status).toBe(403);
      expect((await agent.post(path, { assignee: 'mine' })).status).toBe(400);
      expect((await agent.post(path, { assignee: 'me' })).body).toMatchObject({
        status: 'open',
        assignee: { name: 'mona' },
      });
      expect((await supervisor.post(path, { assignee: system.people.ali!.id })).body).toMatchObject({
        assignee: { name: 'ali' },
      });
      expect((await agent.post(path, { assignee: null })).status).toBe(403);
      expect((await supervisor.post(path, { assignee: '00000000-0000-4000-8000-000000000000' })).status).toBe(
        400,
      );
    });

    it('should wait in the new queue after a transfer, with its note', async () => {
      const { number } = await open({ takeIt: true });
      const moved = await agent.post(`/api/v1/tickets/${number}/transfer`, {
        queue: 'billing',
        note: 'about a bill',
      });
      expect(moved.body).toMatchObject({ queue: 'billing', assignee: null, status: 'open' });
      expect((await agent.post(`/api/v1/tickets/${number}/transfer`, { queue: 'nowhere' })).status).toBe(404);
    });
  });

  describe('attachments', () => {
    const upload = async (client: Client, name: string, content: string) => {
      const form = new FormData();
      form.append('file', new Blob([content]), name);
      const response = await fetch(`${system.url}/api/v1/attachments`, {
        method: 'POST',
        body: form,
        headers: { cookie: client.cookie! },
      });
      return {
        status: response.status,
        body: (await response.json()) as { id: string; name: string; type: string },
      };
    };

    it('should have a detected type and sanitised name, be attached once, and be sandboxed downloads', async () => {
      const { status, body } = await upload(agent, '../تقرير<x>.html', '<script>alert(1)</script>');
      expect(status).toBe(201);
      expect(body).toMatchObject({ name: 'تقريرx.html', type: 'application/octet-stream' });
      expect((await supervisor.get(`/api/v1/attachments/${body.id}`)).status).toBe(404);
      expect((await supervisor.post('/api/v1/tickets', { ...MATTER, attachments: [body.id] })).status).toBe(
        400,
      );
      expect((await agent.post('/api/v1/tickets', { ...MATTER, attachments: [body.id] })).status).toBe(201);
      expect((await agent.post('/api/v1/tickets', { ...MATTER, attachments: [body.id] })).status).toBe(400);
      const download = await supervisor.get(`/api/v1/attachments/${body.id}`);
      expect(download.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(download.headers.get('content-security-policy')).toContain('sandbox');
      expect(download.body.text).toBe('<script>alert(1)</script>');
    });

    it('should be refused without a file', async () => {
      const response = await fetch(`${system.url}/api/v1/attachments`, {
        method: 'POST',
        body: new FormData(),
        headers: { cookie: agent.cookie! },
      });
      expect(response.status).toBe(400);
    });
  });

  const count = async (table: string) =>
    Number((await system.database.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n);
});
