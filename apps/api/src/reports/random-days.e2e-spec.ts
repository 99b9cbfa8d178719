import fc from 'fast-check';
import type { LiveQueue } from '#wasl/contracts';
import { FigureRebuild } from '#wasl/reporting';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const QUEUES = ['general', 'billing'] as const;
const HISTORIES = 12;
const CALLER = '+97317400001';

/** Random actions of people and PBXs, in any order. Many are refused, and a refusal must not change any figure. */
const command = fc.oneof(
  fc.record({ do: fc.constant('open' as const), queue: fc.constantFrom(...QUEUES) }),
  fc.record({
    do: fc.constant('presence' as const),
    state: fc.constantFrom('available', 'not_ready', 'offline'),
  }),
  fc.record({ do: fc.constant('offer' as const), accept: fc.boolean() }),
  fc.record({ do: fc.constantFrom('assign' as const, 'release' as const), nth: fc.nat(9) }),
  fc.record({ do: fc.constant('transfer' as const), nth: fc.nat(9), queue: fc.constantFrom(...QUEUES) }),
  fc.record({ do: fc.constantFrom('resolve' as const, 'reopen' as const, 'close' as const), nth: fc.nat(9) }),
  fc.record({ do: fc.constant('pend' as const), nth: fc.nat(9) }),
  fc.record({ do: fc.constant('rate' as const), nth: fc.nat(9), score: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ do: fc.constantFrom('ring' as const, 'answer' as const, 'hangup' as const), nth: fc.nat(2) }),
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

describe('random sequences of actions', () => {
  let system: TestSystem;
  let mona: Client;
  let sana: Client;
  const tickets: { number: string; trackingCode: string }[] = [];

  beforeAll(async () => {
    system = await startSystem({ mona: {}, sana: { role: 'supervisor', queues: [] } }, { worker: true });
    [mona, sana] = [await system.signInAs('mona'), await system.signInAs('sana')];
    await system.database.query(`UPDATE staff SET extension = '100' WHERE email = 'mona@test.example'`);
    await system.database.query(
      `UPDATE queue SET dial_numbers = '{80008001}', wrap_up_seconds = 0 WHERE key = 'general'`,
    );
  });
  afterAll(() => system.stop());

  const ticket = (nth: number) => tickets.at(-1 - nth)?.number ?? '0000-0000-0000';

  async function carryOut(one: Command): Promise<unknown> {
    switch (one.do) {
      case 'open': {
        const { body } = await system.anonymous.post('/api/v1/public/tickets', {
          kind: 'complaint',
          subject: 'matter',
          description: 'words',
          language: 'en',
          requester: { name: 'x', email: `p${tickets.length}@example.com`, audience: 'citizen' },
        });
        tickets.push(body as (typeof tickets)[number]);
        return sana.post(`/api/v1/tickets/${String(body.number)}/transfer`, { queue: one.queue });
      }
      case 'presence':
        return mona.put('/api/v1/me/presence', {
          state: one.state,
          ...(one.state === 'not_ready' && { reason: 'break' }),
        });
      case 'offer': {
        const [offer] = (await mona.get('/api/v1/me/offers')).body.data as { id: string }[];
        const path = `/api/v1/offers/${offer?.id ?? 'none'}/${one.accept ? 'accept' : 'decline'}`;
        return mona.post(path, one.accept ? undefined : { reason: 'busy' });
      }
      case 'assign':
        return sana.post(`/api/v1/tickets/${ticket(one.nth)}/assign`, { assignee: system.people.mona!.id });
      case 'release':
        return sana.post(`/api/v1/tickets/${ticket(one.nth)}/assign`, { assignee: null });
      case 'transfer':
        return sana.post(`/api/v1/tickets/${ticket(one.nth)}/transfer`, { queue: one.queue });
      case 'resolve':
        return sana.post(`/api/v1/tickets/${ticket(one.nth)}/resolve`, { note: 'done' });
      case 'pend':
        return pend(ticket(one.nth));
      case 'reopen':
      case 'close':
        return sana.post(`/api/v1/tickets/${ticket(one.nth)}/${one.do}`);
      case 'rate':
        return system.anonymous.post('/api/v1/public/track/rate', {
          ...tickets.at(-1 - one.nth),
          score: one.score,
        });
      case 'ring':
        return cti({ event: 'newCall', callId: call(one.nth), from: CALLER, to: '80008001' });
      case 'answer':
        return cti({ event: 'answer', callId: call(one.nth), answeringNumber: '100' });
      case 'hangup':
        return cti({ event: 'hangup', callId: call(one.nth), cause: 'normalClearing' });
    }
  }
  async function pend(number: string) {
    const { version } = (await sana.get(`/api/v1/tickets/${number}`)).body as { version: number };
    const answer = await sana.patch(
      `/api/v1/tickets/${number}`,
      { status: 'pending', pendingOn: 'requester' },
      { 'if-match': `"${version}"` },
    );
    if (answer.status === 200) pended++;
    return answer;
  }
  let pended = 0;
  let history = 0;
  const call = (nth: number) => `${history}-${nth}`;
  const cti = (fields: object) =>
    system.anonymous.post('/api/v1/cti/cti-token-for-tests', { direction: 'in', ...fields });

  it(
    'should keep counters equal to a recount, and sums equal to the facts',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 40 }), async (commands) => {
          history++;
          for (const one of commands) await carryOut(one);
          await settled();
          // An offer may expire between two reads, so retry; a real difference persists.
          await waitFor(agree, { within: 120_000, what: 'numbers that agree', every: 500 });
        }),
        { numRuns: HISTORIES, endOnFailure: true },
      );
      expect(tickets.length).toBeGreaterThan(5);
      expect(pended).toBeGreaterThan(0);
    },
    10 * 60_000,
  );

  /** The router reacts with offers of its own: figures change until it is idle. */
  async function settled(): Promise<void> {
    let before: unknown;
    await waitFor(
      async () => {
        await system.waitUntilIdle();
        const [now] = await system.database.query('SELECT sum(version)::int, count(*)::int FROM work');
        const same = JSON.stringify(now) === JSON.stringify(before);
        before = now;
        return same;
      },
      { within: 60_000, what: 'nothing more to move', every: 300 },
    );
  }

  async function shown(queue: string) {
    const { body } = await sana.get(`/api/v1/queues/${queue}/live`);
    const { waiting, offered, handling } = body as unknown as LiveQueue;
    // Summed over days, so that the time of day of the run does not matter.
    const [days] = await system.database.query<Record<string, number>>(
      `SELECT coalesce(sum(arrived), 0)::int AS arrived, coalesce(sum(answered), 0)::int AS answered,
              coalesce(sum(abandoned), 0)::int AS abandoned FROM queue_day WHERE queue_key = $1`,
      [queue],
    );
    return { waiting, offered, handling, ...days };
  }

  async function recount(queue: string) {
    const [now] = await system.database.query<Record<string, number>>(
      `SELECT count(*) FILTER (WHERE w.state = 'waiting')::int AS waiting,
              count(*) FILTER (WHERE w.state = 'offered')::int AS offered,
              count(*) FILTER (WHERE w.state = 'assigned')::int AS handling
         FROM work w JOIN queue q ON q.id = w.queue_id WHERE q.key = $1`,
      [queue],
    );
    const [facts] = await system.database.query<Record<string, number>>(
      `SELECT count(*) FILTER (WHERE kind = 'offered')::int AS arrived,
              count(*) FILTER (WHERE kind = 'answered')::int AS answered,
              count(*) FILTER (WHERE kind = 'abandoned')::int AS abandoned FROM contact_fact WHERE queue_key = $1`,
      [queue],
    );
    return { ...now, ...facts };
  }

  async function agree(): Promise<boolean> {
    await system.waitUntilIdle();
    for (const queue of QUEUES) expect(await shown(queue)).toEqual(await recount(queue));
    expect(await resolvedByCounters()).toEqual(await resolvedByHistory());
    const kept = await sums();
    await rebuild();
    expect(await sums()).toEqual(kept);
    expect(await measured()).toEqual(await worked());
    expect(await parts()).toEqual([]);
    expect(await heldInFigures()).toEqual(await heldByWork());
    return true;
  }

  const one = async (text: string) => (await system.database.query(text))[0];
  const resolvedByCounters = () => one('SELECT coalesce(sum(resolved), 0)::int AS n FROM queue_day');
  const resolvedByHistory = () => one(`SELECT count(*)::int AS n FROM history WHERE type = 'resolved'`);

  const sums = () =>
    system.database.query(
      `SELECT to_jsonb(q) AS row FROM contact_quarter q
        UNION ALL SELECT to_jsonb(p) FROM presence_quarter p
        UNION ALL SELECT to_jsonb(b) FROM contact_breakdown b
        UNION ALL SELECT to_jsonb(a) FROM agent_quarter a ORDER BY 1`,
    );
  const rebuild = () =>
    system.api.get(FigureRebuild).run(new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000));

  /** The measured figures, and those counted from the source tables. The first history may have no contact at all. */
  const measured = () =>
    one(`SELECT coalesce(sum(offered), 0)::int AS offered, coalesce(sum(answered), 0)::int AS answered,
                coalesce(sum(abandoned), 0)::int AS abandoned, coalesce(sum(rated), 0)::int AS rated
           FROM contact_quarter`);
  /** Entities and services, where the parts do not add up to the total. */
  const parts = () =>
    system.database.query(
      `SELECT dimension FROM contact_breakdown GROUP BY dimension
       HAVING dimension <> 'agent' AND (sum(offered), sum(handled), sum(wait_ms), sum(settled)) IS DISTINCT FROM
              (SELECT (sum(offered), sum(handled), sum(wait_ms), sum(settled)) FROM contact_quarter)`,
    );
  /** The written work of each agent, and whether it is pending. */
  const heldInFigures = () =>
    system.database.query(
      `SELECT a.agent_id AS agent, h.key AS ticket, (h.value->>'isPaused')::boolean AS paused
         FROM agent_now a, jsonb_each(a.held) h ORDER BY 1, 2`,
    );
  const heldByWork = () =>
    system.database.query(
      `SELECT w.agent_id AS agent, t.id::text AS ticket, t.status = 'pending' AS paused
         FROM work w JOIN ticket t ON t.id = w.ticket_id
        WHERE w.state = 'assigned' AND w.interaction_id IS NULL ORDER BY 1, 2`,
    );
  const worked = () =>
    one(`SELECT count(*)::int AS offered, count(w.answered_at)::int AS answered,
                (count(*) FILTER (WHERE i.ended_at IS NOT NULL AND i.answered_at IS NULL))::int AS abandoned,
                (SELECT count(*)::int FROM rating) AS rated
           FROM work w LEFT JOIN interaction i ON i.id = w.interaction_id`);
});
