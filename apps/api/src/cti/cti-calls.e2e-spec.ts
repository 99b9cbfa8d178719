import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Presence } from '#wasl/routing';
import { type PhoneApp, startPhoneApp } from '../../../../test/support/phone-app.js';

interface Interaction {
  id: string;
  agent_id: string | null;
  answered_at: Date | null;
  ended_at: Date | null;
  cause: string | null;
  ticket_id: string | null;
  requester_id: string | null;
  from_number: string | null;
  to_number: string | null;
}

describe('calls', () => {
  let phone: PhoneApp;
  let calls = 0;
  /** each call has its own id and its own caller */
  const next = () => ({ callId: `call-${++calls}`, from: `+9731710${String(1000 + calls)}` });
  const newCall = (call: object) => ({ event: 'newCall', direction: 'in', to: '80008001', ...call });
  const answer = ({ callId }: { callId: string }, more: object = {}) => ({
    event: 'answer',
    callId,
    ...more,
  });
  const hangup = ({ callId }: { callId: string }, more: object = {}) => ({
    event: 'hangup',
    callId,
    cause: 'normalClearing',
    ...more,
  });

  const rowsOf = ({ callId }: { callId: string }) =>
    phone.database.query<Interaction>('SELECT * FROM interaction WHERE call_id = $1', [callId]);
  const rowOf = async (call: { callId: string }) => (await rowsOf(call))[0]!;
  const ticketsOf = ({ from }: { from: string }) =>
    phone.database.query<{
      subject: string;
      description: string;
      queue: string;
      tags: string[];
      status: string;
      id: string;
      kind: string;
      channel: string;
    }>(
      `SELECT t.id, t.subject, t.description, q.key AS queue, t.tags, t.status, t.kind, t.channel
         FROM ticket t JOIN queue q ON q.id = t.queue_id
        WHERE t.requester_id = (SELECT requester_id FROM requester_address WHERE kind = 'phone' AND value = $1)`,
      [from],
    );
  const eventsOf = async (id: string) =>
    (
      await phone.database.query<{ type: string; data: Record<string, unknown> }>(
        `SELECT type, data FROM outbox WHERE data->>'interactionId' = $1 ORDER BY id`,
        [id],
      )
    ).map(({ type, data: { interactionId: _, ...data } }) => ({ type, ...data }));
  const workOf = async (id: string) =>
    (
      await phone.database.query<{ state: string; agent_id: string | null }>(
        'SELECT state, agent_id FROM work WHERE interaction_id = $1',
        [id],
      )
    )[0];
  const presenceOf = async (id: string) =>
    (
      await phone.database.query<{ state: string; reason: string | null }>(
        'SELECT state, reason FROM presence WHERE staff_id = $1',
        [id],
      )
    )[0];

  beforeAll(async () => {
    phone = await startPhoneApp();
  });
  afterAll(() => phone.close());

  describe('to one of our queues', () => {
    it('ring at the chosen agent only, until the agent wraps up', async () => {
      const agent = await phone.addStaffMember('chosen', {
        extension: '301',
        queues: ['billing'],
        available: true,
      });
      const call = next();
      const dialled = newCall({ ...call, to: '17000009' });
      await phone.send(dialled).expect(200, { action: 'dial', number: '301' });
      await phone.send(dialled).expect(200, { action: 'dial', number: '301' });
      const { id } = await rowOf(call);
      expect(await workOf(id)).toEqual({ state: 'offered', agent_id: agent.id });
      const ringing = await phone.client.get('/api/v1/me/calls').set(agent).expect(200);
      expect(ringing.body).toMatchObject({
        data: [{ interactionId: id, state: 'ringing', from: call.from, queue: 'billing' }],
      });

      await phone.send(answer(call, { user: ['301'] })).expect(200, {});
      expect(await presenceOf(agent.id)).toMatchObject({ state: 'busy' });
      await phone.send(dialled).expect(200, {});
      await phone.send(hangup(call)).expect(200, {});
      expect(await presenceOf(agent.id)).toMatchObject({ state: 'wrap_up' });
      expect(await workOf(id)).toMatchObject({ state: 'done' });
      expect(await eventsOf(id)).toEqual([
        { type: 'call.ringing', agentId: agent.id, queue: 'billing' },
        { type: 'call.answered', agentId: agent.id, queue: 'billing' },
        { type: 'call.ended', agentId: agent.id, queue: 'billing', cause: 'normalClearing', answered: true },
      ]);
      expect(await ticketsOf(call)).toEqual([]);
      expect((await phone.client.get('/api/v1/me/calls').set(agent)).body).toEqual({ data: [] });
    });

    it('wait at the PBX when no agent is free', async () => {
      const call = next();
      await phone.send(newCall({ ...call, queue: 'general' })).expect(200, {});
      expect(await workOf((await rowOf(call)).id)).toEqual({ state: 'waiting', agent_id: null });
    });

    it('are rejected when the queue is inactive, with a callback in the first queue', async () => {
      const call = next();
      const busy = { action: 'reject', reason: 'busy' };
      await phone.send(newCall({ ...call, to: '+97317000008' })).expect(200, busy);
      await phone.send(newCall({ ...call, to: '+97317000008' })).expect(200, busy);
      await phone.send(hangup(call, { cause: 'busy' })).expect(200, {});
      expect(await ticketsOf(call)).toMatchObject([{ queue: 'general' }]);
    });

    it('are not offered again to the agent who did not answer', async () => {
      const agent = await phone.addStaffMember('away', {
        extension: '302',
        queues: ['billing'],
        available: true,
      });
      const call = next();
      await phone.send(newCall({ ...call, queue: 'billing' })).expect(200, { action: 'dial', number: '302' });
      await phone.send(hangup(call, { cause: 'noAnswer' })).expect(200);
      expect(await presenceOf(agent.id)).toEqual({ state: 'not_ready', reason: 'no_answer' });
    });
  });

  it('are assigned to different agents when they arrive at the same time', async () => {
    const extensions = ['331', '332', '333', '334', '335'];
    const agents = await Promise.all(
      extensions.map((extension) =>
        phone.addStaffMember(`one of ${extension}`, { extension, queues: ['billing'], available: true }),
      ),
    );
    const calls = extensions.map(() => next());
    const answers = await Promise.all(
      calls.map((call) => phone.send(newCall({ ...call, queue: 'billing' })).expect(200)),
    );
    const dialled = answers.map(({ body }) => (body as { number: string }).number);
    expect(dialled.sort()).toEqual(extensions);
    const late = next();
    await phone.send(newCall({ ...late, queue: 'billing' })).expect(200, {});
    for (const call of [...calls, late]) await phone.send(hangup(call, { cause: 'cancel' })).expect(200);
    for (const { id } of agents) expect(await presenceOf(id)).toMatchObject({ state: 'available' });
    const again = next();
    const { body } = await phone.send(newCall({ ...again, queue: 'billing' })).expect(200);
    expect(extensions).toContain((body as { number: string }).number);
    await phone.send(hangup(again, { cause: 'cancel' }));
    await phone.database.query(`UPDATE presence SET state = 'offline' WHERE staff_id = ANY($1::uuid[])`, [
      agents.map(({ id }) => id),
    ]);
  });

  describe('that the PBX routed by itself', () => {
    it('make the agent busy during the call, and wrap up afterwards', async () => {
      const agent = await phone.addStaffMember('rung directly', {
        extension: '341',
        queues: ['billing'],
        available: true,
      });
      const call = next();
      await phone.send(newCall({ ...call, to: '+97317555555', user: '341' })).expect(200, {});
      expect(await presenceOf(agent.id)).toMatchObject({ state: 'available' });
      await phone.send(answer(call, { answeringNumber: '341' })).expect(200, {});
      await phone.send(answer(call, { answeringNumber: '341' })).expect(200, {});
      expect(await presenceOf(agent.id)).toMatchObject({ state: 'busy' });
      const other = next();
      await phone.send(newCall({ ...other, queue: 'billing' })).expect(200, {});
      await phone.send(hangup(other, { cause: 'forwarded' }));
      await phone.send(hangup(call)).expect(200, {});
      expect(await presenceOf(agent.id)).toMatchObject({ state: 'wrap_up' });
      const [{ wrap_up_until }] = (await phone.database.query<{ wrap_up_until: Date }>(
        'SELECT wrap_up_until FROM presence WHERE staff_id = $1',
        [agent.id],
      )) as [{ wrap_up_until: Date }];
      expect(wrap_up_until.getTime()).toBeGreaterThan(Date.now() + 30_000);
    });

    it('leave an agent who is not ready in that state afterwards', async () => {
      const agent = await phone.addStaffMember('at rest', { extension: '342' });
      await phone.database.query(
        `INSERT INTO presence (staff_id, state, reason, since, idle_since) VALUES ($1, 'not_ready', 'lunch', now(), now())`,
        [agent.id],
      );
      const call = next();
      await phone.send(newCall({ ...call, to: '+97317555555', user: '342' }));
      await phone.send(answer(call, { user: '342' }));
      expect(await presenceOf(agent.id)).toMatchObject({ state: 'busy' });
      await phone.send(hangup(call));
      await phone.database.query(
        `UPDATE presence SET wrap_up_until = now() - interval '1 second' WHERE staff_id = $1`,
        [agent.id],
      );
      await phone.app.get(Presence).endDueWrapUps();
      expect(await presenceOf(agent.id)).toEqual({ state: 'not_ready', reason: 'lunch' });
    });

    it('and outbound calls make the agent busy', async () => {
      const agent = await phone.addStaffMember('dials out', {
        extension: '343',
        queues: ['billing'],
        available: true,
      });
      const call = next();
      await phone
        .send(newCall({ callId: call.callId, direction: 'out', from: '343', to: call.from }))
        .expect(200, {});
      expect(await presenceOf(agent.id)).toMatchObject({ state: 'busy' });
      await phone.send(hangup(call, { cause: 'noAnswer' }));
      expect(await presenceOf(agent.id)).toMatchObject({ state: 'available' });
      await phone.database.query(`UPDATE presence SET state = 'offline' WHERE staff_id = $1`, [agent.id]);
    });
  });

  it('count as answered when the hangup names who answered', async () => {
    const agent = await phone.addStaffMember('told late', { extension: '344' });
    const call = next();
    await phone.send(newCall({ ...call, to: '+97317555555', user: '344' }));
    await phone.send(hangup(call, { answeringNumber: '344' })).expect(200, {});
    await phone.send(answer(call, { answeringNumber: '344' })).expect(200, {});
    expect(await rowOf(call)).toMatchObject({ agent_id: agent.id, answered_at: expect.any(Date) });
    expect(await ticketsOf(call)).toEqual([]);
  });

  it('belong to the colleague who picked them up', async () => {
    const [chosen, colleague] = [
      await phone.addStaffMember('rung', { extension: '305', queues: ['billing'], available: true }),
      await phone.addStaffMember('quick', { extension: '306' }),
    ];
    const call = next();
    await phone.send(newCall({ ...call, queue: 'billing' })).expect(200, { action: 'dial', number: '305' });
    await phone.send(answer(call, { answeringNumber: '306' })).expect(200, {});
    const { id, agent_id } = await rowOf(call);
    expect(agent_id).toBe(colleague.id);
    expect(await workOf(id)).toEqual({ state: 'assigned', agent_id: colleague.id });
    expect(await presenceOf(chosen.id)).toMatchObject({ state: 'available' });
    const shown = async (who: object) =>
      (
        (await phone.client.get('/api/v1/me/calls').set(who as Record<string, string>)).body as {
          data: object[];
        }
      ).data;
    expect(await shown(colleague)).toMatchObject([{ interactionId: id, state: 'active' }]);
    expect(await shown(chosen)).toEqual([]);
  });

  it('that are outbound are only logged', async () => {
    const agent = await phone.addStaffMember('caller', { extension: '307' });
    const call = next();
    await phone
      .send(newCall({ callId: call.callId, direction: 'out', from: '307', to: call.from }))
      .expect(200, {});
    await phone.send(answer(call)).expect(200, {});
    await phone.send(hangup(call)).expect(200, {});
    const row = await rowOf(call);
    expect(row).toMatchObject({ agent_id: agent.id, from_number: '307', to_number: call.from });
    expect([await eventsOf(row.id), await workOf(row.id)]).toEqual([[], undefined]);
  });

  it('ring at the extension chosen by the PBX', async () => {
    const agent = await phone.addStaffMember('direct', { extension: '303' });
    const call = next();
    await phone.send(newCall({ ...call, to: '+97317555555', user: '303' })).expect(200, {});
    const { id } = await rowOf(call);
    expect(await eventsOf(id)).toEqual([{ type: 'call.ringing', agentId: agent.id, queue: null }]);
  });

  it('show the caller, their open tickets and last contacts', async () => {
    const agent = await phone.addStaffMember('informed', { extension: '304' });
    const call = next();
    await phone.send(newCall(call));
    await phone.send(hangup(call));
    const again = { ...next(), from: call.from };
    await phone.send(newCall({ ...again, to: '+97317555555', user: ['304'] }));
    const { body } = await phone.client.get('/api/v1/me/calls').set(agent).expect(200);
    const [pop] = (body as { data: Record<string, unknown>[] }).data;
    expect(pop).toMatchObject({
      requester: { name: null },
      openTickets: [
        {
          subject: `Call back \u2066${call.from}\u2069`.replace('Call back', 'معاودة الاتصال'),
          status: 'new',
        },
      ],
      lastContacts: [{ channel: 'phone', direction: 'in' }],
    });
  });

  describe('that were missed', () => {
    it.each(['normalClearing', 'cancel', 'noAnswer', 'busy', 'congestion', 'notFound'])(
      '(%s) are called back',
      async (cause) => {
        const call = next();
        await phone.send(newCall({ ...call, queue: 'billing' }));
        await phone.send(hangup(call, { cause })).expect(200, {});
        const tickets = await ticketsOf(call);
        expect(tickets).toMatchObject([
          { queue: 'billing', kind: 'request', channel: 'phone', status: 'new', tags: ['callback'] },
        ]);
        expect(tickets[0]!.subject).toBe(`معاودة الاتصال \u2066${call.from}\u2069`);
        expect(await rowOf(call)).toMatchObject({ ticket_id: tickets[0]!.id, cause });
      },
    );

    it('cause no callback when forwarded, outbound, or withheld', async () => {
      const before = await phone.database.query('SELECT id FROM ticket');
      const cases = [
        [{}, { cause: 'forwarded' }],
        [{ direction: 'out' }, {}],
        [{ from: 'anonymous' }, {}],
      ];
      for (const [start, end] of cases) {
        const call = next();
        await phone.send(newCall({ ...call, ...start })).expect(200);
        await phone.send(hangup(call, end)).expect(200);
        expect(await rowOf(call)).toMatchObject({ ticket_id: null });
      }
      expect(await phone.database.query('SELECT id FROM ticket')).toHaveLength(before.length);
    });

    it('cause one callback per caller and queue', async () => {
      const caller = next();
      const attempts = Array.from({ length: 4 }, () => ({ ...next(), from: caller.from }));
      for (const call of attempts) await phone.send(newCall(call));
      await Promise.all(attempts.map((call) => phone.send(hangup(call)).expect(200)));
      const tickets = await ticketsOf(caller);
      expect(tickets).toHaveLength(1);
      const notes = await phone.database.query<{ kind: string }>(
        'SELECT kind FROM message WHERE ticket_id = $1',
        [tickets[0]!.id],
      );
      expect(notes).toEqual(Array(3).fill({ kind: 'internal_note' }));
      for (const call of attempts) expect(await rowOf(call)).toMatchObject({ ticket_id: tickets[0]!.id });
      await phone.database.query(`UPDATE ticket SET status = 'closed' WHERE id = $1`, [tickets[0]!.id]);
      const later = { ...next(), from: caller.from };
      await phone.send(newCall(later));
      await phone.send(hangup(later));
      expect(await ticketsOf(caller)).toHaveLength(2);
    });
  });
});
