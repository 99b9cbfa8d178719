import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PhoneApp, startPhoneApp } from '../../../../test/support/phone-app.js';

type Event = Record<string, unknown>;

/** Shuffles by seed, so that failures can be reproduced. */
function shuffled<T>(items: T[], seed: number): T[] {
  let state = seed;
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

describe('call events, each sent five times', () => {
  let phone: PhoneApp;
  let agent: { id: string };
  let calls = 0;
  const next = () => ({ callId: `order-${++calls}`, from: `+9731720${String(1000 + calls)}` });
  type Call = ReturnType<typeof next>;
  const newCall = (call: Call): Event => ({
    event: 'newCall',
    direction: 'in',
    to: '80008001',
    user: ['401'],
    ...call,
  });
  const answer = ({ callId }: Call): Event => ({ event: 'answer', callId, user: '401' });
  const hangup = ({ callId }: Call): Event => ({ event: 'hangup', callId, cause: 'normalClearing' });
  const fiveTimes = (events: Event[]) => events.flatMap((event) => Array<Event>(5).fill(event));

  beforeAll(async () => {
    phone = await startPhoneApp();
    agent = await phone.addStaffMember('busy', { extension: '401', queues: ['general'] });
  });
  afterAll(() => phone.close());

  /** The stored state of a call, without values that depend on the current time. */
  async function resultOf({ callId, from }: Call) {
    const rows = await phone.database.query<{
      id: string;
      from_number: string | null;
      to_number: string | null;
      agent_id: string | null;
      answered: boolean;
      ended: boolean;
      ticket_id: string | null;
    }>(
      `SELECT id, from_number, to_number, agent_id, answered_at IS NOT NULL AS answered, ended_at IS NOT NULL AS ended,
              ticket_id FROM interaction WHERE call_id = $1`,
      [callId],
    );
    expect(rows).toHaveLength(1);
    const { id, ticket_id, ...row } = rows[0]!;
    const tickets = await phone.database.query<{ id: string }>(
      `SELECT t.id FROM ticket t JOIN requester_address a ON a.requester_id = t.requester_id WHERE a.value = $1`,
      [from],
    );
    expect(tickets.map((ticket) => ticket.id)).toEqual(ticket_id ? [ticket_id] : []);
    const events = await phone.database.query<{ type: string; times: number }>(
      `SELECT type, count(*)::int AS times FROM outbox WHERE data->>'interactionId' = $1 GROUP BY type`,
      [id],
    );
    expect(events.filter((event) => event.times > 1)).toEqual([]);
    const open = await phone.database.query(
      `SELECT 1 FROM work WHERE interaction_id = $1 AND state <> 'done'`,
      [id],
    );
    return {
      ...row,
      ticket: ticket_id !== null,
      openWork: open.length,
      events: events.map((event) => event.type).sort(),
    };
  }

  const inTurn = async (events: Event[]) => {
    for (const event of events) await phone.send(event).expect(200);
  };
  const atOnce = (events: Event[]) => Promise.all(events.map((event) => phone.send(event).expect(200)));

  const whole = (call: Call) => ({
    from_number: call.from,
    to_number: '80008001',
    agent_id: agent.id,
    ended: true,
    openWork: 0,
  });
  const answered = (call: Call) => ({ ...whole(call), answered: true, ticket: false });
  const missed = (call: Call) => ({ ...whole(call), answered: false, ticket: true });

  it('have a single effect when in order', async () => {
    const call = next();
    await inTurn(fiveTimes([newCall(call), answer(call), hangup(call)]));
    expect(await resultOf(call)).toEqual({
      ...answered(call),
      events: ['call.answered', 'call.ended', 'call.ringing'],
    });
  });

  it('lose neither caller nor agent when the answer comes first', async () => {
    const call = next();
    await inTurn(fiveTimes([answer(call), newCall(call), hangup(call)]));
    expect(await resultOf(call)).toMatchObject(answered(call));
  });

  it('do not ring, and cause one callback, when the hangup comes first', async () => {
    const call = next();
    await inTurn(fiveTimes([hangup(call)]));
    expect(await resultOf(call)).toMatchObject({ from_number: null, ended: true, ticket: false });
    for (let i = 0; i < 5; i++) await phone.send(newCall(call)).expect(200, {});
    expect(await resultOf(call)).toMatchObject({ ...missed(call), events: ['call.ended'] });
  });

  it('stay missed when the answer comes after the hangup', async () => {
    const call = next();
    await inTurn(fiveTimes([newCall(call), hangup(call), answer(call)]));
    expect(await resultOf(call)).toMatchObject(missed(call));
  });

  it.each([1, 2, 3, 4, 5])('shuffled (%i) leave one call that is answered or called back', async (seed) => {
    const call = next();
    const events = shuffled(fiveTimes([newCall(call), answer(call), hangup(call)]), seed);
    await inTurn(events);
    const names = events.map((event) => event.event);
    const expected =
      names.indexOf('answer') < names.indexOf('hangup')
        ? answered(call)
        : { ...missed(call), agent_id: expect.anything() };
    const result = await resultOf(call);
    expect({ ...result, agent_id: result.agent_id ?? 'nobody' }).toMatchObject(expected);
  });

  it.each([1, 2, 3, 4, 5])(
    'have one effect each when sent concurrently (%i) for three calls',
    async (seed) => {
      const [whole, abandoned, other] = [next(), next(), next()];
      await atOnce(
        shuffled(
          fiveTimes([
            newCall(whole),
            answer(whole),
            hangup(whole),
            newCall(abandoned),
            hangup(abandoned),
            newCall(other),
          ]),
          seed,
        ),
      );
      const result = await resultOf(whole);
      expect(result).toMatchObject({
        from_number: whole.from,
        ended: true,
        ticket: !result.answered,
        openWork: 0,
      });
      expect(await resultOf(abandoned)).toMatchObject({
        from_number: abandoned.from,
        answered: false,
        ticket: true,
      });
      expect(await resultOf(other)).toMatchObject({ ended: false, ticket: false, events: ['call.ringing'] });
    },
  );
});
