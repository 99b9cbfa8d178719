import { waitFor } from '#wasl/testing';
import type { OfferView, LiveQueue } from '#wasl/contracts';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

/** With agents, api and worker: arriving work is offered, and offers are decided. */
describe('routing from arrival to an agent', () => {
  let system: TestSystem;
  let mona: Client;
  let ali: Client;
  let sana: Client;

  beforeAll(async () => {
    system = await startSystem(
      {
        mona: { queues: ['general'], skills: { ar: 5, en: 2 } },
        ali: { queues: ['general', 'billing'], skills: { en: 5 } },
        sana: { role: 'supervisor', queues: [] },
      },
      { worker: true },
    );
    [mona, ali, sana] = [
      await system.signInAs('mona'),
      await system.signInAs('ali'),
      await system.signInAs('sana'),
    ];
    await mona.connect();
    await ali.connect();
    await mona.subscribe('me');
    await ali.subscribe('me');
  });
  afterAll(async () => {
    mona.close();
    ali.close();
    await system.stop();
  });
  afterEach(async () => {
    await rest(mona);
    await rest(ali);
    const left = (await sana.get('/api/v1/tickets?status=new,open&page[size]=100')).body.data as {
      number: string;
    }[];
    for (const { number } of left) await sana.post(`/api/v1/tickets/${number}/close`);
    await system.waitUntilIdle();
    mona.events.length = 0;
    ali.events.length = 0;
  });

  const rest = (agent: Client) => agent.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });
  const ready = (agent: Client) => agent.put('/api/v1/me/presence', { state: 'available' });
  const arrives = async (given: object = {}) =>
    (
      await sana.post('/api/v1/tickets', {
        subject: 'matter',
        description: 'words',
        language: 'ar',
        requester: { name: 'x' },
        ...given,
      })
    ).body.number as string;
  const offered = async (agent: Client, number: string): Promise<OfferView> =>
    (await agent.waitForEvent('offer.made', (event) => event.data.ticket.number === number)).data;
  const ticket = async (number: string) =>
    (await sana.get(`/api/v1/tickets/${number}`)).body as {
      assignee: { name: string } | null;
      status: string;
    };

  it('should offer arriving work to the free agent on their socket, with the reason', async () => {
    await ready(mona);
    const number = await arrives();
    const offer = await offered(mona, number);
    expect(offer).toMatchObject({ queue: 'general', ticket: { number, subject: 'matter', channel: 'api' } });
    expect(offer.why.map((reason) => reason.code)).toEqual(['priority', 'waited', 'language', 'only_one']);
    expect((await mona.get('/api/v1/me/offers')).body.data).toMatchObject([{ id: offer.id }]);
  });

  it('should offer waiting work when an agent becomes available: the oldest urgent ticket first', async () => {
    await arrives({ priority: 'normal' });
    const urgent = await arrives({ priority: 'urgent' });
    await arrives({ priority: 'urgent' });
    await ready(mona);
    expect((await mona.waitForEvent('offer.made')).data.ticket.number).toBe(urgent);
  });

  it('should assign the ticket once when accepted, and offer the next', async () => {
    await ready(mona);
    const first = await arrives();
    const second = await arrives();
    const offer = await offered(mona, first);
    const answers = await Promise.all([1, 2, 3].map(() => mona.post(`/api/v1/offers/${offer.id}/accept`)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    expect(await ticket(first)).toMatchObject({ status: 'open', assignee: { name: 'mona' } });
    expect((await offered(mona, second)).ticket.number).toBe(second);
  });

  it('should not let another agent accept the offer', async () => {
    await ready(mona);
    const offer = await offered(mona, await arrives());
    const answer = await ali.post(`/api/v1/offers/${offer.id}/accept`);
    expect(answer).toMatchObject({ status: 409, body: { code: 'offer.gone' } });
    expect((await ali.post('/api/v1/offers/nonsense/accept')).body.code).toBe('offer.gone');
  });

  it('should offer declined work to another agent, and not again to the first', async () => {
    await ready(mona);
    const number = await arrives({ language: 'en' });
    const offer = await offered(mona, number);
    expect((await mona.post(`/api/v1/offers/${offer.id}/decline`, { reason: 'no such reason' })).status).toBe(
      400,
    );
    expect((await mona.post(`/api/v1/offers/${offer.id}/decline`, { reason: 'busy' })).status).toBe(204);
    await ready(ali);
    await offered(ali, number);
    expect(mona.events.filter((event) => event.type === 'offer.made')).toHaveLength(1);
  });

  it('should set the agent not ready when an offer expires, and return the work to the front', async () => {
    await ready(mona);
    const number = await arrives();
    const offer = await offered(mona, number);
    await system.database.query(`UPDATE offer SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      offer.id,
    ]);
    await mona.waitForEvent(
      'offer.expired',
      (event) => event.data.id === offer.id && event.data.state === 'expired',
    );
    await waitFor(async () => (await mona.get('/api/v1/me/presence')).body.reason === 'no_answer', {
      what: 'not ready for no answer',
    });
    expect((await mona.post(`/api/v1/offers/${offer.id}/accept`)).body.code).toBe('offer.gone');
    mona.events.length = 0;
    await ready(mona);
    await offered(mona, number);
  });

  it('should prefer agents who speak the language', async () => {
    await ready(ali);
    const arabic = await arrives();
    const english = await arrives({ language: 'en' });
    await offered(ali, english);
    expect(
      ali.events.some((event) => event.type === 'offer.made' && event.data.ticket.number === arabic),
    ).toBe(false);
  });

  it('should withdraw the offer when the ticket is transferred to another queue', async () => {
    await ready(mona);
    const number = await arrives({ language: 'en' });
    const offer = await offered(mona, number);
    await ready(ali);
    await sana.post(`/api/v1/tickets/${number}/transfer`, { queue: 'billing' });
    await mona.waitForEvent(
      'offer.expired',
      (event) => event.data.id === offer.id && event.data.state === 'withdrawn',
    );
    expect((await offered(ali, number)).queue).toBe('billing');
  });

  it('should set the agent busy at full capacity, and start the requested break when there is room', async () => {
    await ready(mona);
    for (let n = 0; n < 5; n++) {
      const offer = await offered(mona, await arrives({ requester: { name: `p${n}` } }));
      await mona.post(`/api/v1/offers/${offer.id}/accept`);
      mona.events.length = 0;
    }
    expect((await mona.get('/api/v1/me/presence')).body).toMatchObject({
      state: 'busy',
      capacity: { units: 100, held: 100 },
    });
    await rest(mona);
    expect((await mona.get('/api/v1/me/presence')).body).toMatchObject({
      state: 'busy',
      next: { state: 'not_ready', reason: 'break' },
    });
    const mine = (await mona.get('/api/v1/tickets?assignee=me')).body.data as { number: string }[];
    await mona.post(`/api/v1/tickets/${mine[0]!.number}/resolve`, { note: 'done' });
    expect((await mona.get('/api/v1/me/presence')).body).toMatchObject({
      state: 'not_ready',
      reason: 'break',
      next: null,
    });
  });

  it('should refuse an invalid change of presence, naming both states', async () => {
    await ready(mona);
    expect(await mona.put('/api/v1/me/presence', { state: 'offline' })).toMatchObject({
      status: 409,
      body: { code: 'presence.illegal_transition' },
    });
    expect((await mona.put('/api/v1/me/presence', { state: 'not_ready' })).body.errors).toMatchObject([
      { path: 'reason', code: 'required' },
    ]);
    expect((await mona.put('/api/v1/me/presence', { state: 'busy' })).status).toBe(400);
  });

  it('should keep counters that equal a recount', async () => {
    await ready(ali);
    for (let n = 0; n < 4; n++) await arrives({ queue: 'billing', language: 'en' });
    const offer = (await ali.waitForEvent('offer.made')).data;
    await ali.post(`/api/v1/offers/${offer.id}/accept`);
    const recount = async () =>
      (
        await system.database.query<{ state: string; n: number }>(
          `SELECT w.state, count(*)::int AS n FROM work w JOIN queue q ON q.id = w.queue_id
            WHERE q.key = 'billing' AND w.state <> 'done' AND w.arrived_at > now() - interval '1 minute' GROUP BY 1`,
        )
      ).reduce<Record<string, number>>((sums, row) => ({ ...sums, [row.state]: row.n }), {});
    await waitFor(
      async () => {
        const live = (await sana.get('/api/v1/queues/billing/live')).body as unknown as LiveQueue;
        const counted = await recount();
        return (
          live.waiting === (counted.waiting ?? 0) &&
          live.offered === (counted.offered ?? 0) &&
          live.handling === (counted.assigned ?? 0) &&
          live.arrivedToday >= 4
        );
      },
      { what: 'counters that equal a recount' },
    );
  });
});
