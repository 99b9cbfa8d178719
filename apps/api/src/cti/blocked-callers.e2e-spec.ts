import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CallSweep } from '#wasl/channels';
import { waitFor } from '#wasl/testing';
import { type PhoneApp, startPhoneApp } from '../../../../test/support/phone-app.js';

interface Logged {
  callId: string;
  state: string;
  cause: string | null;
  missed: boolean;
  ticket: string | null;
}
const PATH = '/api/v1/admin/blocked-callers';
const REJECT = { action: 'reject', reason: 'busy' };

describe('callers that are blocked', () => {
  let phone: PhoneApp;
  let supervisor: { authorization: string };
  let agent: { authorization: string };
  let calls = 0;

  beforeAll(async () => {
    phone = await startPhoneApp();
    supervisor = await phone.addStaffMember('supervisor', { role: 'supervisor' });
    agent = await phone.addStaffMember('agent', { extension: '601' });
  });
  afterAll(() => phone.close());

  const as = ({ authorization }: { authorization: string }) => ({ authorization });
  const block = (number: string, more: object = {}) =>
    phone.client
      .post(PATH)
      .set(as(supervisor))
      .send({ number, reason: 'threats', ...more });
  const callIn = (from: string, more: object = {}) => ({
    event: 'newCall',
    callId: `blocked-${++calls}`,
    direction: 'in',
    to: '80008001',
    from,
    ...more,
  });
  const log = async (query: string) =>
    (
      (await phone.client.get(`/api/v1/cti/log?${query}`).set(as(supervisor)).expect(200)).body as {
        data: Logged[];
      }
    ).data;
  const ids = async (query: string) => (await log(query)).map(({ callId }) => callId);

  it('should be rejected however their number is written, logged so, and owed nothing', async () => {
    const { body } = await block('1730 0099').expect(201);
    expect(body).toMatchObject({ number: '+97317300099', reason: 'threats', by: 'supervisor', until: null });
    for (const from of ['17300099', '+973 1730 0099', '0097317300099', 'sip:97317300099@pbx.example']) {
      const call = callIn(from, { user: '601' });
      await phone.send(call).expect(200, REJECT);
      await phone.send(call).expect(200, REJECT);
      await phone.send({ event: 'hangup', callId: call.callId, cause: 'busy' }).expect(200, {});
    }
    const found = await log('number=17300099');
    expect(found.map(({ state, cause, missed, ticket }) => [state, cause, missed, ticket])).toEqual(
      Array(4).fill(['ended', 'rejected', false, null]),
    );
    await phone.database.query(
      `UPDATE interaction SET started_at = started_at - interval '1 hour', ended_at = ended_at - interval '1 hour'`,
    );
    await phone.app.get(CallSweep).run();
    expect(await phone.database.query('SELECT 1 FROM callback')).toEqual([]);
    expect((await phone.client.get('/api/v1/me/calls').set(as(agent))).body).toEqual({ data: [] });
  });

  it('should be rejected also when the end of the call was told first', async () => {
    const { event: _event, ...call } = callIn('17300099');
    await phone.send({ event: 'hangup', cause: 'cancel', ...call }).expect(200, {});
    await phone.send({ event: 'newCall', ...call }).expect(200, REJECT);
    expect((await log('state=rejected'))[0]).toMatchObject({ callId: call.callId, ticket: null });
  });

  it('should never be those who withhold their number', async () => {
    for (const number of ['anonymous', 'unknown', '-', '0', ' ', '+', 'محجوب'])
      expect((await block(number)).status).toBe(400);
    expect((await phone.send(callIn('anonymous', { to: '17555555' }))).body).toEqual({});
    expect((await phone.send(callIn('', { to: '17555555' }))).body).toEqual({});
  });

  it('should not be emergency services, our own queues or agents', async () => {
    for (const number of ['999', '80008001', '17000009', '601'])
      expect([number, (await block(number)).body.code]).toEqual([number, 'blocked_caller.protected']);
  });

  it('may be of no numbering plan', async () => {
    await block('0599123456789012').expect(201);
    expect((await phone.send(callIn('0599123456789012'))).body).toEqual(REJECT);
    expect((await phone.send(callIn('0599123456789013', { to: '17555555' }))).body).toEqual({});
  });

  it('should be taken again when the time is over, and can then be blocked anew', async () => {
    expect((await block('17300077', { until: '2020-01-01T00:00:00Z' })).status).toBe(400);
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    await block('17300077', { until: soon }).expect(201);
    await block('17300077').expect(409);
    const call = callIn('17300077', { to: '17555555' });
    await phone.send(call).expect(200, REJECT);
    await phone.database.query(`UPDATE blocked_caller SET until = now() WHERE number = '+97317300077'`);
    await phone.send(callIn('17300077', { to: '17555555' })).expect(200, {});
    // What was rejected stays so.
    await phone.send(call).expect(200, REJECT);
    const { body } = await block('17300077').expect(201);
    expect(body.until).toBeNull();
  });

  it('should be listed page by page, removed, and audited without their number', async () => {
    const page = async (query: string) =>
      (await phone.client.get(`${PATH}?${query}`).set(as(supervisor)).expect(200)).body as {
        data: { id: string; number: string }[];
        meta: { hasMore: boolean; after: string };
      };
    const first = await page('page[size]=2');
    expect([first.data.map(({ number }) => number), first.meta.hasMore]).toEqual([
      ['+97317300077', '0599123456789012'],
      true,
    ]);
    const rest = await page(`page[size]=2&page[after]=${first.meta.after}`);
    expect(rest.data.map(({ number }) => number)).toEqual(['+97317300099']);
    const { id } = rest.data[0]!;
    await phone.client.delete(`${PATH}/${id}`).set(as(supervisor)).expect(204);
    await phone.client.delete(`${PATH}/${id}`).set(as(supervisor)).expect(404);
    await phone.client.delete(`${PATH}/x`).set(as(supervisor)).expect(404);
    expect((await phone.send(callIn('17300099', { to: '17555555' }))).body).toEqual({});
    const notes = await phone.database.query<{ data: { action: string } }>(
      `SELECT data FROM outbox WHERE type = 'audit.noted' AND data->>'targetKind' = 'blocked_caller' ORDER BY id`,
    );
    expect(notes.map(({ data }) => data.action)).toEqual([
      ...Array<string>(4).fill('config.created'),
      'config.removed',
    ]);
    expect(JSON.stringify(notes)).not.toMatch(/17300099|0599/);
  });

  it('should be blocked by those with the permission alone', async () => {
    await phone.client.get(PATH).set(as(agent)).expect(403);
    await phone.client.post(PATH).set(as(agent)).send({ number: '17300088', reason: 'x' }).expect(403);
    await phone.client.post(PATH).set(as(supervisor)).send({ number: '17300088' }).expect(400);
  });

  it('should block once when two ask at once', async () => {
    const both = await Promise.all([block('17300066'), block('17300066')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  describe('in the log', () => {
    it('should be found by direction, state, queue, agent, number and time', async () => {
      await phone.database.query(`DELETE FROM interaction`);
      const out = callIn('601', { direction: 'out', to: '17300055' });
      const inbound = callIn('17300055', { user: '601' });
      await phone.send(inbound).expect(200);
      await phone.send({ event: 'answer', callId: inbound.callId, answeringNumber: '601' }).expect(200);
      const rejected = callIn('17300066', { to: '17000009' });
      await phone.send(rejected).expect(200, REJECT);
      await phone.send(out).expect(200);
      const all = [out.callId, rejected.callId, inbound.callId];
      expect(await ids('')).toEqual(all);
      expect(await ids('direction=out')).toEqual([out.callId]);
      expect(await ids('state=active')).toEqual([inbound.callId]);
      expect(await ids('state=rejected')).toEqual([rejected.callId]);
      expect(await ids('missed=true')).toEqual([]);
      expect(await ids('queue=billing')).toEqual([rejected.callId]);
      expect(await ids('number=%2B973 1730 0055')).toEqual([out.callId, inbound.callId]);
      const [staff] = await phone.database.query<{ id: string }>(
        `SELECT id FROM staff WHERE extension = '601'`,
      );
      expect(await ids(`agent=${staff!.id}&direction=in`)).toEqual([inbound.callId]);
      expect(await ids('from=2026-01-01&to=2026-01-02')).toEqual([]);
      expect(await ids(`from=${new Date(Date.now() - 60_000).toISOString()}`)).toEqual(all);
      // Agents see their own whomever they ask for.
      const own = await phone.client
        .get(`/api/v1/cti/log?agent=${supervisorId()}`)
        .set(as(agent))
        .expect(200);
      expect((own.body as { data: Logged[] }).data.every(({ callId }) => callId !== rejected.callId)).toBe(
        true,
      );
      for (const wrong of [
        'state=odd',
        'direction=up',
        'agent=x',
        'from=1',
        'to=x',
        'from=2026-01-02&to=2026-01-01',
      ])
        await phone.client.get(`/api/v1/cti/log?${wrong}`).set(as(supervisor)).expect(400);
      await phone.client.get('/api/v1/cti/log?queue=nowhere').set(as(supervisor)).expect(404);
    });

    const supervisorId = () => (supervisor as unknown as { id: string }).id;
  });
});

describe('the number that the called see', () => {
  let phone: PhoneApp;
  let root: { authorization: string };
  const PATHS = '/api/v1/admin/outbound-routes';
  let calls = 0;

  beforeAll(async () => {
    phone = await startPhoneApp({ settings: { OUTBOUND_CALLER_ID: '+97317000000' } });
    root = await phone.addStaffMember('root', { role: 'administrator' });
    await phone.addStaffMember('agent', { extension: '601' });
  });
  afterAll(() => phone.close());

  const set = (pattern: string, callerId: string) =>
    phone.client.put(PATHS).set({ authorization: root.authorization }).send({ pattern, callerId });
  const seenBy = async (to: string) => {
    const call = { event: 'newCall', callId: `out-${++calls}`, direction: 'out', from: '601', to };
    const { body } = await phone.send(call).expect(200);
    await phone.send({ event: 'hangup', callId: call.callId, cause: 'cancel' }).expect(200);
    expect([to, (body as { number: string }).number]).toEqual([to, to]);
    return (body as { caller_id: string }).caller_id;
  };

  it('should be that of the longest pattern that fits, else the setting', async () => {
    expect(await seenBy('17300001')).toBe('+97317000000');
    await set('00973*', '+97317111111').expect(200);
    await set('+973 173*', '80001111').expect(200);
    await set('999', '112233').expect(200);
    expect(await seenBy('17300001')).toBe('80001111');
    expect(await seenBy('+97317400001')).toBe('+97317111111');
    expect(await seenBy('0097317300002')).toBe('80001111');
    expect(await seenBy('999')).toBe('112233');
    expect(await seenBy('+441134960000')).toBe('+97317000000');
    await set('*', '+97317222222').expect(200);
    expect(await seenBy('+441134960000')).toBe('+97317222222');
  });

  it('should be validated, replaced, listed and removed', async () => {
    for (const [pattern, callerId] of [
      ['abc', '123'],
      ['+973*', 'anonymous'],
      ['+973*', '+12'],
      ['', '12345'],
    ] as const)
      expect((await set(pattern, callerId)).status).toBe(400);
    await set('+973*', '+97317333333').expect(200);
    expect(await seenBy('+97317400001')).toBe('+97317333333');
    const authorization = { authorization: root.authorization };
    const { body } = await phone.client.get(`${PATHS}?page[size]=100`).set(authorization).expect(200);
    expect((body as { data: { pattern: string }[] }).data.map(({ pattern }) => pattern).sort()).toEqual([
      '*',
      '+973*',
      '+973173*',
      '999',
    ]);
    await phone.client
      .delete(`${PATHS}/${encodeURIComponent('+973173*')}`)
      .set(authorization)
      .expect(204);
    await phone.client
      .delete(`${PATHS}/${encodeURIComponent('+973173*')}`)
      .set(authorization)
      .expect(404);
    expect(await seenBy('17300001')).toBe('+97317333333');
    const changed = () =>
      phone.database.query(
        `SELECT 1 FROM outbox WHERE data->>'targetKind' = 'outbound_route' AND data->>'action' = 'config.changed'`,
      );
    await waitFor(async () => (await changed()).length === 1, {
      what: 'the change to be noted',
    });
  });
});
