import { Recompute } from '#wasl/sla';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const NAME = { ar: 'اسم', en: 'Name' };
const CALENDARS = '/api/v1/admin/calendars';
const DAY = 86_400_000;

interface Preview {
  days: {
    calendar: string;
    before: { date: string; reason: string; openMinutes: number; open: { from: string }[] };
    after: { date: string; reason: string; openMinutes: number; open: { from: string }[] };
  }[];
  changedDays: number;
  tickets: { looked: number; later: number; earlier: number; more: boolean };
}

/** The preview of an announcement, its effect, and the progress of the recalculation. */
describe('previews of announcements', () => {
  let system: TestSystem;
  let admin: Client;
  beforeAll(async () => {
    system = await startSystem({ root: { role: 'administrator' } });
    admin = await system.signInAs('root');
    const hours = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
    );
    await admin.post(CALENDARS, { key: 'every-day', name: NAME, hours, publicHolidays: false });
    await admin.post('/api/v1/admin/sla-policies', {
      key: 'of-reports',
      name: NAME,
      calendar: 'every-day',
      kind: 'report',
      targets: { resolution: { minutes: 600 } },
    });
  });
  afterAll(() => system.stop());

  const previewOf = async (body: object, path = 'announcements') => {
    const answer = await admin.post(`${CALENDARS}/${path}/preview`, body);
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    return answer.body as unknown as Preview;
  };
  const open = (kind: string) =>
    admin.post('/api/v1/tickets', {
      subject: 'م',
      description: 'و',
      kind,
      requester: { email: 'r@example.com' },
    });
  const dayFrom = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

  const after = (day: string, days: number) =>
    new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
  const year = async () =>
    (await admin.get(`${CALENDARS}/country/year?year=2027`)).body as unknown as {
      days: { date: string; reason: string; name: { en: string } }[];
      months: { year: number; month: number; begins: string; computed: string }[];
    };
  const shawwal = (months: Awaited<ReturnType<typeof year>>['months']) =>
    months.find(({ month }) => month === 10)!;

  it('should show the holidays of a year and its Islamic months, computed and announced', async () => {
    const computed = await year();
    expect(computed.days.find(({ date }) => date === '2027-12-16')).toMatchObject({
      reason: 'holiday',
      name: { en: 'National Day' },
    });
    expect(shawwal(computed.months)).toMatchObject({
      year: 1448,
      begins: expect.stringMatching(/^2027-03-/),
    });
    expect(computed.months.every(({ begins, computed: said }) => begins === said)).toBe(true);
    const first = shawwal(computed.months).computed;
    const month = { year: 1448, month: 10, begins: after(first, 1) };
    const made = await admin.post(`${CALENDARS}/announcements`, { month });
    expect(shawwal((await year()).months)).toMatchObject({ begins: after(first, 1), computed: first });
    await admin.post(`${CALENDARS}/announcements/${String(made.body.id)}/withdraw`);
    expect(await year()).toEqual(computed);
    expect((await admin.get(`${CALENDARS}/country/year?year=1`)).status).toBe(400);
  });

  it('should show which days would move with an Islamic month, without changes', async () => {
    const first = shawwal((await year()).months).computed;
    const preview = await previewOf({ month: { year: 1448, month: 10, begins: after(first, 1) } });
    // Eid begins and ends a day later.
    expect(preview.changedDays).toBe(preview.days.length);
    expect(
      preview.days
        .filter(({ calendar }) => calendar === 'country')
        .map((day) => `${day.before.date} ${day.after.reason}`),
    ).toEqual([`${first} ramadan`, `${after(first, 3)} holiday`]);
    expect((await admin.get(`${CALENDARS}/announcements`)).body.data).toHaveLength(1);
    expect((await year()).days.find(({ date }) => date === first)).toMatchObject({ reason: 'holiday' });
  });

  it('should predict how many tickets are due later', async () => {
    await open('report');
    await open('report');
    await open('complaint');
    const draft = {
      calendar: 'every-day',
      days: { from: dayFrom(-1), to: dayFrom(2), name: NAME, hours: [] },
    };
    const preview = await previewOf(draft);
    expect(preview.tickets).toEqual({ looked: 2, later: 2, earlier: 0, more: false });
    expect(preview.days.map((day) => `${day.calendar} ${day.after.reason}`)).toEqual(
      Array(4).fill('every-day announced'),
    );
    const latest = async () =>
      ((await admin.get(`${CALENDARS}/recomputations`)).body.data as Record<string, unknown>[])[0]!;
    // Follow-up recalculations of earlier changes would interfere.
    await system.database.query('UPDATE sla_change SET done_at = now() WHERE done_at IS NULL');
    await admin.post(`${CALENDARS}/announcements`, draft);
    expect(await latest()).toMatchObject({ phase: 'running', left: 2, moved: 0, doneAt: null });
    await system.api.get(Recompute).run();
    expect(await latest()).toMatchObject({ phase: 'settling', left: null, moved: 2 });
    await system.database.query(
      `UPDATE sla_change SET at = at - interval '1 minute', not_before = at - interval '1 minute' WHERE done_at IS NULL`,
    );
    await system.api.get(Recompute).run();
    expect(await latest()).toMatchObject({ phase: 'done', moved: 2, doneAt: expect.any(String) });
    expect((await previewOf(draft)).tickets).toMatchObject({ looked: 0 });
  });

  it('should show the effect of a time zone change', async () => {
    await admin.post(CALENDARS, { key: 'beirut', name: NAME, zone: 'Asia/Beirut', publicHolidays: false });
    const draft = {
      zone: 'Asia/Beirut',
      from: '2023-03-26T00:00:00+02:00',
      to: '2023-03-28T00:00:00+02:00',
      offsetMinutes: 120,
      note: 'Decided on 23 March',
    };
    const { days } = await previewOf(draft, 'zones');
    const monday = days.find(({ before }) => before.date === '2023-03-27')!;
    expect(monday.calendar).toBe('beirut');
    expect([monday.before.open[0]!.from, monday.after.open[0]!.from]).toEqual([
      '2023-03-27T05:00:00.000Z',
      '2023-03-27T06:00:00.000Z',
    ]);
    expect((await admin.get(`${CALENDARS}/zones`)).body.data).toEqual([]);
  });

  it.each([
    ['announcements', {}, 'days month_or_days'],
    [
      'announcements',
      { month: { year: 1448, month: 10, begins: '2027-05-11' } },
      'month.begins not_that_month',
    ],
    [
      'announcements',
      { calendar: 'nowhere', days: { from: '2027-01-01', to: '2027-01-01', name: NAME, hours: [] } },
      'calendar not_found',
    ],
    ['zones', { zone: 'Mars/Base', from: '2027-01-01T00:00:00Z', offsetMinutes: 0, note: 'x' }, 'zone zone'],
  ])('should refuse in %s what could not be announced: %j', async (path, body, fault) => {
    const answer = await admin.post(`${CALENDARS}/${path}/preview`, body);
    const [error] = answer.body.errors as { path: string; code: string }[];
    expect([answer.status, `${error!.path} ${error!.code}`]).toEqual([400, fault]);
  });
});
