import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '#wasl/kernel';
import { type PhoneApp, startPhoneApp } from '../../../../test/support/phone-app.js';

interface Listed {
  id: string;
  ticket: string;
  number: string;
  state: string;
  source: string;
  dueAt: string;
  attempts: { agent: string; outcome: string | null }[];
}

describe('callbacks', () => {
  let phone: PhoneApp;
  let agent: { id: string; authorization: string };
  let colleague: { id: string; authorization: string };
  let calls = 0;
  const next = () => ({ callId: `back-${++calls}`, from: `+9731760${String(1000 + calls)}` });
  const ask = (body: object) => phone.client.post('/api/v1/callbacks').set(agent).send(body);
  const due = async (who = agent) =>
    (
      (await phone.client.get('/api/v1/callbacks?page[size]=100').set(who).expect(200)).body as {
        data: Listed[];
      }
    ).data;
  const of = async (number: string) => (await due()).filter((callback) => callback.number === number);
  const ofTicket = async (ticket: string) =>
    (
      (await phone.client.get(`/api/v1/tickets/${ticket}/callbacks`).set(agent).expect(200)).body as {
        data: Listed[];
      }
    ).data;
  const begin = (id: string, who = agent) => phone.client.post(`/api/v1/callbacks/${id}/attempts`).set(who);
  const settle = (id: string, outcome: string, who = agent) =>
    phone.client.post(`/api/v1/callbacks/${id}/outcome`).set(who).send({ outcome });

  beforeAll(async () => {
    phone = await startPhoneApp();
    agent = await phone.addStaffMember('agent', { extension: '801', queues: ['general'] });
    colleague = await phone.addStaffMember('colleague', { extension: '802', queues: ['general', 'billing'] });
  });
  afterAll(() => phone.close());

  it('are created for missed callers', async () => {
    const call = next();
    await phone.send({ event: 'newCall', direction: 'in', to: '80008001', ...call });
    await phone.send({ event: 'hangup', callId: call.callId, cause: 'cancel' });
    expect(await of(call.from)).toMatchObject([{ source: 'missed', state: 'waiting', attempts: [] }]);
  });

  it('are requested by an agent, once per caller and matter, also concurrently', async () => {
    const { from } = next();
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask({ phone: from }).expect(201)));
    const bodies = answers.map(({ body }) => body as { id: string; ticket: string; created: boolean });
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(1);
    expect(bodies.filter(({ created }) => created)).toHaveLength(1);
    const other = (await ask({ phone: from, queue: 'billing' }).expect(201)).body as {
      id: string;
      ticket: string;
    };
    expect(other.id).not.toBe(bodies[0]!.id);
    const about = (await ask({ phone: from, ticket: other.ticket }).expect(201)).body as {
      id: string;
      ticket: string;
    };
    expect(about).toMatchObject({ ticket: other.ticket, created: true });
    await ask({ phone: 'anonymous' }).expect(400);
    await ask({ phone: from, queue: 'unheard-of' }).expect(400);
    await ask({ phone: from, ticket: '2600-0000-0000' }).expect(404);
  });

  it('are requested by keypad, and the call then does not count as abandoned', async () => {
    const call = next();
    await phone.send({ event: 'newCall', direction: 'in', to: '80008001', ...call });
    const path = `${phone.path}/callback`;
    const answer = await phone.client
      .post(path)
      .type('form')
      .send({ from: call.from, to: '80008001', queue: 'hunt-group-7', call_id: call.callId })
      .expect(200);
    expect(answer.body).toMatchObject({ created: true });
    await phone.send({ event: 'hangup', callId: call.callId, cause: 'normalClearing' });
    expect(await of(call.from)).toMatchObject([{ source: 'asked' }]);
    const abandoned = await phone.database.query(
      `SELECT 1 FROM outbox o JOIN work w ON w.id = (o.data->>'workId')::uuid JOIN interaction i ON i.id = w.interaction_id
        WHERE i.call_id = $1 AND o.data ? 'abandonedAfterSeconds'`,
      [call.callId],
    );
    expect(abandoned).toEqual([]);
    await phone.client.post('/api/v1/cti/wrong/callback').send({ from: call.from }).expect(401);
    await phone.client.post(path).send({}).expect(422, { error: 'from is required' });
    await phone.client.post(path).send({ from: 'anonymous' }).expect(422);
  });

  it('are attempted by one agent at a time, with each attempt stored, until the limit', async () => {
    const { from } = next();
    const { id, ticket } = (await ask({ phone: from })).body as { id: string; ticket: string };
    await settle(id, 'reached').expect(409);
    await begin(id).expect(204);
    await begin(id).expect(204);
    expect((await begin(id, colleague).expect(409)).body).toMatchObject({ code: 'callback.taken' });
    await settle(id, 'no_answer', colleague).expect(409);
    await settle(id, 'no_answer').expect(204);
    const [again] = await of(from);
    expect(again).toMatchObject({ state: 'waiting', attempts: [{ agent: 'agent', outcome: 'no_answer' }] });
    expect(Date.parse(again!.dueAt)).toBeGreaterThan(Date.now() + 20 * 60_000);
    for (const outcome of ['busy', 'no_answer']) {
      await begin(id, colleague).expect(204);
      await settle(id, outcome, colleague).expect(204);
    }
    expect(await of(from)).toEqual([]);
    expect(await ofTicket(ticket)).toMatchObject([
      { state: 'gave_up', attempts: [{}, {}, { outcome: 'no_answer' }] },
    ]);
    expect((await begin(id).expect(409)).body).toMatchObject({ code: 'callback.settled' });
    await begin(uuidv7()).expect(404);
    await settle(id, 'whatever').expect(400);
  });

  it('get their outcome from the PBX', async () => {
    const { from, callId } = next();
    const { id, ticket } = (await ask({ phone: from })).body as { id: string; ticket: string };
    await begin(id).expect(204);
    await phone.send({ event: 'newCall', callId, direction: 'out', from: '801', to: from });
    await phone.send({ event: 'answer', callId });
    await phone.send({ event: 'hangup', callId, cause: 'normalClearing' });
    expect(await ofTicket(ticket)).toMatchObject([{ state: 'reached', attempts: [{ outcome: 'reached' }] }]);
    await settle(id, 'reached').expect(409);
  });

  it('are listed in order of due time, to agents of the queue', async () => {
    const list = await due();
    expect(list.map(({ dueAt }) => dueAt)).toEqual(list.map(({ dueAt }) => dueAt).sort());
    const { from } = next();
    await ask({ phone: from, queue: 'billing' });
    expect(await of(from)).toEqual([]);
    expect((await due(colleague)).some(({ number }) => number === from)).toBe(true);
    const first = await phone.client.get('/api/v1/callbacks?page[size]=1').set(agent).expect(200);
    const { meta } = first.body as { meta: { after: string } };
    const second = await phone.client
      .get(`/api/v1/callbacks?page[size]=1&page[after]=${meta.after}`)
      .set(agent);
    expect((second.body as { data: Listed[] }).data[0]!.id).toBe(list[1]!.id);
    await phone.client.get('/api/v1/callbacks?state=x').set(agent).expect(400);
  });

  it('end with their ticket, and can be created again', async () => {
    const { from } = next();
    const first = (await ask({ phone: from })).body as { id: string; ticket: string };
    await phone.database.query(`UPDATE ticket SET status = 'closed' WHERE number = $1`, [
      first.ticket.replaceAll('-', ''),
    ]);
    expect(await of(from)).toEqual([]);
    const second = (await ask({ phone: from })).body as { id: string; ticket: string; created: boolean };
    expect(second.created).toBe(true);
    expect(second.ticket).not.toBe(first.ticket);
  });
});
