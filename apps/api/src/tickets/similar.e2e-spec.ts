import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

interface Similar {
  number: string;
  because: string[];
  metres: number | null;
}

describe('similar tickets', () => {
  let system: TestSystem;
  let agent: Client;

  beforeAll(async () => {
    system = await startSystem({ mona: {} }, { worker: true });
    agent = await system.signInAs('mona');
  });
  afterAll(() => system.stop());

  const open = async (given: object = {}) =>
    (
      await agent.post('/api/v1/tickets', {
        subject: 'Matter',
        description: 'D',
        language: 'en',
        requester: { audience: 'anonymous' },
        ...given,
      })
    ).body['number'] as string;
  const similarTo = async (matter: object) => {
    const { status, body } = await agent.post('/api/v1/tickets/similar', matter);
    expect(status).toBe(200);
    return body['data'] as Similar[];
  };

  it('should include open tickets of the requester, by formatted telephone number or email', async () => {
    const byPhone = await open({ requester: { phone: '+97333111222', name: 'Salma' } });
    const byMail = await open({ requester: { email: 'salma@similar.example' } });
    const settled = await open({ requester: { phone: '+97333111222' } });
    await agent.post(`/api/v1/tickets/${settled}/resolve`, { note: 'done' });
    expect(await similarTo({ phone: '3311 1222' })).toMatchObject([
      { number: byPhone, because: ['requester'], metres: null, requester: 'Salma', queue: 'general' },
    ]);
    const both = await similarTo({ phone: '٣٣١١١٢٢٢', email: 'Salma@Similar.example' });
    expect(both.map(({ number }) => number)).toEqual([byMail, byPhone]);
    expect(await similarTo({ phone: '33', email: 'salma@' })).toEqual([]);
  });

  it('should include tickets within a hundred metres, with the distance', async () => {
    const at = (lat: number, long: number) => open({ location: { lat, long } });
    const near = await at(26.2005, 50.6);
    await at(26.2, 50.602);
    // inside the bounding box but outside the radius
    await at(26.2008, 50.6009);
    await open({ location: { address: 'Road 12' } });
    expect(await similarTo({ place: { lat: 26.2, long: 50.6 } })).toMatchObject([
      { number: near, because: ['place'], metres: 56 },
    ]);
    await agent.post(`/api/v1/tickets/${near}/resolve`, { note: 'done' });
    expect(await similarTo({ place: { lat: 26.2, long: 50.6 } })).toEqual([]);
  });

  it('should include tickets that share two significant words, with normalised letters', async () => {
    const lamp = await open({ subject: 'إنارةُ الحديقة معطّلة' });
    await open({ subject: 'الحديقة جميلة' });
    const found = () => similarTo({ subject: 'انارة في الحديقه' });
    await waitFor(async () => (await found()).length > 0, { what: 'the words to be indexed' });
    expect(await found()).toMatchObject([{ number: lamp, because: ['words'] }]);
    expect(await similarTo({ subject: `'); -- ! & | <->` })).toEqual([]);
  });

  it('should rank tickets first that match in several ways', async () => {
    const requester = { email: 'both@similar.example' };
    const both = await open({ requester, location: { lat: 26.1, long: 50.5 } });
    await open({ requester });
    const found = await similarTo({ email: requester.email, place: { lat: 26.1, long: 50.5 } });
    expect(found.map(({ because }) => because)).toEqual([['requester', 'place'], ['requester']]);
    expect(found[0]!.number).toBe(both);
  });

  it('should be limited to ten, without merged tickets', async () => {
    const requester = { email: 'many@similar.example' };
    const numbers: string[] = [];
    for (let n = 0; n < 12; n++) numbers.push(await open({ requester }));
    expect(await similarTo({ email: requester.email })).toHaveLength(10);
    const [first, last] = [numbers[0]!, numbers.at(-1)!];
    await agent.post(`/api/v1/tickets/${last}/merge`, { into: first });
    expect((await similarTo({ email: requester.email })).map(({ number }) => number)).not.toContain(last);
  });

  it('should refuse an incomplete location and unknown fields', async () => {
    const faulty = await agent.post('/api/v1/tickets/similar', { place: { lat: 26 }, name: 'Salma' });
    expect(faulty.status).toBe(400);
    expect((faulty.body['errors'] as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      'name',
      'place.long',
    ]);
  });

  it('should use the location index, however many tickets have no location', async () => {
    const plan = await system.database.query<Record<string, string>>(
      `EXPLAIN SELECT id FROM ticket WHERE point(long, lat) <@ box(point(50.5, 26.1), point(50.6, 26.2))
          AND lat IS NOT NULL AND long IS NOT NULL AND status IN ('new', 'open', 'pending')`,
    );
    const text = plan.map((row) => Object.values(row)[0]).join('\n');
    expect(text).toContain('ticket_open_at_place');
  });
});
