import { FigureRebuild } from '#wasl/reporting';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

interface Interval {
  start: string;
  expected: number | null;
  arrived: number | null;
  required: number | null;
  requiredRostered: number | null;
  rostered: number;
  present: number | null;
}

describe('the forecast', () => {
  let system: TestSystem;
  let sana: Client;

  beforeAll(async () => {
    system = await startSystem({
      sana: { role: 'supervisor', queues: [] },
      mona: { queues: ['general', 'billing'] },
    });
    sana = await system.signInAs('sana');
    // Ten weeks of half days, busier on Sundays: 40 per quarter hour from eight to ten, on Sundays 60.
    await system.database.query(
      `INSERT INTO contact_fact (kind, belongs_at, at, queue_key, channel, live, ms, hold_ms)
       SELECT kind, t AT TIME ZONE 'Asia/Bahrain', now(), 'general', 'phone', true, 170000, 10000
         FROM generate_series(date_trunc('day', now() AT TIME ZONE 'Asia/Bahrain') - interval '70 days',
                              date_trunc('day', now() AT TIME ZONE 'Asia/Bahrain') - interval '1 day',
                              interval '1 day') AS day
        CROSS JOIN LATERAL generate_series(day + interval '8 hours', day + interval '9 hours 45 minutes',
                                           interval '15 minutes') AS t
        CROSS JOIN LATERAL generate_series(1, CASE WHEN extract(dow FROM day) = 0 THEN 60 ELSE 40 END) AS n
        CROSS JOIN unnest(ARRAY['offered', 'handled']) AS kind`,
    );
    await system.api.get(FigureRebuild).run(new Date(Date.now() - 80 * 86_400_000), new Date());
  });
  afterAll(() => system.stop());

  const dayText = (daysFromNow: number) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bahrain' }).format(
      Date.now() + daysFromNow * 86_400_000,
    );
  const ask = async (query: string) => {
    const { status, body } = await sana.get(`/api/v1/reports/forecast?${query}`);
    expect([status, body.errors]).toEqual([200, undefined]);
    return body as unknown as { data: Interval[]; meta: Record<string, unknown> };
  };
  const week = () => `queue=general&from=${dayText(1)}&to=${dayText(7)}`;
  const hourOf = ({ start }: Interval) => (new Date(start).getUTCHours() + 3) % 24;

  it('should give arrivals and agents needed for each future interval', async () => {
    const { data, meta } = await ask(`${week()}&shrinkage=0.3`);
    expect(data).toHaveLength(7 * 48);
    expect(meta).toMatchObject({
      historyDays: 70,
      terms: { model: 'erlang_c', target: 0.8, ahtSeconds: 180, ahtSource: 'measured', thresholdSeconds: 20 },
    });
    const nine = data.filter((row) => hourOf(row) === 9);
    for (const { start, expected, required, requiredRostered, arrived, present } of nine) {
      const usual = new Date(start).getUTCDay() === 0 ? 120 : 80;
      expect(expected! / usual).toBeGreaterThan(0.85);
      expect(expected! / usual).toBeLessThan(1.15);
      // 80 in half an hour at three minutes are 8 Erlang, 120 are 12.
      expect(required).toBeGreaterThan(usual / 10);
      expect(required).toBeLessThan(usual / 10 + 7);
      expect(requiredRostered).toBe(Math.ceil(required! / 0.7 - 1e-9));
      expect({ arrived, present }).toEqual({ arrived: null, present: null });
    }
    expect(data.filter((row) => hourOf(row) === 3).every(({ expected }) => expected! < 2)).toBe(true);
  });

  it('should need fewer agents with abandonment, and more for higher volume', async () => {
    const sumOf = async (more: string) =>
      (await ask(`${week()}${more}`)).data.reduce((sum, { required }) => sum + required!, 0);
    const usual = await sumOf('');
    expect(await sumOf('&patienceSeconds=60')).toBeLessThan(usual);
    expect(await sumOf('&target=0.95')).toBeGreaterThan(usual);
    expect(await sumOf('&ahtSeconds=600')).toBeGreaterThan(usual * 2);
  });

  it('should give past forecasts with their error', async () => {
    const { data, meta } = await ask(`queue=general&from=${dayText(-7)}&to=${dayText(-1)}`);
    expect(data.reduce((sum, { arrived }) => sum + arrived!, 0)).toBe((6 * 40 + 60) * 8);
    expect(meta).toMatchObject({ historyDays: 63, accuracy: { days: 7 } });
    expect((meta.accuracy as { wape: number }).wape).toBeLessThan(0.2);
  });

  it('should show rostered beside required agents', async () => {
    const day = dayText(1);
    await system.database.query(
      `INSERT INTO roster_shift (id, staff_id, from_at, to_at, state)
       VALUES (gen_random_uuid(), $1, $2::timestamp AT TIME ZONE 'Asia/Bahrain', $3::timestamp AT TIME ZONE 'Asia/Bahrain', 'available')`,
      [system.people.mona!.id, `${day} 08:00`, `${day} 09:15`],
    );
    const { data } = await ask(`queue=general&from=${day}&to=${day}`);
    expect(data.filter(({ rostered }) => rostered > 0).map(({ rostered }) => rostered)).toEqual([1, 1, 0.5]);
    // One agent who serves both queues.
    const together = (await ask(`from=${day}&to=${day}`)).data;
    expect(together.filter(({ rostered }) => rostered > 0).map(({ rostered }) => rostered)).toEqual([
      1, 1, 0.5,
    ]);
  });

  it('should measure adherence to a roster', async () => {
    await system.database.query(
      `INSERT INTO roster_shift (id, staff_id, from_at, to_at, state)
       VALUES (gen_random_uuid(), $1, '2026-01-05T06:00Z', '2026-01-05T07:00Z', 'available')`,
      [system.people.mona!.id],
    );
    await system.database.query(
      `INSERT INTO presence_spell (staff_id, state, from_at, to_at)
       VALUES ($1, 'available', '2026-01-05T06:15Z', '2026-01-05T06:30Z'), ($1, 'busy', '2026-01-05T06:30Z', '2026-01-05T06:51Z')`,
      [system.people.mona!.id],
    );
    const { body } = await sana.get('/api/v1/reports/intervals?from=2026-01-05&to=2026-01-05&queue=general');
    const rows = body.data as { start: string; adherence: number; rostered: number }[];
    expect(rows.map(({ adherence, rostered }) => [adherence, rostered])).toEqual([
      [50, 1],
      [70, 1],
    ]);
  });

  it('should return nothing for a queue without history', async () => {
    const { data, meta } = await ask('queue=billing');
    expect(data.every(({ expected, required }) => expected === null && required === null)).toBe(true);
    expect(meta).toMatchObject({ historyDays: 0, terms: { ahtSource: 'assumed' }, accuracy: { wape: null } });
  });

  it.each([
    ['target=2', 'target', 'too_large'],
    ['ahtSeconds=-1', 'ahtSeconds', 'too_small'],
    ['ahtSeconds=long', 'ahtSeconds', 'number'],
    ['from=2026-01-01&to=2026-12-31', 'to', 'range_too_long'],
    ['size=10', 'size', 'choice'],
  ])('should refuse %s', async (query, path, code) => {
    const { status, body } = await sana.get(`/api/v1/reports/forecast?${query}`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path, code }]);
  });
});
