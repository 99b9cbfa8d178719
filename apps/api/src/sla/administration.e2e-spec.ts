import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const NAME = { ar: 'اسم', en: 'Name' };
const etag = (version: number) => ({ 'if-match': `"${version}"` });
const CALENDARS = '/api/v1/admin/calendars';
const POLICIES = '/api/v1/admin/sla-policies';

describe('administration of SLA', () => {
  let system: TestSystem;
  let admin: Client;
  beforeAll(async () => {
    system = await startSystem({ mona: {}, root: { role: 'administrator' } });
    admin = await system.signInAs('root');
  });
  afterAll(() => system.stop());

  const faults = async (path: string, body: object) => {
    const answer = await admin.post(path, body);
    expect(answer.status).toBe(400);
    return (answer.body.errors as unknown as { path: string; code: string; message: string }[]).map(
      ({ path: at, code }) => `${at} ${code}`,
    );
  };

  describe('calendars', () => {
    it('should start with the country’s calendar, which explains each day of a month', async () => {
      expect((await admin.get(`${CALENDARS}/country`)).body).toMatchObject({
        hours: null,
        zone: null,
        zoneInForce: 'Asia/Bahrain',
        version: 1,
      });
      const { data } = (await admin.get(`${CALENDARS}/country/month?month=2026-03`)).body as unknown as {
        data: { date: string; reason: string; openMinutes: number; name: unknown }[];
      };
      expect(data).toHaveLength(31);
      expect(data[1]).toMatchObject({ date: '2026-03-02', reason: 'ramadan', openMinutes: 360 });
      expect(data[5]).toMatchObject({ reason: 'weekend', openMinutes: 0 });
      expect(data[19]).toMatchObject({ reason: 'holiday', name: { en: 'Eid al-Fitr' } });
      expect(data[29]).toMatchObject({
        reason: 'week',
        open: [{ from: '2026-03-30T04:00:00.000Z', to: '2026-03-30T11:00:00.000Z' }],
      });
    });

    it('should be created, changed with version checks, and retired only when unused', async () => {
      const hours = {
        mon: [
          ['08:00', '12:00'],
          ['22:00', '02:00'],
        ],
        sat: [['00:00', '24:00']],
      };
      const made = await admin.post(CALENDARS, { key: 'night', name: NAME, zone: 'Asia/Gaza', hours });
      expect(made).toMatchObject({ status: 201, body: { hours, zoneInForce: 'Asia/Gaza', version: 1 } });
      expect((await admin.post(CALENDARS, { key: 'night', name: NAME })).body.code).toBe('calendar.exists');
      const path = `${CALENDARS}/night`;
      expect((await admin.patch(path, { active: false })).body.code).toBe('version.required');
      expect((await admin.patch(path, { zone: null }, etag(1))).body).toMatchObject({
        zone: null,
        hours,
        version: 2,
      });
      expect((await admin.patch(path, { zone: null }, etag(1))).status).toBe(412);
      const policy = {
        key: 'nightly',
        name: NAME,
        calendar: 'night',
        kind: 'report',
        targets: { resolution: { minutes: 60 } },
      };
      expect((await admin.post(POLICIES, policy)).status).toBe(201);
      expect((await admin.patch(path, { active: false }, etag(2))).body.code).toBe('calendar.in_use');
      await admin.patch(`${POLICIES}/nightly`, { active: false }, etag(1));
      expect((await admin.patch(path, { active: false }, etag(2))).body).toMatchObject({ active: false });
      expect((await admin.patch(`${CALENDARS}/country`, { active: false }, etag(1))).body.code).toBe(
        'calendar.needed',
      );
    });

    it.each([
      [{ hours: {} }, ['hours never_opens']],
      [{ hours: { mon: [['08:00', '08:00']] } }, ['hours.mon[0] empty_span']],
      [
        {
          hours: {
            mon: [
              ['08:00', '12:00'],
              ['11:00', '13:00'],
            ],
          },
        },
        ['hours.mon[1] overlap'],
      ],
      [{ hours: { sun: [['22:00', '06:00']], mon: [['05:00', '09:00']] } }, ['hours.mon[0] overlap']],
      [{ hours: { mon: [['8', '9']] } }, ['hours.mon hours']],
      [{ hours: { someday: [] } }, ['hours.someday unknown']],
      [{ name: undefined }, ['name required']],
      [{ zone: 'Asia/Nowhere' }, ['zone zone']],
      [{ key: 'Ungainly Key' }, ['key format']],
    ])('should be refused with the reason: %j', async (wrong, expected) => {
      expect(await faults(CALENDARS, { key: 'wrong', name: NAME, ...wrong })).toEqual(expected);
    });

    it('should calculate due times and opening hours', async () => {
      const due = await admin.get(`${CALENDARS}/country/due?from=2026-06-04T10:00:00Z&minutes=120`);
      expect(due.body).toEqual({ dueAt: '2026-06-07T05:00:00.000Z' });
      expect((await admin.get(`${CALENDARS}/country/opening?at=2026-06-05T10:00:00Z`)).body).toEqual({
        open: false,
        opensAt: '2026-06-07T04:00:00.000Z',
        closesAt: null,
      });
      for (const query of ['minutes=0', 'minutes=-5', 'minutes=x', '', 'minutes=5&from=soon'])
        expect((await admin.get(`${CALENDARS}/country/due?${query}`)).status).toBe(400);
      expect((await admin.get(`${CALENDARS}/country/month?month=2026-13`)).status).toBe(400);
      expect((await admin.get(`${CALENDARS}/nowhere/due?minutes=5`)).body.code).toBe('calendar.not_found');
    });
  });

  describe('announcements', () => {
    const due = async () =>
      (await admin.get(`${CALENDARS}/country/due?from=2027-03-08T11:00:00Z&minutes=60`)).body.dueAt;

    it('should move an Islamic month, and be withdrawn, with all targets recalculated', async () => {
      // Shawwal 1448 begins on 10 March 2027 as computed: Eid lasts until Friday, so working time resumes on Sunday.
      const computed = await due();
      const made = await admin.post(`${CALENDARS}/announcements`, {
        month: { year: 1448, month: 10, begins: '2027-03-11' },
      });
      expect(made.status).toBe(201);
      const days = (await admin.get(`${CALENDARS}/country/month?month=2027-03`)).body.data as unknown as {
        reason: string;
      }[];
      expect([days[9]!.reason, days[10]!.reason]).toEqual(['ramadan', 'holiday']);
      const withdrawn = await admin.post(`${CALENDARS}/announcements/${String(made.body.id)}/withdraw`);
      expect(withdrawn.body).toMatchObject({ withdrawnAt: expect.any(String) });
      expect(await due()).toBe(computed);
      const again = await admin.post(`${CALENDARS}/announcements/${String(made.body.id)}/withdraw`);
      expect(again.body.code).toBe('announcement.withdrawn');
    });

    it('should close and open days, the last announcement winning', async () => {
      const days = { from: '2027-06-06', to: '2027-06-08', name: NAME, hours: [] };
      await admin.post(`${CALENDARS}/announcements`, { calendar: 'country', days });
      const from = `${CALENDARS}/country/due?from=2027-06-05T10:00:00Z&minutes=60`;
      expect((await admin.get(from)).body.dueAt).toBe('2027-06-09T05:00:00.000Z');
      await admin.post(`${CALENDARS}/announcements`, {
        days: { from: '2027-06-07', to: '2027-06-07', name: NAME, hours: [['10:00', '12:00']] },
      });
      expect((await admin.get(from)).body.dueAt).toBe('2027-06-07T08:00:00.000Z');
      const list = (await admin.get(`${CALENDARS}/announcements?page[size]=1`)).body;
      expect(list).toMatchObject({ data: [{ days: { from: '2027-06-07' } }], meta: { hasMore: true } });
    });

    it('should change the UTC offset of a time zone', async () => {
      await admin.post(CALENDARS, { key: 'beirut', name: NAME, zone: 'Asia/Beirut', publicHolidays: false });
      const at = `${CALENDARS}/beirut/opening?at=2023-03-27T00:00:00Z`;
      expect((await admin.get(at)).body.opensAt).toBe('2023-03-27T05:00:00.000Z');
      const made = await admin.post(`${CALENDARS}/zones`, {
        zone: 'Asia/Beirut',
        from: '2023-03-26T00:00:00+02:00',
        to: '2023-04-21T00:00:00+02:00',
        offsetMinutes: 120,
        note: 'Decided on 23 March',
      });
      expect(made).toMatchObject({ status: 201, body: { from: '2023-03-25T22:00:00.000Z' } });
      expect((await admin.get(at)).body.opensAt).toBe('2023-03-27T06:00:00.000Z');
      await admin.post(`${CALENDARS}/zones/${String(made.body.id)}/withdraw`);
      expect((await admin.get(at)).body.opensAt).toBe('2023-03-27T05:00:00.000Z');
    });

    it.each([
      [{}, ['days month_or_days']],
      [{ month: { year: 1448, month: 10, begins: '2027-04-11' } }, ['month.begins not_that_month']],
      [{ month: { year: 1448, month: 13, begins: '2027-03-11' } }, ['month.month too_large']],
      [{ days: { from: '2027-02-30', to: '2027-03-01', name: NAME, hours: [] } }, ['days.from day']],
      [{ days: { from: '2027-03-02', to: '2027-03-01', name: NAME, hours: [] } }, ['days.to before_from']],
      [
        { calendar: 'nowhere', days: { from: '2027-03-01', to: '2027-03-01', name: NAME, hours: [] } },
        ['calendar not_found'],
      ],
    ])('should be refused with the reason: %j', async (wrong, expected) => {
      expect(await faults(`${CALENDARS}/announcements`, wrong)).toEqual(expected);
    });

    it.each([
      [{ zone: 'Mars/Base' }, ['zone zone']],
      [{ to: '2026-01-01T00:00:00Z' }, ['to before_from']],
      [{ from: '2026-02-01 00:00' }, ['from date']],
      [{ offsetMinutes: 900 }, ['offsetMinutes too_large']],
    ])('of zones should be refused with the reason: %j', async (wrong, expected) => {
      const right = { zone: 'Asia/Gaza', from: '2026-02-01T00:00:00Z', offsetMinutes: 120, note: 'x' };
      expect(await faults(`${CALENDARS}/zones`, { ...right, ...wrong })).toEqual(expected);
    });
  });

  describe('policies', () => {
    const POLICY = {
      key: 'fast',
      name: NAME,
      calendar: 'always',
      targets: { first_response: { minutes: 30 } },
    };

    it('should be created with defaults, changed in part, and have unique conditions', async () => {
      const made = await admin.post(POLICIES, { ...POLICY, kind: 'complaint', audience: 'business' });
      expect(made).toMatchObject({
        status: 201,
        body: {
          kind: 'complaint',
          priority: null,
          targets: { first_response: { minutes: 30, ofService: false } },
          atRiskPercent: 80,
          steps: [],
          version: 1,
        },
      });
      const twin = { ...POLICY, key: 'twin', kind: 'complaint', audience: 'business' };
      expect(await admin.post(POLICIES, twin)).toMatchObject({
        status: 409,
        body: { code: 'policy.same_conditions', detail: expect.stringContaining('fast') },
      });
      const changed = await admin.patch(
        `${POLICIES}/fast`,
        { audience: null, pauses: { requester: ['first_response'] } },
        etag(1),
      );
      expect(changed.body).toMatchObject({
        kind: 'complaint',
        audience: null,
        pauses: { requester: ['first_response'] },
        version: 2,
      });
      expect((await admin.patch(`${POLICIES}/fast`, { active: false }, etag(1))).status).toBe(412);
    });

    it('should show which policy applies to a ticket, and its targets', async () => {
      const ask = async (body: object) => (await admin.post(`${POLICIES}/preview`, body)).body;
      const from = '2026-06-03T05:00:00Z';
      expect(await ask({ kind: 'complaint', from })).toEqual({
        policy: 'fast',
        fitting: ['fast', 'standard'],
        calendar: 'always',
        clocks: [
          {
            clock: 'first_response',
            minutes: 30,
            atRiskAt: '2026-06-03T05:24:00.000Z',
            dueAt: '2026-06-03T05:30:00.000Z',
          },
        ],
      });
      expect(await ask({ priority: 'urgent', from })).toMatchObject({
        policy: 'standard',
        calendar: 'country',
        clocks: [{ minutes: 105 }, { minutes: 525 }],
      });
    });

    it.each([
      [{ calendar: undefined }, ['calendar required']],
      [{ calendar: 'nowhere' }, ['calendar not_found']],
      [{ targets: undefined }, ['targets required']],
      [{ targets: {} }, ['targets required']],
      [{ targets: { first_response: { minutes: -30 } } }, ['targets.first_response.minutes too_small']],
      [{ targets: { lunch: { minutes: 30 } } }, ['targets.lunch unknown']],
      [{ factors: { urgent: -1 } }, ['factors.urgent too_small']],
      [{ pauses: { requester: ['lunch'] } }, ['pauses.requester choice']],
      [{ service: 'no-such' }, ['service not_found']],
      [
        { steps: [{ key: 'a', clock: 'first_response', percent: 100, do: 'move', queue: 'nowhere' }] },
        ['steps[0].queue not_found'],
      ],
      [
        { steps: [{ key: 'a', clock: 'first_response', percent: 100, do: 'move' }] },
        ['steps[0].queue required'],
      ],
      [
        { steps: [{ key: 'a', clock: 'resolution', percent: 100, do: 'notify' }] },
        ['steps[0].clock clock_not_running'],
      ],
    ])('should be refused with the reason: %j', async (wrong, expected) => {
      expect(await faults(POLICIES, { ...POLICY, key: 'wrong', priority: 'low', ...wrong })).toEqual(
        expected,
      );
    });

    it('should store who is on duty', async () => {
      const duty = { queue: 'billing', staff: system.people.mona!.id, from: '2026-01-01T00:00:00Z' };
      const made = await admin.post('/api/v1/admin/duty-officers', duty);
      expect(made).toMatchObject({
        status: 201,
        body: { queue: 'billing', staff: { name: 'mona' }, to: null },
      });
      expect((await admin.get('/api/v1/admin/duty-officers')).body.data).toHaveLength(1);
      expect((await admin.delete(`/api/v1/admin/duty-officers/${String(made.body.id)}`)).status).toBe(204);
      expect(await faults('/api/v1/admin/duty-officers', { ...duty, queue: 'nowhere' })).toEqual([
        'queue not_found',
      ]);
      expect(await faults('/api/v1/admin/duty-officers', { ...duty, to: '2025-01-01T00:00:00Z' })).toEqual([
        'to before_from',
      ]);
    });
  });

  it('should be audited', async () => {
    const notes = await system.database.query<{
      data: { action: string; targetKind: string; actorId: string };
    }>(
      `SELECT data FROM outbox WHERE type = 'audit.noted' AND data->>'targetKind' IN ('calendar','zone','sla_policy','duty_officer')`,
    );
    expect(new Set(notes.map(({ data }) => `${data.targetKind} ${data.action}`))).toEqual(
      new Set([
        'calendar config.created',
        'calendar config.changed',
        'calendar config.retired',
        'calendar config.removed',
        'zone config.created',
        'zone config.removed',
        'sla_policy config.created',
        'sla_policy config.changed',
        'sla_policy config.retired',
        'duty_officer config.created',
        'duty_officer config.removed',
      ]),
    );
    expect(new Set(notes.map(({ data }) => data.actorId))).toEqual(new Set([system.people.root!.id]));
  });
});
