import pg from 'pg';
import { Presence } from '#wasl/routing';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

describe('the presence of agents', () => {
  let system: TestSystem;
  let presence: Presence;
  let mona: Client;
  let sana: Client;

  beforeAll(async () => {
    system = await startSystem({
      mona: { queues: ['general'], skills: { ar: 5 } },
      ali: { queues: ['billing'] },
      sana: { role: 'supervisor', queues: [] },
    });
    presence = system.api.get(Presence);
    [mona, sana] = [await system.signInAs('mona'), await system.signInAs('sana')];
  });
  afterAll(() => system.stop());

  const query = <Row extends object>(text: string, values: unknown[] = []) =>
    system.database.query<Row>(text, values);
  const shown = async () => (await mona.get('/api/v1/me/presence')).body;
  const ready = () => mona.put('/api/v1/me/presence', { state: 'available' });
  const id = () => system.people.mona!.id;

  describe('when the connection is lost', () => {
    /** Connections have been watched for an hour; hers was last seen this many seconds ago. */
    const lastSeen = async (seconds: number) => {
      await query(
        `INSERT INTO setting (key, value) VALUES ('connections-watched',
           jsonb_build_object('since', now() - interval '1 hour', 'at', now()))
         ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      );
      await query(`UPDATE presence SET last_seen_at = now() - $2 * interval '1 second' WHERE staff_id = $1`, [
        id(),
        seconds,
      ]);
    };

    it('should wait for the grace period, then set the agent not ready', async () => {
      await ready();
      await lastSeen(20);
      expect(await presence.expireLostConnections()).toBe(0);
      await lastSeen(40);
      expect(await presence.expireLostConnections()).toBe(1);
      expect(await shown()).toMatchObject({ state: 'not_ready', reason: 'connection_lost' });
      expect(await presence.expireLostConnections()).toBe(0);
    });

    it('should ignore agents who never had a console, or use other clients', async () => {
      await query('UPDATE presence SET last_seen_at = NULL');
      await ready();
      expect(await presence.expireLostConnections()).toBe(0);
      await mona.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });
      await lastSeen(400);
      await ready();
      expect(await presence.expireLostConnections()).toBe(0);
    });

    it('should change nobody while the watching processes were down themselves', async () => {
      await lastSeen(40);
      await query(
        `UPDATE setting SET value = jsonb_build_object('since', now() - interval '1 hour', 'at', now() - interval '1 minute')
          WHERE key = 'connections-watched'`,
      );
      expect(await presence.expireLostConnections()).toBe(0);
      // The watchers are back: her console gets the grace period again.
      await presence.recordHeartbeats([]);
      expect(await presence.expireLostConnections()).toBe(0);
      expect((await shown()).state).toBe('available');
    });

    it('should let busy agents finish first, unless they reconnect meanwhile', async () => {
      await query(`UPDATE presence SET state = 'busy' WHERE staff_id = $1`, [id()]);
      await lastSeen(40);
      expect(await presence.expireLostConnections()).toBe(1);
      expect(await shown()).toMatchObject({
        state: 'busy',
        next: { state: 'not_ready', reason: 'connection_lost' },
      });
      await presence.recordHeartbeats([id()]);
      expect(await shown()).toMatchObject({ state: 'busy', next: null });
      await query(`UPDATE presence SET state = 'available' WHERE staff_id = $1`, [id()]);
    });

    it('should record connected agents without waiting for locked rows', async () => {
      const ali = system.people.ali!.id;
      await query(
        `INSERT INTO presence (staff_id, state, since, idle_since) VALUES ($1, 'available', now(), now())
         ON CONFLICT (staff_id) DO UPDATE SET state = 'available'`,
        [ali],
      );
      await query(`UPDATE presence SET last_seen_at = NULL, state = 'available'`);
      const change = new pg.Client({ connectionString: system.settings.DATABASE_URL });
      await change.connect();
      try {
        await change.query('BEGIN');
        await change.query('SELECT 1 FROM presence WHERE staff_id = $1 FOR UPDATE', [ali]);
        await presence.recordHeartbeats([id(), ali]);
        const noted = await query<{ id: string }>(
          'SELECT staff_id AS id FROM presence WHERE last_seen_at IS NOT NULL',
        );
        expect(noted).toEqual([{ id: id() }]);
      } finally {
        await change.end();
      }
    });

    it('should notice when a console connects and disconnects', async () => {
      await query('UPDATE presence SET last_seen_at = NULL');
      await mona.connect();
      const seen = async () =>
        (
          await query<{ at: Date | null }>('SELECT last_seen_at AS at FROM presence WHERE staff_id = $1', [
            id(),
          ])
        )[0]!.at;
      await waitFor(seen, { what: 'her console to be seen', within: 30_000 });
      mona.close();
    });
  });

  it('should record who forced a change and why, also in the audit trail', async () => {
    await ready();
    const body = { state: 'not_ready', reason: 'fire drill' };
    expect((await sana.put(`/api/v1/staff/${id()}/presence`, body)).status).toBe(204);
    expect(await shown()).toMatchObject({ state: 'not_ready', reason: 'forced' });
    const [kept] = await query('SELECT by_id, note FROM presence_history ORDER BY id DESC LIMIT 1');
    expect(kept).toEqual({ by_id: system.people.sana!.id, note: 'fire drill' });
    const noted = await query<{ data: { action: string } }>(
      `SELECT data FROM outbox WHERE type = 'audit.noted'`,
    );
    expect(noted.map((row) => row.data.action)).toContain('presence.forced');
    expect(noted.find((row) => row.data.action === 'presence.forced')!.data).toMatchObject({
      detail: { to: 'not_ready', reason: 'fire drill' },
    });
    expect((await mona.put(`/api/v1/staff/${id()}/presence`, body)).status).toBe(403);
  });

  it('should not let anybody bring an agent who is offline to a desk', async () => {
    await query(`UPDATE presence SET state = 'offline', reason = NULL WHERE staff_id = $1`, [id()]);
    const forced = await sana.put(`/api/v1/staff/${id()}/presence`, { state: 'not_ready', reason: 'x' });
    expect([forced.status, forced.body.code]).toEqual([409, 'presence.offline']);
    expect((await sana.put(`/api/v1/staff/${id()}/presence`, { state: 'offline' })).status).toBe(204);
    expect(await shown()).toMatchObject({ state: 'offline' });
    await query(`UPDATE presence SET state = 'not_ready', reason = 'signed_in' WHERE staff_id = $1`, [id()]);
  });

  /** The roster of a period, and a request that replaces it after having seen it. */
  const rosterOf = (from: string, to: string) => {
    const read = async () => (await sana.get(`/api/v1/admin/roster?from=${from}&to=${to}`)).body;
    const version = async () => ((await read()).meta as { version: string }).version;
    const put = (seen: string, shifts: object[]) =>
      sana.put('/api/v1/admin/roster', { from, to, shifts }, { 'if-match': `"${seen}"` });
    const load = async (shifts: object[]) => put(await version(), shifts);
    return { read, version, put, load };
  };

  describe('concurrent changes of a day’s roster', () => {
    const day = (time: string) => `2026-04-06T${time}:00Z`;
    const end = '2026-04-07T00:00:00Z';
    const { read, version, put, load } = rosterOf(day('00:00'), end);

    it('should be refused with an outdated version', async () => {
      const shift = { agent: id(), from: day('08:00'), to: day('12:00') };
      await load([shift]);
      const seen = await version();
      expect((await put(seen, [{ ...shift, to: day('13:00') }])).status).toBe(204);
      const late = await put(seen, [{ ...shift, to: day('11:00') }]);
      expect(late.status).toBe(412);
      expect(late.body).toMatchObject({ code: 'roster.changed' });
      expect((await read()).data).toMatchObject([{ to: '2026-04-06T13:00:00.000Z' }]);
      expect((await load([])).status).toBe(204);
      expect((await read()).data).toEqual([]);
    });

    it('should accept one of many concurrent changes', async () => {
      const seen = await version();
      const answers = await Promise.all(
        ['09:00', '10:00', '11:00', '12:00'].map((to) =>
          put(seen, [{ agent: id(), from: day('08:00'), to: day(to) }]),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 412, 412, 412]);
    });

    it('should not conflict with changes of another day', async () => {
      const seen = await version();
      const next = rosterOf(end, '2026-04-08T00:00:00Z');
      await next.load([{ agent: id(), from: '2026-04-07T08:00:00Z', to: '2026-04-07T12:00:00Z' }]);
      expect((await put(seen, [])).status).toBe(204);
    });

    it('should require the version last seen', async () => {
      const blind = await sana.put('/api/v1/admin/roster', { from: day('00:00'), to: end, shifts: [] });
      expect(blind.status).toBe(428);
      expect(blind.body).toMatchObject({ code: 'version.required' });
      expect((await put('not a version', [])).body.errors).toMatchObject([
        { path: 'If-Match', code: 'format' },
      ]);
    });
  });

  describe('adherence to the roster', () => {
    const day = (time: string) => `2026-03-02T${time}:00Z`;
    const load = (shifts: object[], from = day('00:00'), to = '2026-03-03T00:00:00Z') =>
      rosterOf(from, to).load(shifts);

    it('should replace the roster of a whole period', async () => {
      const shifts = [
        { agent: 'mona@test.example', from: day('08:00'), to: day('12:00') },
        { agent: id(), from: day('12:00'), to: day('13:00'), state: 'not_ready', reason: 'lunch' },
      ];
      expect((await load([...shifts, { agent: id(), from: day('14:00'), to: day('16:00') }])).status).toBe(
        204,
      );
      expect((await load(shifts)).status).toBe(204);
      const { data } = (await sana.get(`/api/v1/admin/roster?from=${day('00:00')}&to=${day('23:00')}`)).body;
      expect(data).toEqual([
        {
          agent: id(),
          name: 'mona',
          from: '2026-03-02T08:00:00.000Z',
          to: '2026-03-02T12:00:00.000Z',
          state: 'available',
          reason: null,
        },
        {
          agent: id(),
          name: 'mona',
          from: '2026-03-02T12:00:00.000Z',
          to: '2026-03-02T13:00:00.000Z',
          state: 'not_ready',
          reason: 'lunch',
        },
      ]);
      expect((await mona.get(`/api/v1/admin/roster?from=${day('00:00')}&to=${day('23:00')}`)).status).toBe(
        403,
      );
    });

    it.each([
      ['nobody', { agent: 'nobody@x.example' }, 'shifts.0.agent', 'not_found'],
      ['no time', { to: day('08:00') }, 'shifts.0.to', 'ends_before'],
      ['outside', { from: '2026-03-01T08:00:00Z' }, 'shifts.0.from', 'outside_period'],
      ['no zone', { from: '2026-03-02T08:00:00' }, 'shifts.0.from', 'date'],
    ])('should refuse a shift of %s', async (_, given, path, code) => {
      const shift = { agent: id(), from: day('08:00'), to: day('12:00'), ...given };
      expect((await load([shift])).body.errors).toMatchObject([{ path, code }]);
    });

    it('should refuse overlapping shifts, in the request and with stored ones', async () => {
      const two = [
        { agent: id(), from: day('08:00'), to: day('12:00') },
        { agent: id(), from: day('11:00'), to: day('13:00') },
      ];
      expect((await load(two)).body.errors).toMatchObject([
        { path: 'shifts.1.from', code: 'shifts_overlap' },
      ]);
      const later = [{ agent: id(), from: day('12:30'), to: day('15:00') }];
      expect((await load(later, day('12:30'))).body.errors).toMatchObject([{ code: 'shifts_overlap' }]);
    });

    it('should count the time in the scheduled state', async () => {
      await query('DELETE FROM presence_spell WHERE staff_id = $1', [id()]);
      const spell = (state: string, from: string, to: string) =>
        query('INSERT INTO presence_spell (staff_id, state, from_at, to_at) VALUES ($1, $2, $3, $4)', [
          id(),
          state,
          day(from),
          day(to),
        ]);
      // Scheduled four hours to work: 15 minutes late, 30 minutes not ready. One hour off: worked half of it.
      await spell('available', '08:15', '09:00');
      await spell('busy', '09:00', '10:00');
      await spell('not_ready', '10:00', '10:30');
      await spell('wrap_up', '10:30', '12:30');
      await spell('not_ready', '12:30', '14:00');
      const { data } = (await sana.get(`/api/v1/reports/adherence?from=${day('00:00')}&to=${day('23:00')}`))
        .body;
      expect(data).toEqual([
        {
          agent: { id: id(), name: 'mona' },
          scheduledSeconds: 5 * 3_600,
          inStateSeconds: 3.25 * 3_600 + 1_800,
          percent: 75,
        },
      ]);
    });
  });
});
