import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AsteriskModule, CallSweep } from '#wasl/channels';
import { waitFor } from '#wasl/testing';
import { FakeAri } from '../../../../test/asterisk/fake-ari.js';
import { type PhoneApp, startPhoneApp } from '../../../../test/support/phone-app.js';

interface Logged {
  callId: string;
  from: string | null;
  fromRaw: string | null;
  ticket: string | null;
}

describe('callers whose number is foreign, or of no numbering plan', () => {
  let phone: PhoneApp;
  let pbx: FakeAri;
  let agent: { id: string; authorization: string };
  let supervisor: { authorization: string };
  let calls = 0;
  const callIn = (from: string, more: object = {}) => ({
    event: 'newCall',
    callId: `foreign-${++calls}`,
    direction: 'in',
    to: '80008001',
    from,
    ...more,
  });
  const missed = async (from: string) => {
    const call = callIn(from);
    await phone.send(call).expect(200);
    await phone.send({ event: 'hangup', callId: call.callId, cause: 'cancel' }).expect(200);
    return logged(call.callId);
  };
  const logged = async (callId: string) => {
    const { body } = await phone.client.get('/api/v1/cti/log?page[size]=100').set(supervisor).expect(200);
    return (body as { data: Logged[] }).data.find((call) => call.callId === callId)!;
  };
  const callbackOf = async (ticket: string | null) => {
    const path = `/api/v1/tickets/${ticket}/callbacks`;
    const { body } = await phone.client.get(path).set(agent).expect(200);
    return (body as { data: { number: string; requester: { id: string } }[] }).data[0]!;
  };

  beforeAll(async () => {
    pbx = new FakeAri('wasl', 'wasl', 'secret');
    const settings = { ASTERISK_ARI_URL: await pbx.listen() };
    phone = await startPhoneApp({ settings, modules: [AsteriskModule] });
    agent = await phone.addStaffMember('agent', { extension: '801', queues: ['general', 'billing'] });
    const { authorization } = await phone.addStaffMember('supervisor', { role: 'supervisor' });
    supervisor = { authorization };
  });
  afterAll(async () => {
    await phone.close();
    await pbx.close();
  });

  it.each([
    ['966501234567', '+966501234567'],
    ['4915112345678', '+4915112345678'],
    ['sip:966501234568@pbx.example', '+966501234568'],
  ])('%s is called back at %s', async (from, number) => {
    const call = await missed(from);
    expect(call).toMatchObject({ from: number, fromRaw: from.replace(/\D/g, '') });
    expect(await callbackOf(call.ticket)).toMatchObject({ number });
  });

  it('are called back at the digits that were sent, once for each caller', async () => {
    const attempts = Array.from({ length: 4 }, () => callIn('050 123 4567'));
    for (const call of attempts) await phone.send(call).expect(200);
    await Promise.all(
      attempts.map(({ callId }) => phone.send({ event: 'hangup', callId, cause: 'cancel' }).expect(200)),
    );
    const tickets = await Promise.all(attempts.map(async ({ callId }) => (await logged(callId)).ticket));
    expect(new Set(tickets).size).toBe(1);
    expect(await logged(attempts[0]!.callId)).toMatchObject({ from: null, fromRaw: '0501234567' });
    const { number, requester } = await callbackOf(tickets[0]!);
    expect(number).toBe('0501234567');
    const addresses = await phone.database.query('SELECT 1 FROM requester_address WHERE requester_id = $1', [
      requester.id,
    ]);
    expect(addresses).toEqual([]);
    const [ticket] = await phone.database.query<{ subject: string }>(
      'SELECT subject FROM ticket WHERE number = $1',
      [tickets[0]!.replaceAll('-', '')],
    );
    expect(ticket!.subject).toContain('0501234567');
  });

  it('are shown to the agent who is rung, and are found when the agent dials them', async () => {
    const call = callIn('0501234599', { to: '+97317555555', user: '801' });
    await phone.send(call).expect(200);
    const { body } = await phone.client.get('/api/v1/me/calls').set(agent).expect(200);
    expect(body).toMatchObject({ data: [{ from: null, fromRaw: '0501234599' }] });
    await phone.send({ event: 'hangup', callId: call.callId, cause: 'noAnswer' }).expect(200);
    const { ticket } = await logged(call.callId);
    const { body: list } = await phone.client.get(`/api/v1/tickets/${ticket}/callbacks`).set(agent);
    const [callback] = (list as { data: { id: string }[] }).data;
    await phone.client.post(`/api/v1/callbacks/${callback!.id}/attempts`).set(agent).expect(204);
    const back = { callId: `foreign-${++calls}`, direction: 'out', from: '801', to: '050-1234599' };
    await phone.send({ event: 'newCall', ...back }).expect(200);
    await phone.send({ event: 'answer', callId: back.callId }).expect(200);
    await phone.send({ event: 'hangup', callId: back.callId, cause: 'normalClearing' }).expect(200);
    const { body: after } = await phone.client.get(`/api/v1/tickets/${ticket}/callbacks`).set(agent);
    expect(after).toMatchObject({ data: [{ state: 'reached' }] });
  });

  it('may ask by keypad, where nobody can correct the number, but not be mistyped by staff', async () => {
    const keypad = await phone.client.post(`${phone.path}/callback`).send({ from: '0501234500' }).expect(200);
    expect(await callbackOf((keypad.body as { ticket: string }).ticket)).toMatchObject({
      number: '0501234500',
    });
    await phone.client.post(`${phone.path}/callback`).send({ from: 'anonymous' }).expect(422);
    await phone.client.post('/api/v1/callbacks').set(agent).send({ phone: '0501234500' }).expect(400);
  });

  it('are called back by the sweep, when the end of the call was all that was reported', async () => {
    const callId = `foreign-${++calls}`;
    const parties = { from: '0501234511', to: '80008001', direction: 'in' };
    await phone.send({ event: 'hangup', callId, cause: 'cancel', ...parties }).expect(200);
    await phone.database.query(
      `UPDATE interaction SET ended_at = ended_at - interval '2 minutes' WHERE call_id = $1`,
      [callId],
    );
    expect(await phone.app.get(CallSweep).callBackMissed()).toBe(1);
    expect((await logged(callId)).ticket).not.toBeNull();
  });

  it('come from a PBX by its own interface as well', async () => {
    await waitFor(() => pbx.isWatched, { within: 20_000, what: 'the websocket' });
    for (const [from, number] of [
      ['966501234570', '+966501234570'],
      ['0501234522', null],
    ] as const) {
      const id = pbx.arrives({ from });
      await waitFor(async () => (await logged(id)) !== undefined, { within: 20_000, what: 'the call' });
      pbx.hangsUp(id);
      const isDone = async () => (await logged(id)).ticket !== null;
      await waitFor(isDone, { within: 20_000, what: 'the callback' });
      expect(await logged(id)).toMatchObject({ from: number, fromRaw: from });
    }
  });

  it.each(['anonymous', 'blocked', 'sip:anonymous@anonymous.invalid', ''])('are none: %j', async (from) => {
    expect(await missed(from)).toMatchObject({ from: null, fromRaw: null, ticket: null });
  });
});
