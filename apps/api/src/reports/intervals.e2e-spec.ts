import ExcelJS from 'exceljs';
import { waitFor } from '#wasl/testing';
import { FigureRebuild } from '#wasl/reporting';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WIDE = 'from=2020-01-01T00:00:00Z&to=2020-01-31T00:00:00Z';

/** Events are counted by interval; stored sums equal those recomputed from the facts. */
describe('the report by interval', () => {
  let system: TestSystem;
  let mona: Client;
  let sana: Client;

  beforeAll(async () => {
    system = await startSystem(
      { mona: { queues: ['general', 'billing'] }, sana: { role: 'supervisor', queues: [] } },
      // Between two requests of a test more than the usual five seconds may pass on a busy machine.
      { worker: true, env: { SHORT_ABANDON_SECONDS: '60' } },
    );
    mona = await system.signInAs('mona');
    sana = await system.signInAs('sana');
    await system.database.query(`UPDATE staff SET extension = '100' WHERE email = 'mona@test.example'`);
    await system.database.query(
      `UPDATE queue SET dial_numbers = '{80008001}', wrap_up_seconds = 60 WHERE key = 'general'`,
    );
  });
  afterAll(() => system.stop());

  const report = async (query = '') => {
    await system.waitUntilIdle();
    const { status, body } = await sana.get(`/api/v1/reports/intervals?${query}`);
    expect(status).toBe(200);
    return body as unknown as { data: Record<string, unknown>[]; meta: Record<string, unknown> };
  };
  const totals = async (query = '') => (await report(query)).meta.totals as Record<string, number>;
  const cti = (fields: Record<string, string>) =>
    system.anonymous.post('/api/v1/cti/cti-token-for-tests', { direction: 'in', ...fields });
  const calls = (callId: string) =>
    cti({ event: 'newCall', callId, from: '+97317400001', to: '80008001', queue: 'general' });
  const available = () => mona.put('/api/v1/me/presence', { state: 'available' });

  it('should count an answered call with talk and wrap-up, and an abandoned one', async () => {
    await mona.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });
    await available();
    expect((await calls('c1')).body).toMatchObject({ action: 'dial', number: '100' });
    await cti({ event: 'answer', callId: 'c1', answeringNumber: '100' });
    await cti({ event: 'hangup', callId: 'c1', cause: 'normalClearing' });
    await waitFor(async () => (await mona.get('/api/v1/me/presence')).body.state === 'wrap_up', {
      what: 'wrap-up',
    });
    await mona.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });
    await calls('c2');
    await cti({ event: 'hangup', callId: 'c2', cause: 'cancel' });
    const live = await totals('media=live');
    expect(live).toMatchObject({
      offered: 2,
      answered: 1,
      withinThreshold: 1,
      abandoned: 1,
      shortAbandoned: 1,
      serviceLevel: { percent: 100, thresholdSeconds: null },
      handled: 1,
      abandonment: 0,
    });
    expect(live.ahtSeconds).toBeGreaterThanOrEqual(0);
    expect(live.occupancy).not.toBeNull();
    // The missed call became a callback ticket.
    expect(await totals('media=written')).toMatchObject({ offered: 1, answered: 0 });
  });

  it('should count tickets: offered, answered, transferred, resolved, rated, reopened', async () => {
    const before = await totals('media=written&queue=billing');
    const filed = await system.anonymous.post('/api/v1/public/tickets', {
      kind: 'complaint',
      subject: 'a bill',
      description: 'too high',
      language: 'en',
      requester: { name: 'x', email: 'x@example.com', audience: 'citizen' },
    });
    const { number, trackingCode } = filed.body as Record<string, string>;
    await sana.post(`/api/v1/tickets/${number}/assign`, { assignee: system.people.mona!.id });
    await sana.post(`/api/v1/tickets/${number}/transfer`, { queue: 'billing' });
    await sana.post(`/api/v1/tickets/${number}/assign`, { assignee: system.people.mona!.id });
    await mona.post(`/api/v1/tickets/${number}/resolve`, { note: 'corrected' });
    await system.anonymous.post('/api/v1/public/track/rate', { number, trackingCode, score: 5 });
    const after = await totals('media=written&queue=billing');
    expect(after).toMatchObject({
      offered: before.offered!,
      settled: 1,
      ratings: 1,
      csat: 100,
      responseRate: 100,
    });
    expect(after.handled).toBe(before.handled! + 1);
    expect(await totals('queue=general')).toMatchObject({ transferred: 1 });
    await sana.post(`/api/v1/tickets/${number}/reopen`);
    expect(await totals('queue=billing')).toMatchObject({ reopened: 1, reopenRate: 100 });
  });

  it("should time written work by the agent's time, and count it as occupied", async () => {
    await mona.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });
    await available();
    const { body } = await sana.post('/api/v1/tickets', {
      subject: 'a letter',
      description: 'words',
      queue: 'billing',
      requester: { name: 'x' },
    });
    await mona.post(`/api/v1/tickets/${String(body.number)}/assign`, { assignee: 'me' });
    await system.waitUntilIdle();
    const before = await totals('media=written&queue=billing');
    // As if it had been taken a while ago.
    await system.database.query(
      `UPDATE agent_now SET since = since - interval '10 minutes', counted_to = counted_to - interval '10 minutes',
                            shared_to = shared_to - interval '10 minutes' WHERE agent_id = $1`,
      [system.people.mona!.id],
    );
    const ongoing = await totals('queue=billing');
    expect(ongoing.occupancy).toBeGreaterThan(90);
    await mona.post(`/api/v1/tickets/${String(body.number)}/resolve`, { note: 'answered' });
    const after = await totals('media=written&queue=billing');
    const workOf = (of: Record<string, number>) => (of.workSeconds ?? 0) * of.handled!;
    expect(workOf(after) - workOf(before)).toBeGreaterThanOrEqual(590);
    expect(after.ahtSeconds).toBe(after.workSeconds);
    expect((await totals('queue=billing')).occupancy).toBeGreaterThan(90);
  });

  it('should store the same sums as the facts and a recount of the tables', async () => {
    for (let n = 0; n < 12; n++) {
      const { body } = await sana.post('/api/v1/tickets', {
        subject: `matter ${n}`,
        description: 'words',
        queue: n % 2 ? 'billing' : 'general',
        requester: { name: 'x' },
      });
      if (n % 3 === 0) await mona.post(`/api/v1/tickets/${String(body.number)}/assign`, { assignee: 'me' });
      if (n % 4 === 0) await sana.post(`/api/v1/tickets/${String(body.number)}/close`);
    }
    await system.waitUntilIdle();
    const kept = await sums();
    expect(kept.length).toBeGreaterThan(2);
    const [counted] = await system.database.query<Record<string, number>>(
      `SELECT count(*)::int AS offered, count(answered_at)::int AS answered FROM work`,
    );
    expect(await totals()).toMatchObject(counted!);
    const now = Date.now();
    await system.api.get(FigureRebuild).run(new Date(now - 86_400_000), new Date(now + 86_400_000));
    expect(await sums()).toEqual(kept);
  });

  const sums = () =>
    system.database.query(
      `SELECT to_jsonb(q) AS row FROM contact_quarter q
        UNION ALL SELECT to_jsonb(p) FROM presence_quarter p
        UNION ALL SELECT to_jsonb(b) FROM contact_breakdown b
        UNION ALL SELECT to_jsonb(a) FROM agent_quarter a ORDER BY 1`,
    );

  describe('with a day of known figures', () => {
    // Far in the future, because old facts are deleted.
    const at = (time: string) => `2086-01-07T${time}Z`;
    beforeAll(async () => {
      const facts: [string, number, number?][] = [
        ['answered', 860, 10_000],
        ['answered', 140, 30_000],
        ['abandoned', 10, 4_000],
        ['abandoned', 10, 15_000],
        ['abandoned', 40, 40_000],
        ['offered', 1_060],
      ];
      for (const [kind, count, ms] of facts) {
        await system.database.query(
          `INSERT INTO contact_fact (kind, belongs_at, at, queue_key, channel, live, ms, threshold_ms, short_ms)
           SELECT $1, $3::timestamptz + (n % 30) * interval '1 minute', $3, 'general', 'phone', true, $4, 20000, 5000
             FROM generate_series(1, $2::int) n`,
          [kind, count, at('06:00:00'), ms ?? null],
        );
      }
      await system.api.get(FigureRebuild).run(new Date(at('00:00:00')), new Date(at('23:00:00')));
    });

    it('should match the worked example, in half hours and quarters', async () => {
      const { data, meta } = await report('from=2086-01-07&to=2086-01-07&queue=general&size=30');
      expect(data).toMatchObject([
        {
          start: '2086-01-07T06:00:00.000Z',
          end: '2086-01-07T06:30:00.000Z',
          queue: 'general',
          offered: 1_060,
          answered: 1_000,
          abandoned: 60,
          shortAbandoned: 10,
          serviceLevel: { percent: 82.69, thresholdSeconds: 20 },
          asaSeconds: 12.8,
        },
      ]);
      expect(meta).toMatchObject({
        size: 30,
        zone: 'Asia/Bahrain',
        serviceLevelVariant: 'late_abandons_count',
      });
      const quarters = (await report('from=2086-01-07&to=2086-01-07&queue=general&size=15')).data;
      expect(quarters.map(({ start }) => start)).toEqual([
        '2086-01-07T06:00:00.000Z',
        '2086-01-07T06:15:00.000Z',
      ]);
      expect(quarters.reduce((sum, row) => sum + (row.offered as number), 0)).toBe(1_060);
    });

    it('should be available as CSV, in the requested language', async () => {
      const path = '/api/v1/reports/intervals?from=2086-01-07&to=2086-01-07';
      const english = await sana.get(path, { accept: 'text/csv' });
      expect(english.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(english.headers.get('content-disposition')).toContain('intervals.csv');
      const lines = (english.body.text as string).replace('\ufeff', '').split('\r\n');
      expect(lines[0]).toMatch(/^From,To,Queue,Offered,Answered,/);
      expect(lines[1]).toMatch(/^2086-01-07 09:00,2086-01-07 09:30,general,1060,1000,60,10,860,82.69,12.8,/);
      const arabic = await sana.get(path, { accept: 'text/csv', 'accept-language': 'ar' });
      expect(arabic.body.text).toMatch(/من,إلى,قائمة الانتظار,الوارد,المُجاب/);
    });

    it('should prevent formula injection by queue names', async () => {
      await system.database.query(`UPDATE queue SET name_en = '=1+1' WHERE key = 'general'`);
      const { body } = await waitFor(
        async () => {
          const answer = await sana.get('/api/v1/reports/intervals?from=2086-01-07&to=2086-01-07', {
            accept: 'text/csv',
          });
          return (answer.body.text as string).includes('1+1') ? answer : null;
        },
        { what: 'the new name of the queue' },
      );
      expect(body.text).toContain(`,'=1+1,`);
      expect(body.text).not.toContain(',=1+1');
      await system.database.query(`UPDATE queue SET name_en = 'general' WHERE key = 'general'`);
    });

    it('should be available as a right-to-left workbook in Arabic', async () => {
      const read = async (language: string) => {
        const response = await fetch(`${system.url}/api/v1/reports/intervals?from=2086-01-07&to=2086-01-07`, {
          headers: { accept: XLSX, 'accept-language': language, cookie: sana.cookie! },
        });
        expect(response.headers.get('content-type')).toBe(XLSX);
        const workbook = new ExcelJS.Workbook();
        await workbook.xlsx.load(await response.arrayBuffer());
        return workbook.worksheets[0]!;
      };
      const arabic = await read('ar');
      expect(arabic.views[0]).toMatchObject({ rightToLeft: true });
      expect(arabic.getRow(1).getCell(4).value).toBe('الوارد');
      expect(arabic.getRow(2).getCell(4).value).toBe(1_060);
      const english = await read('en');
      expect(english.views[0]?.rightToLeft ?? false).toBe(false);
      expect(english.getRow(1).getCell(4).value).toBe('Offered');
    });
  });

  it('should explain each of its figures in both languages', async () => {
    const { data } = (await sana.get('/api/v1/reports/figures')).body as {
      data: { key: string; formula: { ar: string; en: string } }[];
    };
    expect(data.find(({ key }) => key === 'serviceLevel')!.formula.en).toBe(
      'answered in time ÷ (answered + abandoned after that time)',
    );
    const shown = await totals();
    for (const { key } of data) expect(shown).toHaveProperty(key);
  });

  it.each([
    ['from=nonsense', 'from', 'date'],
    ['from=2026-02-01&to=2026-01-01', 'to', 'order'],
    ['from=2025-01-01&to=2026-01-01', 'to', 'range_too_long'],
    ['size=20', 'size', 'choice'],
    ['media=other', 'media', 'choice'],
    ['nothing=1', 'nothing', 'unknown'],
  ])('should refuse %s', async (query, path, code) => {
    const { status, body } = await sana.get(`/api/v1/reports/intervals?${query}`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path, code }]);
  });

  it('should refuse an unknown queue, and be empty without events', async () => {
    expect((await sana.get('/api/v1/reports/intervals?queue=nowhere')).body.code).toBe('queue.not_found');
    expect((await report(WIDE)).data).toEqual([]);
  });

  it('should be refused to agents', async () => {
    expect((await mona.get('/api/v1/reports/intervals')).status).toBe(403);
  });
});
