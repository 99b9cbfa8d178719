import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AsteriskModule } from '#wasl/channels';
import { waitFor } from '#wasl/testing';
import { FakeAmi } from '../../../../../test/asterisk/fake-ami.js';
import { FakeAri } from '../../../../../test/asterisk/fake-ari.js';
import { amiFrame } from '../../../../../test/asterisk/frames.js';
import { type PhoneApp, startPhoneApp } from '../../../../../test/support/phone-app.js';

describe('a PBX whose own queues distribute calls', () => {
  let ami: FakeAmi;
  let ari: FakeAri;
  let phone: PhoneApp;
  let agent: { id: string; authorization: string };
  let calls = 0;
  const within = 20_000;
  const until = (what: string, check: () => Promise<boolean> | boolean) => waitFor(check, { within, what });
  const rowOf = async (callId: string) =>
    (
      await phone.database.query<{
        id: string;
        agent_id: string | null;
        answered_at: Date | null;
        ended_at: Date | null;
        cause: string | null;
        ticket_id: string | null;
        ringing_since: Date | null;
      }>('SELECT * FROM interaction WHERE call_id = $1', [callId])
    )[0];
  const stateOf = async (id: string) =>
    (
      await phone.database.query<{ state: string }>('SELECT state FROM presence WHERE staff_id = $1', [id])
    )[0]!.state;
  const next = () => {
    const id = `${Math.floor(Date.now() / 1000)}.${1000 + ++calls}`;
    return {
      Uniqueid: id,
      Linkedid: id,
      Channel: `PJSIP/trunk-${calls.toString(16).padStart(8, '0')}`,
      CallerIDNum: `+9731750${String(1000 + calls)}`,
    };
  };
  const tell = (name: string, fresh: Record<string, string>) => ami.send(amiFrame(name, fresh));

  beforeAll(async () => {
    ami = new FakeAmi('wasl', 'secret');
    ari = new FakeAri('wasl', 'wasl', 'secret');
    ami.members.push({
      Event: 'QueueMember',
      Queue: 'support',
      Name: 'Sara',
      Location: 'PJSIP/201',
      StateInterface: 'PJSIP/201',
      Membership: 'dynamic',
      Paused: '0',
      Status: '1',
    });
    phone = await startPhoneApp({
      settings: { ASTERISK_AMI_URL: await ami.listen(), ASTERISK_ARI_URL: await ari.listen() },
      modules: [AsteriskModule],
    });
    agent = await phone.addStaffMember('sara', { extension: '201', queues: ['general'] });
    await until('the sign-in', () => ami.isWatched && ari.isWatched);
    await until('the first question', () => ami.actions.some(({ Action }) => Action === 'QueueStatus'));
    // Extensions are reloaded with every connection.
    ami.cut();
    await until(
      'the sign-in again',
      () => ami.actions.filter(({ Action }) => Action === 'QueueStatus').length > 1,
    );
  });
  afterAll(async () => {
    await phone.close();
    await ami.close();
    await ari.close();
  });

  it('signs in by name and password, each action under an id of its own', () => {
    expect(ami.actions[0]).toMatchObject({ Action: 'Login', Username: 'wasl', Secret: 'secret' });
    const ids = ami.actions.map(({ ActionID }) => ActionID);
    expect(ids.every(Boolean)).toBe(true);
  });

  it('has its members paused while their agents are not available', async () => {
    const pauses = () => ami.actions.filter(({ Action }) => Action === 'QueuePause');
    await until('a pause', () => pauses().length > 0);
    expect(pauses().at(-1)).toMatchObject({ Interface: 'PJSIP/201', Paused: 'true' });
    await phone.database.query(
      `INSERT INTO presence (staff_id, state, since, idle_since) VALUES ($1, 'available', now(), now())`,
      [agent.id],
    );
    await until('no pause', () => pauses().at(-1)?.Paused === 'false');
  });

  it('reports an answered call from ring to end, and the agent’s presence follows', async () => {
    const call = next();
    tell('QueueCallerJoin', call);
    tell('AgentCalled', call);
    await until('a ring', async () => (await rowOf(call.Linkedid))?.ringing_since != null);
    expect(await rowOf(call.Linkedid)).toMatchObject({ agent_id: agent.id, answered_at: null });
    expect(await stateOf(agent.id)).toBe('available');
    tell('QueueCallerLeave', call);
    tell('AgentConnect', call);
    await until('the agent to be busy', async () => (await stateOf(agent.id)) === 'busy');
    tell('AgentComplete', call);
    tell('Hangup', { ...call, Cause: '16' });
    await until('the end', async () => (await rowOf(call.Linkedid))?.ended_at != null);
    expect(await rowOf(call.Linkedid)).toMatchObject({
      cause: 'normalClearing',
      ticket_id: null,
      agent_id: agent.id,
    });
    expect(await stateOf(agent.id)).toBe('wrap_up');
  });

  it('reports an abandoned call, which gets a callback', async () => {
    const call = next();
    tell('QueueCallerJoin', call);
    tell('QueueCallerAbandon', call);
    tell('QueueCallerLeave', call);
    tell('Hangup', { ...call, Cause: '0' });
    await until('the end', async () => (await rowOf(call.Linkedid))?.ended_at != null);
    expect(await rowOf(call.Linkedid)).toMatchObject({ cause: 'cancel', ticket_id: expect.anything() });
  });

  it('ignores channels that are not ours', async () => {
    const before = await phone.database.query('SELECT id FROM interaction');
    tell('Hangup', { ...next(), Cause: '16' });
    tell('AgentComplete', next());
    const call = next();
    tell('QueueCallerJoin', call);
    await until('what was told afterwards', async () => (await rowOf(call.Linkedid)) !== undefined);
    expect(await phone.database.query('SELECT id FROM interaction')).toHaveLength(before.length + 1);
    tell('Hangup', call);
    await until('the end', async () => (await rowOf(call.Linkedid))?.ended_at != null);
  });

  it('has one call although both interfaces report it', async () => {
    await phone.database.query(
      `UPDATE presence SET state = 'not_ready', reason = 'lunch', wrap_up_until = NULL`,
    );
    const from = '+97317509999';
    const id = ari.arrives({ from });
    await until('the call', async () => (await rowOf(id)) !== undefined);
    const call = { ...next(), Uniqueid: id, Linkedid: id, CallerIDNum: from };
    tell('QueueCallerJoin', call);
    tell('Hangup', { ...call, Cause: '0' });
    ari.hangsUp(id);
    await until('the end', async () => (await rowOf(id))?.ended_at != null);
    const rows = await phone.database.query('SELECT id FROM interaction WHERE from_number = $1', [from]);
    expect(rows).toHaveLength(1);
  });

  it('is queried for its calls after the connection was lost', async () => {
    const [over, lasting, unheard] = [next(), next(), next()];
    tell('QueueCallerJoin', over);
    tell('QueueCallerJoin', lasting);
    await until('both', async () => Boolean((await rowOf(over.Linkedid)) && (await rowOf(lasting.Linkedid))));
    const kept = await phone.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM asterisk_call WHERE channel_id = ANY($1)`,
      [[over.Uniqueid, lasting.Uniqueid]],
    );
    expect(kept[0]!.n).toBeLessThanOrEqual(2);
    for (const call of [lasting, unheard]) {
      ami.channels.set(call.Uniqueid, { Event: 'CoreShowChannel', ...call, Exten: '80008001' });
      ari.arrives({ from: call.CallerIDNum, silently: true });
    }
    ami.entries.push({ Event: 'QueueEntry', Queue: 'general', ...unheard, Wait: '3' });
    ami.cut();
    await until('the end of what is over', async () => (await rowOf(over.Linkedid))?.ended_at != null);
    await until('who came meanwhile', async () => (await rowOf(unheard.Linkedid)) !== undefined);
    expect((await rowOf(lasting.Linkedid))!.ended_at).toBeNull();
  });
});

describe('a PBX whose manager interface rejects us', () => {
  it('is reported as refused', async () => {
    const ami = new FakeAmi('wasl', 'right');
    const url = (await ami.listen()).replace('right', 'wrong');
    const phone = await startPhoneApp({ settings: { ASTERISK_AMI_URL: url }, modules: [AsteriskModule] });
    const boss = await phone.addStaffMember('boss', { role: 'supervisor' });
    const health = async () =>
      (await phone.client.get('/api/v1/cti/exchange').set(boss)).body as {
        ari: null;
        ami: { state: string } | null;
      };
    await waitFor(async () => (await health()).ami?.state === 'refused', {
      within: 20_000,
      what: 'the refusal',
    });
    expect(await health()).toEqual({
      ari: null,
      ami: { state: 'refused', fault: 'AMI refused the sign-in: Authentication failed' },
    });
    await phone.close();
    await ami.close();
  });
});
