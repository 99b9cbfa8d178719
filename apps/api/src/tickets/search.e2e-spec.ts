import { RebuildSearchIndex } from '#wasl/tickets';
import type { Client } from '../../../../test/support/client.js';
import { countStatements } from '../../../../test/support/count-statements.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

describe('searching for tickets', () => {
  let system: TestSystem;
  let agent: Client;
  let lamp: string;

  beforeAll(async () => {
    system = await startSystem({ mona: {} }, { worker: true });
    agent = await system.signInAs('mona');
    lamp = await open({
      subject: 'إنارة الشارع',
      description: 'Meter A-99812. His brother has +973 3600-0009, too.',
      requester: { name: 'خالد', email: 'Khalid.Ali@Example.com', phone: '17123456' },
    });
    await open({
      subject: 'Another',
      requester: { name: 'Sana', email: 'sana@example.com', phone: '17123499' },
    });
    await system.waitUntilIdle();
  });
  afterAll(() => system.stop());

  async function open(given: object): Promise<string> {
    const { body } = await agent.post('/api/v1/tickets', {
      subject: 'Matter',
      description: 'D',
      language: 'ar',
      ...given,
    });
    return body['number'] as string;
  }
  async function found(q: string, client = agent): Promise<string[]> {
    const { status, body } = await client.get(`/api/v1/tickets?q=${encodeURIComponent(q)}`);
    expect(status).toBe(200);
    return (body['data'] as { number: string }[]).map(({ number }) => number);
  }

  it.each([
    ['a telephone number as it is dialled', '17123456'],
    ['in groups, with the code', '+973 1712 3456'],
    ['in Arabic digits', '١٧١٢٣٤٥٦'],
    ['in Persian digits', '۱۷۱۲۳۴۵۶'],
    ['its beginning', '171234 خالد'],
    ['one in the text', '36000009'],
    ['in the text with its code', '+97336000009'],
    ['a mail address', 'KHALID.ALI@example.com'],
    ['its local part', 'khalid.ali'],
    ['its beginning', 'khalid.ali@ex'],
    ['a reference', 'A-99812'],
    ['in other digits', 'a-٩٩٨١٢'],
    ['a name in another spelling', 'خالد اناره'],
  ])('should find %s: %s', async (_what, q) => expect(await found(q)).toEqual([lamp]));

  it('should find a part of a ticket number, in any digits', async () => {
    expect(await found(lamp.slice(0, 9))).toEqual([lamp]);
    expect(await found(lamp.replaceAll('-', '').slice(0, 10))).toEqual([lamp]);
    expect(await found(lamp.replaceAll('-', '').slice(0, 8))).toEqual([lamp]);
    expect(await found(lamp.slice(5))).toEqual([lamp]);
    const arabic = lamp.slice(0, 9).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!);
    expect(await found(arabic)).toEqual([lamp]);
  });

  it.each(['17123457', 'khalid@example.org', 'A-99813', "o'x", "'", '\\', ':*', '&', '!', '\u200f', '-'])(
    'should find nothing by %s',
    async (q) => expect(await found(q)).toEqual([]),
  );

  it('should find older tickets by an address that their requester has proved since', async () => {
    const before = await open({ requester: { name: 'Huda', email: 'huda@example.com' } });
    await system.waitUntilIdle();
    expect(await found('17555000')).toEqual([]);
    const later = await open({ requester: { name: 'Huda', email: 'huda@example.com', phone: '17555000' } });
    await system.waitUntilIdle();
    expect(await found('17555000')).toEqual([later, before]);
  });

  it('should find no ticket by an address that was refused', async () => {
    const filed = await system.anonymous.post('/api/v1/public/tickets', {
      kind: 'report',
      subject: 'claimed',
      description: 'words',
      language: 'en',
      requester: { name: 'x', email: 'claimed@example.com', audience: 'citizen' },
    });
    const number = String(filed.body['number']);
    await system.waitUntilIdle();
    expect(await found('claimed@example.com')).toEqual([number]);
    const { body } = await agent.get(`/api/v1/tickets/${number}/contacts`);
    const [contact] = body['data'] as { id: string }[];
    const refused = await agent.post(`/api/v1/tickets/${number}/contacts/${contact!.id}/refuse`);
    expect(refused.status).toBeLessThan(300);
    await system.waitUntilIdle();
    expect(await found('claimed@example.com')).toEqual([]);
  });

  it('should tell a stranger nothing', async () => {
    const { status } = await system.anonymous.get('/api/v1/tickets?q=17123456');
    expect(status).toBe(401);
  });

  it('should search with one statement', async () => {
    // The worker's own statements, in this process as well, also name tickets.
    for (const q of ['17123456', 'A-99812', 'خالد']) {
      const statements = await countStatements(() => found(q));
      expect([q, statements.filter((text) => text.includes('words @@')).length]).toEqual([q, 1]);
    }
  });

  it('should find what an earlier version has indexed, and write its index anew', async () => {
    const old = await open({ subject: 'An older matter', requester: { name: 'Yusuf', phone: '17444000' } });
    await system.waitUntilIdle();
    const digits = old.replaceAll('-', '');
    await system.database.query(
      `UPDATE ticket_search SET words = to_tsvector('simple', 'an older matter yusuf')
        WHERE ticket_id = (SELECT id FROM ticket WHERE number = $1)`,
      [digits],
    );
    expect(await found('older yus')).toEqual([old]);
    expect(await found(old.slice(0, 9))).toEqual([]);
    await system.database.query(
      `UPDATE setting SET value = jsonb_build_object('pass', 'all', 'since', now(),
              'before', (SELECT max(id) + 1 FROM ticket)::text, 'from', (SELECT max(id) + 1 FROM ticket)::text)
        WHERE key = 'search-index'`,
    );
    await system.api.get(RebuildSearchIndex).run();
    expect(await found(old.slice(0, 9))).toEqual([old]);
    expect(await found('older yus')).toEqual([old]);
    const [progress] = await system.database.query<{ pass: string }>(
      `SELECT value->>'pass' AS pass FROM setting WHERE key = 'search-index'`,
    );
    // Workers of the earlier version may still run for a while.
    expect(progress!.pass).toBe('changed');
  });
});
