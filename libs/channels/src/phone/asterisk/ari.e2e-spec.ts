import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AsteriskModule } from '#wasl/channels';
import { Presence } from '#wasl/routing';
import { waitFor } from '#wasl/testing';
import { FakeAri } from '../../../../../test/asterisk/fake-ari.js';
import { type PhoneApp, startPhoneApp } from '../../../../../test/support/phone-app.js';

interface Row {
  id: string;
  call_id: string;
  agent_id: string | null;
  answered_at: Date | null;
  ended_at: Date | null;
  held_since: Date | null;
  hold_seconds: number;
  cause: string | null;
  from_number: string | null;
  ticket_id: string | null;
  queue: string | null;
  recording_state: string;
}

describe('a PBX whose dialplan gives calls to our application', () => {
  let pbx: FakeAri;
  let phone: PhoneApp;
  let agent: { id: string; authorization: string };
  let callers = 0;
  const caller = () => `+9731740${String(1000 + ++callers)}`;
  const within = 20_000;

  const rowOf = async (callId: string) =>
    (
      await phone.database.query<Row>(
        `SELECT i.*, q.key AS queue FROM interaction i LEFT JOIN queue q ON q.id = i.queue_id WHERE call_id = $1`,
        [callId],
      )
    )[0];
  const until = (what: string, check: () => Promise<boolean> | boolean) => waitFor(check, { within, what });
  const ended = (callId: string) =>
    until('the call to be over', async () => (await rowOf(callId))?.ended_at != null);
  const presenceOf = async (id: string) =>
    (
      await phone.database.query<{ state: string; reason: string | null }>(
        'SELECT state, reason FROM presence WHERE staff_id = $1',
        [id],
      )
    )[0]!;
  const become = async (id: string, state: string, reason: string | null = null) => {
    await phone.database.query(
      `INSERT INTO presence AS p (staff_id, state, reason, since, idle_since) VALUES ($1, $2, $3, now(), now())
       ON CONFLICT (staff_id) DO UPDATE SET state = $2, reason = $3, wrap_up_until = NULL, version = p.version + 1`,
      [id, state, reason],
    );
  };
  const rings = (extension: string) =>
    until(`${extension} to ring`, () => pbx.ringingAt(extension) !== undefined);

  beforeAll(async () => {
    pbx = new FakeAri('wasl', 'wasl', 'se/cret');
    const url = (await pbx.listen()).replace('se/cret', encodeURIComponent('se/cret'));
    phone = await startPhoneApp({ settings: { ASTERISK_ARI_URL: url }, modules: [AsteriskModule] });
    agent = await phone.addStaffMember('operator', {
      extension: '201',
      queues: ['general'],
      available: true,
    });
    await until('the websocket', () => pbx.isWatched);
  });
  afterEach(async () => {
    for (const id of [...pbx.channels.keys()]) pbx.hangsUp(id);
    await until('everything to be over', async () => {
      const open = await phone.database.query('SELECT 1 FROM interaction WHERE ended_at IS NULL');
      return open.length === 0;
    });
    // A phone still ringing from the previous test would be mistaken for one of the next test.
    await until('every channel to be gone', () => pbx.channels.size === 0);
    await become(agent.id, 'available');
  });
  afterAll(async () => {
    await phone.close();
    await pbx.close();
  });

  it('plays music to the caller, rings the chosen agent, and connects both', async () => {
    const from = caller();
    const id = pbx.arrives({ from, args: ['inbound', '80008001'] });
    await rings('201');
    expect(pbx.music.has(id)).toBe(true);
    expect(await rowOf(id)).toMatchObject({ from_number: from, agent_id: agent.id, queue: 'general' });
    const shown = await phone.client.get('/api/v1/me/calls').set(agent).expect(200);
    expect(shown.body).toMatchObject({ data: [{ state: 'ringing', from }] });
    const origination = pbx.requests.find(
      ({ method, path }) => method === 'POST' && path === '/ari/channels',
    )!;
    expect(origination.query).toMatchObject({ endpoint: 'PJSIP/201', app: 'wasl', originator: id });
    expect(JSON.stringify(origination.query)).not.toContain(from);

    const other = pbx.picksUp('201');
    await until('both to talk', () => [...pbx.bridges.values()].some((b) => b.has(id) && b.has(other)));
    await until('the agent to be busy', async () => (await presenceOf(agent.id)).state === 'busy');
    expect(pbx.music.has(id)).toBe(false);
    pbx.hangsUp(id);
    await ended(id);
    expect(await rowOf(id)).toMatchObject({ cause: 'normalClearing', agent_id: agent.id, ticket_id: null });
    await until('the agent to wrap up', async () => (await presenceOf(agent.id)).state === 'wrap_up');
    await until('channels and bridge to be gone', () => pbx.channels.size === 0 && pbx.bridges.size === 0);
  });

  it('hangs up the caller when the agent hangs up', async () => {
    const id = pbx.arrives({ from: caller() });
    await rings('201');
    const other = pbx.picksUp('201');
    await until('both to talk', () => [...pbx.bridges.values()].some((b) => b.has(id) && b.has(other)));
    await until('the answer to be known', async () => (await rowOf(id))?.answered_at != null);
    pbx.hangsUp(other);
    await ended(id);
    await until('the caller to be gone', () => !pbx.channels.has(id));
    expect(await rowOf(id)).toMatchObject({ cause: 'normalClearing' });
  });

  it('creates a callback for an abandoned call, and releases the agent', async () => {
    const id = pbx.arrives({ from: caller() });
    await rings('201');
    pbx.hangsUp(id);
    await ended(id);
    expect(await rowOf(id)).toMatchObject({
      cause: 'cancel',
      answered_at: null,
      ticket_id: expect.anything(),
    });
    await until('the telephone to stop', () => pbx.ringingAt('201') === undefined);
    expect(await presenceOf(agent.id)).toMatchObject({ state: 'available' });
  });

  it('tries another agent when one does not answer, and does not ring that one again', async () => {
    const second = await phone.addStaffMember('second', { extension: '202', queues: ['general'] });
    const id = pbx.arrives({ from: caller() });
    await rings('201');
    await become(second.id, 'available');
    pbx.doesNotPickUp('201');
    await rings('202');
    expect(await presenceOf(agent.id)).toEqual({ state: 'not_ready', reason: 'no_answer' });
    pbx.picksUp('202');
    await until('the second to be busy', async () => (await presenceOf(second.id)).state === 'busy');
    expect(await rowOf(id)).toMatchObject({ agent_id: second.id });
    pbx.hangsUp(id);
    await ended(id);
    await become(second.id, 'offline');
  });

  it('continues when a phone is not registered', async () => {
    pbx.unknownExtensions.add('201');
    const id = pbx.arrives({ from: caller() });
    await until('the agent to be set aside', async () => (await presenceOf(agent.id)).state === 'not_ready');
    expect(pbx.channels.has(id)).toBe(true);
    pbx.unknownExtensions.delete('201');
    await become(agent.id, 'available');
    await rings('201');
  });

  it('keeps callers waiting in their order until somebody is free', async () => {
    await become(agent.id, 'not_ready', 'lunch');
    const first = pbx.arrives({ from: caller() });
    await until('the first to wait', () => pbx.music.has(first));
    const second = pbx.arrives({ from: caller() });
    await until('the second to wait', () => pbx.music.has(second));
    await become(agent.id, 'available');
    await rings('201');
    expect((await rowOf(first))!.agent_id).toBe(agent.id);
    expect((await rowOf(second))!.agent_id).toBeNull();
  });

  it('returns a call to the dialplan when no agent of the queue is signed in', async () => {
    await become(agent.id, 'offline');
    const id = pbx.arrives({ from: caller() });
    await until('the dialplan to go on', () => pbx.channels.get(id)?.dialplan.app_name === 'Playback');
    expect((await rowOf(id))!.ended_at).toBeNull();
    pbx.hangsUp(id);
    await ended(id);
    expect(await rowOf(id)).toMatchObject({ ticket_id: expect.anything() });
  });

  it('rejects calls of an inactive queue', async () => {
    const id = pbx.arrives({ from: caller(), args: ['inbound', '17000008'] });
    await ended(id);
    expect(await rowOf(id)).toMatchObject({ cause: 'busy' });
  });

  it('may name the queue, and any other number is the first queue’s', async () => {
    const named = pbx.arrives({ from: caller(), args: ['billing'] });
    const other = pbx.arrives({ from: caller(), exten: '700', args: [] });
    await until(
      'both to be known',
      async () => (await rowOf(named)) !== undefined && (await rowOf(other)) !== undefined,
    );
    expect(await rowOf(named)).toMatchObject({ queue: 'billing' });
    expect(await rowOf(other)).toMatchObject({ queue: 'general' });
  });

  it('has one call where channels are linked, and where events are repeated', async () => {
    const id = pbx.arrives({ from: caller(), linkedId: '1795346512.10' });
    await rings('201');
    expect(await rowOf('1795346512.10')).toBeDefined();
    expect(await rowOf(id)).toBeUndefined();
    const channel = pbx.channels.get(id)!;
    for (let i = 0; i < 3; i++) pbx.send({ type: 'StasisStart', args: ['inbound'], channel });
    pbx.hangsUp(id);
    pbx.send({ type: 'StasisEnd', channel });
    await ended('1795346512.10');
  });

  it('can hold, resume, record with consent, pause, and transfer', async () => {
    const colleague = await phone.addStaffMember('colleague', { extension: '203', available: true });
    const id = pbx.arrives({ from: caller() });
    await rings('201');
    const own = pbx.picksUp('201');
    await until('the answer to be known', async () => (await rowOf(id))?.answered_at != null);
    const { id: interaction } = (await rowOf(id))!;
    const ask = (body: object) =>
      phone.client.post(`/api/v1/me/calls/${interaction}/control`).set(agent).send(body);
    const recording = (body: object) =>
      phone.client.post(`/api/v1/me/calls/${interaction}/recording`).set(agent).send(body);

    await ask({ action: 'hold' }).expect(202);
    await until('hold', async () => (await rowOf(id))!.held_since !== null);
    expect(pbx.music.has(id)).toBe(true);
    await ask({ action: 'resume' }).expect(202);
    await until('no hold', async () => (await rowOf(id))!.held_since === null);
    expect([...pbx.bridges.values()].some((bridge) => bridge.has(id) && bridge.has(own))).toBe(true);

    await recording({ action: 'start' }).expect(400);
    await recording({ action: 'start', consent: true }).expect(202);
    await until('the recorder', () => [...pbx.recordings.values()].includes('recording'));
    await recording({ action: 'pause' }).expect(202);
    await until('a pause', async () => (await rowOf(id))!.recording_state === 'paused');
    expect([...pbx.recordings.values()]).toEqual(['paused']);

    await ask({ action: 'transfer', to: '999' }).expect(400);
    await ask({ action: 'transfer', to: '203' }).expect(202);
    await rings('203');
    await until('the agent to have let go', () => !pbx.channels.has(own));
    expect(pbx.channels.has(id)).toBe(true);
    await until('wrap-up', async () => (await presenceOf(agent.id)).state === 'wrap_up');
    const other = pbx.picksUp('203');
    await until('the colleague to be busy', async () => (await presenceOf(colleague.id)).state === 'busy');
    expect([...pbx.bridges.values()].some((bridge) => bridge.has(id) && bridge.has(other))).toBe(true);
    expect(await rowOf(id)).toMatchObject({ agent_id: colleague.id });
    pbx.hangsUp(id);
    await ended(id);
    const chain = await phone.database.query(
      'SELECT from_agent_id, to_agent_id, to_number FROM call_transfer WHERE interaction_id = $1',
      [interaction],
    );
    expect(chain).toEqual([{ from_agent_id: agent.id, to_agent_id: colleague.id, to_number: '203' }]);
    await ask({ action: 'hold' }).expect(404);
  });

  it('counts after-call work until the agent continues', async () => {
    const id = pbx.arrives({ from: caller() });
    await rings('201');
    pbx.picksUp('201');
    await until('the answer to be known', async () => (await rowOf(id))?.answered_at != null);
    pbx.hangsUp(id);
    await ended(id);
    await phone.database.query(
      `UPDATE interaction SET acw_since = acw_since - interval '40 seconds' WHERE call_id = $1`,
      [id],
    );
    await phone.app.get(Presence).set(agent.id, 'available', null);
    const [row] = await phone.database.query<{ acw_seconds: number }>(
      'SELECT acw_seconds FROM interaction WHERE call_id = $1',
      [id],
    );
    expect(row!.acw_seconds).toBeGreaterThanOrEqual(40);
    expect(row!.acw_seconds).toBeLessThan(100);
  });

  describe('after the connection was lost', () => {
    it('accepts calls that arrived meanwhile, and ends those that ended', async () => {
      const talking = pbx.arrives({ from: caller() });
      await rings('201');
      pbx.picksUp('201');
      await until('the answer to be known', async () => (await rowOf(talking))?.answered_at != null);
      pbx.cut();
      pbx.vanishes(talking);
      const came = pbx.arrives({ from: caller(), silently: true });
      await ended(talking);
      await until('the new call', async () => (await rowOf(came)) !== undefined);
      expect(pbx.isWatched).toBe(true);
    });

    it('is taken over by another process, which continues the call', async () => {
      const successor = await startPhoneApp({
        databaseUrl: phone.databaseUrl,
        settings: { ASTERISK_ARI_URL: `http://wasl:${encodeURIComponent('se/cret')}@127.0.0.1:${pbx.port}` },
        modules: [AsteriskModule],
      });
      const id = pbx.arrives({ from: caller() });
      await rings('201');
      pbx.picksUp('201');
      await until('the answer to be known', async () => (await rowOf(id))?.answered_at != null);
      const before = pbx.connections;
      // The leader loses its lock, as when its process dies.
      await phone.database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'wasl-leader-asterisk'
            AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted)`,
      );
      await until('another line', () => pbx.connections > before);
      pbx.hangsUp(id);
      await ended(id);
      await until('everything to be put away', () => pbx.bridges.size === 0);
      await successor.close();
      await until('a line again', () => pbx.isWatched);
    });
  });
});

describe('a PBX that rejects us', () => {
  it('is reported as refused, without ending the process', async () => {
    const pbx = new FakeAri('wasl', 'wasl', 'right');
    const url = (await pbx.listen()).replace('right', 'wrong');
    const phone = await startPhoneApp({ settings: { ASTERISK_ARI_URL: url }, modules: [AsteriskModule] });
    const boss = await phone.addStaffMember('boss', { role: 'supervisor' });
    await waitFor(
      async () => {
        const { body } = await phone.client.get('/api/v1/cti/exchange').set(boss);
        return (body as { ari?: { state: string } | null }).ari?.state === 'refused';
      },
      { within: 20_000, what: 'the refusal to be told' },
    );
    const { body } = await phone.client.get('/api/v1/cti/exchange').set(boss).expect(200);
    expect(body).toEqual({
      ari: { state: 'refused', fault: 'ARI refused the sign-in: HTTP 401' },
      ami: null,
    });
    await phone.close();
    await pbx.close();
  });
});
