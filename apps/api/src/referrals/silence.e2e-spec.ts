import { ReferralSweep } from '#wasl/referrals';
import { type ReferralSystem, startReferralSystem } from '../../../../test/support/referral-system.js';

const DAY = [['00:00', '24:00']];
const ALL_DAY = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, DAY]),
);

interface Row {
  state: string;
  steps: number;
  next: Date | null;
  arbiter: boolean;
}

/** The clock is moved by moving the times of a referral into the past. */
describe('the silence of an entity', () => {
  let centre: ReferralSystem;
  let sweep: ReferralSweep;

  beforeAll(async () => {
    centre = await startReferralSystem();
    sweep = centre.system.api.get(ReferralSweep);
    const made = await centre.clients.root!.post('/api/v1/admin/calendars', {
      key: 'always-open',
      name: { ar: 'دائمًا', en: 'Always' },
      hours: ALL_DAY,
      publicHolidays: false,
    });
    expect(made.status).toBe(201);
    await change({
      calendar: 'always-open',
      acceptMinutes: 240,
      ladder: [
        { afterMinutes: 60, officers: [centre.system.people.wafa!.id] },
        { afterMinutes: 120, officers: [centre.system.people.walid!.id] },
      ],
    });
  });
  afterAll(() => centre.stop());

  async function change(patch: object): Promise<void> {
    const path = '/api/v1/admin/entities/works';
    const { version } = (await centre.clients.root!.get(path)).body;
    const { status } = await centre.clients.root!.patch(path, patch, { 'if-match': `"${version}"` });
    expect(status).toBe(200);
  }

  /** As if so many minutes had passed. */
  const pass = (id: string, minutes: number) =>
    centre.system.database.query(
      `UPDATE referral SET accept_by = accept_by - $2 * interval '1 minute',
              due_at = due_at - $2 * interval '1 minute', next_step_at = next_step_at - $2 * interval '1 minute'
        WHERE id = $1`,
      [id, minutes],
    );
  async function rowOf(id: string): Promise<Row> {
    const [row] = await centre.system.database.query<Row>(
      `SELECT state, steps, next_step_at AS next, arbiter_since IS NOT NULL AS arbiter FROM referral WHERE id = $1`,
      [id],
    );
    return row!;
  }
  const stepsOf = (id: string) =>
    centre.system.database.query<{ what: string; told: string[] }>(
      'SELECT what, told FROM referral_step WHERE referral_id = $1 ORDER BY step',
      [id],
    );
  const escalations = async (number: string) => {
    const { body } = await centre.clients.mona!.get(`/api/v1/tickets/${number}/history`);
    return (body.data as { type: string; data: { what: string } }[])
      .filter(({ type, data }) => type === 'referral' && data.what !== 'sent')
      .map(({ data }) => data.what);
  };

  it('should be counted in the opening hours of the entity', async () => {
    const { body } = await centre.refer(await centre.fileTicket());
    expect(Date.parse(body.acceptBy as string) - Date.parse(body.sentAt as string)).toBe(240 * 60_000);
    const water = await centre.refer(await centre.fileTicket(), { entity: 'water' });
    // Eight hours of offices are longer by the clock, unless they begin to open now.
    const taken = Date.parse(water.body.acceptBy as string) - Date.parse(water.body.sentAt as string);
    expect(taken).toBeGreaterThanOrEqual(8 * 3_600_000);
  });

  it('should climb the ladder step by step, and end with the arbiter', async () => {
    const number = await centre.fileTicket();
    const id = await centre.referred(number);
    expect(await sweep.takeDueSteps()).toBe(0);
    await pass(id, 241);
    expect(await sweep.takeDueSteps()).toBe(1);
    expect(await sweep.takeDueSteps()).toBe(0);
    await pass(id, 60);
    expect(await sweep.takeDueSteps()).toBe(1);
    await pass(id, 60);
    expect(await sweep.takeDueSteps()).toBe(1);
    expect(await sweep.takeDueSteps()).toBe(0);
    expect(await rowOf(id)).toMatchObject({ state: 'sent', steps: 3, arbiter: false });
    await pass(id, 240);
    expect(await sweep.takeDueSteps()).toBe(1);
    expect(await rowOf(id)).toMatchObject({ state: 'sent', arbiter: true, next: null });
    const { wafa, walid, sana } = centre.system.people;
    expect(await stepsOf(id)).toEqual([
      { what: 'overdue', told: [] },
      { what: 'step', told: [wafa!.id] },
      { what: 'step', told: [walid!.id] },
      { what: 'arbitration', told: [sana!.id] },
    ]);
    expect(await escalations(number)).toEqual(['overdue', 'step', 'step', 'arbitration']);
    const decided = await centre.verb('sana', id, 'decide', { entity: 'works', reason: 'it is theirs' });
    expect(decided.body).toMatchObject({ state: 'sent', binding: true });
    expect(await rowOf(id)).toMatchObject({ state: 'recalled', arbiter: false });
  });

  it('should catch up after a standstill with the ladder as it is now, and leave out whoever went', async () => {
    const id = await centre.referred(await centre.fileTicket());
    await change({ ladder: [{ afterMinutes: 10, officers: [centre.system.people.walid!.id] }] });
    await pass(id, 10_000);
    await centre.system.database.query('UPDATE staff SET disabled_at = now() WHERE id = $1', [
      centre.system.people.walid!.id,
    ]);
    let taken = 0;
    for (let n = await sweep.takeDueSteps(); n > 0; n = await sweep.takeDueSteps()) taken += n;
    expect(taken).toBe(3);
    expect((await stepsOf(id)).map(({ what, told }) => [what, told.length])).toEqual([
      ['overdue', 0],
      ['step', 0],
      ['arbitration', 1],
    ]);
    await centre.system.database.query('UPDATE staff SET disabled_at = NULL');
    // The entity may still take it while nobody has decided.
    expect((await centre.verb('wafa', id, 'accept')).body).toMatchObject({
      state: 'accepted',
      arbiterSince: null,
    });
  });

  it('should end with the acceptance, after which the time to answer counts', async () => {
    const number = await centre.fileTicket();
    const id = await centre.referred(number);
    await centre.verb('wafa', id, 'accept');
    await pass(id, 300);
    expect(await sweep.takeDueSteps()).toBe(0);
    await pass(id, 100_000);
    expect(await sweep.takeDueSteps()).toBe(1);
    expect(await sweep.takeDueSteps()).toBe(0);
    expect(await stepsOf(id)).toEqual([{ what: 'overdue', told: [centre.system.people.wafa!.id] }]);
    expect(await rowOf(id)).toMatchObject({ state: 'accepted', arbiter: false });
  });

  it('should be noted once by two sweeps at the same time, and not after a return', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 6; n++) ids.push(await centre.referred(await centre.fileTicket()));
    for (const id of ids) await pass(id, 241);
    const taken = await Promise.all([sweep.takeDueSteps(), sweep.takeDueSteps()]);
    expect(taken[0]! + taken[1]!).toBe(6);
    for (const id of ids) expect(await stepsOf(id)).toHaveLength(1);
    for (const id of ids) await pass(id, 60);
    const [, ...answers] = await Promise.all([
      sweep.takeDueSteps(),
      ...ids.map((id) => centre.verb('wafa', id, 'return', { reason: 'not ours' })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
    while ((await sweep.takeDueSteps()) > 0);
    for (const id of ids) {
      expect(await rowOf(id)).toMatchObject({ state: 'returned', next: null });
      expect((await stepsOf(id)).length).toBeLessThanOrEqual(2);
    }
  });

  it.each([
    [[{ afterMinutes: 10, officers: [] }], 'required'],
    [
      [
        { afterMinutes: 10, officers: ['wafa'] },
        { afterMinutes: 10, officers: ['wafa'] },
      ],
      'order',
    ],
    [[{ afterMinutes: 10, officers: ['wael'] }], 'officer_elsewhere'],
  ])('should refuse a ladder that cannot be climbed: %j', async (ladder, code) => {
    const { people } = centre.system;
    const path = '/api/v1/admin/entities/works';
    const { version } = (await centre.clients.root!.get(path)).body;
    const given = ladder.map((step) => ({
      ...step,
      officers: step.officers.map((name) => people[name]!.id),
    }));
    const answer = await centre.clients.root!.patch(path, { ladder: given }, { 'if-match': `"${version}"` });
    expect(answer.body).toMatchObject({ status: 400, errors: [{ path: 'ladder', code }] });
  });
});
