import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CallSweep } from '#wasl/channels';
import { uuidv7 } from '#wasl/kernel';
import { runAsOwner } from '#wasl/testing';
import { type PhoneApp, startPhoneApp } from '../../../../test/support/phone-app.js';

interface Listed {
  data: {
    id: string;
    callId: string;
    missed: boolean;
    doneAt: string | null;
    from: string | null;
    ticket: string | null;
  }[];
  meta: { hasMore: boolean; after: string | null };
}

describe('the call log', () => {
  let phone: PhoneApp;
  let supervisor: { authorization: string };
  let agent: { authorization: string };
  let stranger: { authorization: string };
  const log = async (who: { authorization: string }, query = '') =>
    (await phone.client.get(`/api/v1/cti/log${query}`).set(who).expect(200)).body as Listed;

  beforeAll(async () => {
    phone = await startPhoneApp();
    supervisor = credential(await phone.addStaffMember('supervisor', { role: 'supervisor' }));
    agent = credential(await phone.addStaffMember('agent', { extension: '501' }));
    stranger = credential(await phone.addStaffMember('stranger', { extension: '502' }));
    for (let i = 1; i <= 5; i++) {
      const callId = `log-${i}`;
      const withheld = i === 5;
      const from = withheld ? 'anonymous' : `1730000${i}`;
      await phone
        .send({ event: 'newCall', callId, from, to: '80008001', direction: 'in', user: '501' })
        .expect(200);
      if (i === 1) await phone.send({ event: 'answer', callId, user: '501' }).expect(200);
      await phone.send({ event: 'hangup', callId, cause: i === 1 ? 'normalClearing' : 'cancel' }).expect(200);
    }
  });
  afterAll(() => phone.close());

  it('shows every call, newest first, page by page', async () => {
    const first = await log(supervisor, '?page[size]=3');
    expect(first.data.map((call) => call.callId)).toEqual(['log-5', 'log-4', 'log-3']);
    expect(first.data[1]).toMatchObject({
      state: 'ended',
      direction: 'in',
      missed: true,
      from: '+97317300004',
      to: '80008001',
      queue: 'general',
      agent: { name: 'agent' },
      cause: 'cancel',
      doneAt: null,
      times: { talk: 0, hold: 0, acw: 0, handle: 0 },
      recording: { state: 'none', reference: null, consentAt: null },
      transfers: [],
    });
    const rest = await log(supervisor, `?page[size]=3&page[after]=${first.meta.after}`);
    expect(rest.data.map((call) => call.callId)).toEqual(['log-2', 'log-1']);
    expect(rest.meta).toEqual({ hasMore: false, after: null });
  });

  it('shows the queue as the PBX named it, also when it is none of ours', async () => {
    const call = { event: 'newCall', from: '17300030', direction: 'in', user: '504' };
    const named = async (callId: string, more: object) => {
      await phone.send({ ...call, callId, ...more }).expect(200);
      await phone.send({ event: 'hangup', callId, cause: 'forwarded' }).expect(200);
      const { data } = await log(supervisor, '?page[size]=100');
      const { queue, queueNamed } = data.find((one) => one.callId === callId) as unknown as Record<
        string,
        string
      >;
      await phone.database.query('UPDATE interaction SET call_id = NULL WHERE call_id = $1', [callId]);
      return { queue, queueNamed };
    };
    expect(await named('named-1', { to: '17555555', queue: 'Hunt Group 7' })).toEqual({
      queue: null,
      queueNamed: 'Hunt Group 7',
    });
    expect(await named('named-2', { to: 'Billing' })).toEqual({ queue: 'billing', queueNamed: null });
    expect(await named('named-3', { to: '17555555', queue: '17000009' })).toEqual({
      queue: 'billing',
      queueNamed: '17000009',
    });
  });

  it('lists missed calls of withheld numbers', async () => {
    const { data } = await log(supervisor, '?missed=true&done=false');
    expect(data.map((call) => call.callId)).toEqual(['log-5', 'log-4', 'log-3', 'log-2']);
    expect(data[0]).toMatchObject({ from: null, ticket: null });
    expect(data[1]!.ticket).toMatch(/^\d{4}-\d{4}-\d{4}$/);
  });

  it('shows agents their own calls', async () => {
    expect((await log(agent)).data).toHaveLength(5);
    expect((await log(stranger)).data).toEqual([]);
    await phone.client.get('/api/v1/cti/log').expect(401);
  });

  it('uses an index for all calls and for an agent’s own', async () => {
    const plan = async (condition: string) => {
      await runAsOwner(phone.databaseUrl, 'ANALYZE interaction');
      const rows = await phone.database.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT id FROM interaction i WHERE i.channel = 'phone' AND i.call_id IS NOT NULL ${condition}
          ORDER BY i.started_at DESC, i.id DESC LIMIT 26`,
      );
      return rows.map((row) => row['QUERY PLAN']).join(' ');
    };
    await phone.database.query(
      `INSERT INTO interaction (id, channel, direction, agent_id, started_at, call_id, updated_at)
       SELECT gen_random_uuid(), 'phone', 'in', CASE WHEN n % 50 = 0 THEN (SELECT id FROM staff WHERE extension = '502') END,
              now() - interval '90 days' - n * interval '1 minute', 'old-' || n, now() FROM generate_series(1, 20000) n`,
    );
    const [{ id }] = (await phone.database.query<{ id: string }>(
      `SELECT id FROM staff WHERE extension = '502'`,
    )) as [{ id: string }];
    expect(await plan(`AND i.agent_id = '${id}'`)).toContain('interaction_calls_of_agent');
    expect(await plan('')).toContain('interaction_call_log');
    expect((await log(stranger)).data).toHaveLength(25);
    await phone.database.query(`DELETE FROM interaction WHERE call_id LIKE 'old-%'`);
  });

  it('refuses unknown query parameters', async () => {
    for (const query of ['?from=1', '?missed=perhaps', '?page[after]=x', '?page[size]=101']) {
      await phone.client.get(`/api/v1/cti/log${query}`).set(supervisor).expect(400);
    }
  });

  it('marks calls as handled, if the caller may see them', async () => {
    const { data } = await log(supervisor);
    const [newest, second, third] = data.map((call) => call.id);
    await phone.client.post(`/api/v1/cti/done/${newest}`).set(stranger).expect(404);
    await phone.client.post(`/api/v1/cti/done/${newest}`).set(agent).expect(200, { done: 1 });
    await phone.client.post(`/api/v1/cti/done/${uuidv7()}`).set(supervisor).expect(404);
    await phone.client.post('/api/v1/cti/done/7').set(supervisor).expect(404);
    const ids = [newest, second, third, uuidv7()];
    await phone.client.post('/api/v1/cti/done/bulk').set(stranger).send({ ids }).expect(200, { done: 0 });
    await phone.client.post('/api/v1/cti/done/bulk').set(supervisor).send({ ids }).expect(200, { done: 3 });
    await phone.client
      .post('/api/v1/cti/done/bulk')
      .set(supervisor)
      .send({ ids: ['x'] })
      .expect(400);
    await phone.client.post('/api/v1/cti/done/bulk').set(supervisor).send({ ids, all: true }).expect(400);
    expect((await log(supervisor, '?done=true')).data.map((call) => call.id)).toEqual([
      newest,
      second,
      third,
    ]);
  });

  it('accepts the wrap-up code from the agent of the call', async () => {
    await phone.database.query(
      `INSERT INTO reason (key, use, name_ar, name_en) VALUES ('informed', 'wrap_up', 'أُبلغ', 'Informed')`,
    );
    const answered = (await log(agent)).data.find((call) => call.callId === 'log-1')!;
    const path = `/api/v1/me/calls/${answered.id}/wrap-up`;
    await phone.client.post(path).set(agent).send({ code: 'informed' }).expect(204);
    await phone.client.post(path).set(agent).send({ code: 'unheard of' }).expect(400);
    await phone.client.post(path).set(stranger).send({ code: 'informed' }).expect(404);
    expect((await log(agent)).data.find((call) => call.callId === 'log-1')).toMatchObject({
      wrapUpCode: 'informed',
    });
  });

  it('frees an agent reserved for a call of which no event arrives', async () => {
    const { id } = await phone.addStaffMember('kept', {
      extension: '503',
      queues: ['billing'],
      available: true,
    });
    const call = { event: 'newCall', callId: 'silent', from: '17300020', to: '17000009', direction: 'in' };
    await phone.send(call).expect(200, { action: 'dial', number: '503' });
    const sweep = phone.app.get(CallSweep);
    expect(await sweep.releaseReserved()).toBe(0);
    await phone.database.query(
      `UPDATE interaction SET ringing_since = now() - interval '4 minutes' WHERE call_id = 'silent'`,
    );
    expect(await sweep.releaseReserved()).toBe(1);
    const work = await phone.database.query(`SELECT 1 FROM work WHERE agent_id = $1 AND state <> 'done'`, [
      id,
    ]);
    expect(work).toEqual([]);
    await phone.send({ event: 'hangup', callId: 'silent', cause: 'forwarded' }).expect(200);
    await phone.database.query(`UPDATE presence SET state = 'offline' WHERE staff_id = $1`, [id]);
  });

  it('is corrected after the PBX stopped sending events', async () => {
    const told = { from: '17300010', to: '17000009', direction: 'in' };
    await phone.send({ event: 'hangup', callId: 'unannounced', cause: 'cancel', ...told }).expect(200, {});
    await phone.send({ event: 'newCall', callId: 'forgotten', ...told, from: '17300011' }).expect(200, {});
    const sweep = phone.app.get(CallSweep);
    expect(await sweep.run()).toBe(0);
    await phone.database.query(
      `UPDATE interaction SET started_at = started_at - interval '3 hours', ended_at = ended_at - interval '3 hours'
        WHERE call_id IN ('unannounced', 'forgotten')`,
    );
    expect(await sweep.run()).toBe(2);
    const { data } = await log(supervisor, '?missed=true');
    const found = data.filter((call) => ['unannounced', 'forgotten'].includes(call.callId));
    expect(found.map((call) => [call.from, call.ticket !== null])).toEqual([
      ['+97317300011', true],
      ['+97317300010', true],
    ]);
    expect(await sweep.run()).toBe(0);
  });
});

const credential = ({ authorization }: { authorization: string }) => ({ authorization });
