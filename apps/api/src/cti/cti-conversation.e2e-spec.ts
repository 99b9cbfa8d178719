import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PhoneApp, startPhoneApp } from '../../../../test/support/phone-app.js';

type Told = Record<string, unknown>;

/**
 * A morning of a PBX bridge: a direct call that is answered, a queue call answered by the chosen agent, one abandoned,
 * one forwarded, one outbound. Ids, callers and extensions are unique to the run.
 */
function conversation(run: number): Told[] {
  const id = (name: string) => `bridge-${run}-${name}`;
  const caller = (n: number) => `+973175${String(run).padStart(3, '0')}${String(n).padStart(2, '0')}`;
  const extension = `7${String(run).padStart(3, '0')}`;
  const inbound = { direction: 'in', to: '+97317555555' };
  return [
    { event: 'newCall', callId: id('direct'), from: caller(1), ...inbound, user: [extension] },
    { event: 'answer', callId: id('direct'), from: caller(1), ...inbound, answeringNumber: extension },
    { event: 'hangup', callId: id('direct'), cause: 'normalClearing', answeringNumber: extension },
    { event: 'newCall', callId: id('queue'), from: caller(2), direction: 'in', to: '80008001' },
    { event: 'answer', callId: id('queue'), user: extension },
    { event: 'hangup', call_id: id('queue'), cause: 'normalClearing', answeringNumber: extension },
    { event: 'newCall', callId: id('given-up'), from: caller(3), direction: 'in', to: '80008001' },
    { event: 'hangup', callId: id('given-up'), cause: 'cancel' },
    { event: 'newCall', callId: id('forwarded'), from: caller(4), direction: 'in', to: '80008001' },
    { event: 'hangup', callId: id('forwarded'), cause: 'forwarded' },
    {
      event: 'newCall',
      callId: id('ours'),
      from: extension,
      to: caller(5),
      direction: 'out',
      user: extension,
    },
    { event: 'answer', callId: id('ours'), answeringNumber: caller(5) },
    { event: 'hangup', callId: id('ours'), cause: 'normalClearing', answeringNumber: caller(5) },
  ];
}

describe('the events of a PBX bridge', () => {
  let phone: PhoneApp;
  let runs = 0;

  beforeAll(async () => {
    phone = await startPhoneApp();
  });
  afterAll(() => phone.close());

  /** The final state after all events, with the same names in every run. */
  async function endState(run: number, agentId: string) {
    const calls = await phone.database.query<{
      id: string;
      name: string;
      answered: boolean;
      tags: string[] | null;
      subject: string | null;
    }>(
      `SELECT i.id, split_part(i.call_id, '-', 3) AS name, i.direction, CASE i.direction WHEN 'in' THEN right(i.from_number, 2) END AS from, i.cause,
              i.answered_at IS NOT NULL AS answered, i.ended_at IS NOT NULL AS ended, i.agent_id = $2 AS ours,
              q.key AS queue, i.requester_id IS NOT NULL AS known, t.subject, t.tags,
              (SELECT array_agg(w.state) FROM work w WHERE w.interaction_id = i.id) AS work
         FROM interaction i LEFT JOIN queue q ON q.id = i.queue_id LEFT JOIN ticket t ON t.id = i.ticket_id
        WHERE i.call_id LIKE $1 ORDER BY i.call_id`,
      [`bridge-${run}-%`, agentId],
    );
    const counted = await phone.database.query<{ what: string; times: number }>(
      `SELECT CASE WHEN data ? 'answeredAfterSeconds' THEN 'answered' WHEN data ? 'abandonedAfterSeconds' THEN 'abandoned'
                   WHEN data->>'from' IS NULL THEN 'arrived' END AS what, count(*)::int AS times
         FROM outbox o JOIN work w ON w.id = (o.data->>'workId')::uuid
        WHERE o.type = 'work.changed' AND w.interaction_id = ANY($1::uuid[]) GROUP BY 1 ORDER BY 1`,
      [calls.map((call) => call.id)],
    );
    const [presence] = await phone.database.query<{ state: string }>(
      'SELECT state FROM presence WHERE staff_id = $1',
      [agentId],
    );
    return {
      calls: calls.map(({ id: _, subject, ...call }) => ({
        ...call,
        subject: String(subject).replace(/\d/g, ''),
      })),
      counted: counted.filter(({ what }) => what !== null),
      presence: presence!.state,
    };
  }

  async function replay(order: (told: Told[]) => Told[]) {
    const run = ++runs;
    // Not available, so that the router chooses nobody: its choice would depend on the order of calls.
    const { id } = await phone.addStaffMember(`agent ${run}`, {
      extension: `7${String(run).padStart(3, '0')}`,
    });
    await phone.database.query(
      `INSERT INTO presence (staff_id, state, reason, since, idle_since) VALUES ($1, 'not_ready', 'signed_in', now(), now())`,
      [id],
    );
    for (const told of order(conversation(run))) await phone.send(told).expect(200);
    return endState(run, id);
  }

  it('have the same result in order, repeated and shuffled', async () => {
    const inOrder = await replay((told) => told);
    expect(inOrder).toMatchObject({
      presence: 'wrap_up',
      counted: [
        { what: 'abandoned', times: 1 },
        { what: 'answered', times: 1 },
        { what: 'arrived', times: 3 },
      ],
    });
    expect(inOrder.calls.map(({ name, answered, tags }) => [name, answered, tags])).toEqual([
      ['direct', true, null],
      ['forwarded', false, null],
      ['given', false, ['callback']],
      ['ours', true, null],
      ['queue', true, null],
    ]);
    expect(await replay((told) => told.flatMap((one) => [one, one, one]))).toEqual(inOrder);
    expect(await replay((told) => [...told].reverse())).toEqual(inOrder);
    const length = 2 * conversation(0).length;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...Array(length).keys()], { minLength: length }),
        async (order) => {
          const mixed = await replay((told) => order.map((i) => told[i % told.length]!));
          expect(mixed).toEqual(inOrder);
        },
      ),
      { numRuns: 12 },
    );
  });
});
