import ExcelJS from 'exceljs';
import { FACT_RETENTION_DAYS, PurgeFacts, FigureRebuild } from '#wasl/reporting';
import { runAsOwner, waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DAY = 86_400_000;

interface Row {
  key: string | null;
  name: { ar: string; en: string };
  [figure: string]: unknown;
}

/** The same facts as in the interval report, grouped by dimension. */
describe('the report by entity, service, agent and channel', () => {
  let system: TestSystem;
  let mona: Client;
  let ali: Client;
  let sana: Client;
  beforeAll(async () => {
    system = await startSystem(
      {
        mona: {},
        ali: {},
        sana: { role: 'supervisor', queues: [] },
        root: { role: 'administrator', queues: [] },
      },
      { worker: true },
    );
    [mona, ali, sana] = [
      await system.signInAs('mona'),
      await system.signInAs('ali'),
      await system.signInAs('sana'),
    ];
    await system.database.query(`UPDATE staff SET extension = '100' WHERE email = 'mona@test.example'`);
    await system.database.query(
      `UPDATE queue SET dial_numbers = '{80008001}', wrap_up_seconds = 60 WHERE key = 'general'`,
    );
    const root = await system.signInAs('root');
    await root.post('/api/v1/admin/entities', { key: 'works', name: { ar: 'الأشغال', en: '=Works' } });
    for (const code of ['roads', 'drains']) {
      const made = await root.post('/api/v1/admin/services', {
        code,
        entity: 'works',
        queue: 'general',
        name: { ar: `خدمة ${code}`, en: code },
      });
      expect(made.status).toBe(201);
    }
    await happen();
  }, 180_000);
  afterAll(() => system.stop());

  const file = async (service: string | null) => {
    const { body } = await sana.post('/api/v1/tickets', {
      subject: 'matter',
      description: 'words',
      ...(service && { service }),
      requester: { name: 'x' },
    });
    return String(body.number);
  };
  const cti = (fields: Record<string, string>) =>
    system.anonymous.post('/api/v1/cti/cti-token-for-tests', { direction: 'in', ...fields });

  /** Two tickets about roads, one about drains, one without service; a call; one transferred, one resolved and rated. */
  async function happen() {
    const assign = (number: string, who: string) =>
      sana.post(`/api/v1/tickets/${number}/assign`, { assignee: system.people[who]!.id });
    const [road, other, drain] = [await file('roads'), await file('roads'), await file('drains')];
    await file(null);
    await assign(road, 'mona');
    await mona.post(`/api/v1/tickets/${road}/resolve`, { note: 'mended' });
    await assign(other, 'mona');
    await mona.post(`/api/v1/tickets/${other}/transfer`, { queue: 'billing' });
    await assign(drain, 'ali');
    await ali.post(`/api/v1/tickets/${drain}/resolve`, { note: 'opened' });
    await sana.post(`/api/v1/tickets/${drain}/reopen`);
    await mona.put('/api/v1/me/presence', { state: 'available' });
    await waitFor(async () => (await mona.get('/api/v1/me/presence')).body.state === 'available', {
      what: 'mona to be available',
    });
    await cti({ event: 'newCall', callId: 'c1', from: '+97317400001', to: '80008001', queue: 'general' });
    await cti({ event: 'answer', callId: 'c1', answeringNumber: '100' });
    await cti({ event: 'hangup', callId: 'c1', cause: 'normalClearing' });
    await waitFor(async () => (await mona.get('/api/v1/me/presence')).body.state === 'wrap_up', {
      what: 'wrap-up',
    });
    await mona.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });
    await system.waitUntilIdle();
  }

  const report = async (query: string) => {
    const { status, body } = await sana.get(`/api/v1/reports/breakdown?${query}`);
    expect([status, body.errors]).toEqual([200, undefined]);
    return body as unknown as { data: Row[]; meta: Record<string, unknown> & { totals: Row } };
  };
  const rowOf = (rows: Row[], key: string | null) => rows.find((row) => row.key === key)!;

  it('should count arrived, handled, transferred and resolved tickets by service, and those without one', async () => {
    const { data, meta } = await report('by=service&media=written');
    expect(rowOf(data, 'roads')).toMatchObject({
      name: { ar: 'خدمة roads', en: 'roads' },
      offered: 2,
      answered: 2,
      handled: 2,
      transferred: 1,
      settled: 1,
      reopened: 0,
    });
    // A reopened ticket counts as a new arrival.
    expect(rowOf(data, 'drains')).toMatchObject({ offered: 2, settled: 1, reopened: 1, reopenRate: 100 });
    expect(rowOf(data, null)).toMatchObject({ name: { en: 'Of no service' }, answered: 0 });
    expect(meta.figures).toContain('offered');
    expect(meta.figures).not.toContain('occupancy');
  });

  it.each(['entity', 'service', 'queue', 'channel'])('should have the right totals by %s', async (by) => {
    const { data, meta } = await report(`by=${by}`);
    const { data: intervals } = (await sana.get('/api/v1/reports/intervals')).body as unknown as {
      data: Row[];
    };
    for (const figure of ['offered', 'answered', 'handled', 'transferred', 'settled', 'reopened']) {
      const sum = (rows: Row[]) => rows.reduce((total, row) => total + Number(row[figure]), 0);
      expect([figure, sum(data)]).toEqual([figure, Number(meta.totals[figure])]);
      expect([figure, sum(data)]).toEqual([figure, sum(intervals)]);
    }
  });

  it('should group both services under their entity, with names in both languages', async () => {
    const { data } = await report('by=entity&media=written');
    expect(rowOf(data, 'works')).toMatchObject({
      name: { ar: 'الأشغال', en: '=Works' },
      offered: 4,
      settled: 2,
      reopened: 1,
    });
  });

  it('should show per agent the handled and transferred work, handle time and occupancy', async () => {
    const { data, meta } = await report('by=agent');
    const [first, second] = [rowOf(data, system.people.mona!.id), rowOf(data, system.people.ali!.id)];
    expect(first).toMatchObject({
      name: { ar: 'mona', en: 'mona' },
      answered: 3,
      handled: 3,
      transferred: 1,
      settled: 1,
    });
    expect(first.ahtSeconds).toBeGreaterThanOrEqual(0);
    expect(first.acwSeconds).not.toBeNull();
    expect(first.occupancy).not.toBeNull();
    expect(second).toMatchObject({ answered: 1, handled: 1, settled: 1, reopened: 1, occupancy: null });
    expect(data).toHaveLength(2);
    expect(meta.figures).toEqual(expect.arrayContaining(['handled', 'ahtSeconds', 'occupancy', 'adherence']));
    expect(meta.figures).not.toContain('offered');
  });

  it('should show adherence per agent', async () => {
    await system.database.query(
      `INSERT INTO roster_shift (id, staff_id, from_at, to_at, state)
       VALUES (gen_random_uuid(), $1, now() - interval '2 minutes', now() + interval '1 minute', 'available')`,
      [system.people.ali!.id],
    );
    const from = new Date(Date.now() - 3_600_000).toISOString();
    const to = new Date(Date.now() + 3_600_000).toISOString();
    const { data } = await report(`by=agent&from=${from}&to=${to}`);
    expect(rowOf(data, system.people.ali!.id).adherence).toBe(0);
    expect(rowOf(data, system.people.mona!.id).adherence).toBeNull();
  });

  it('should be the same when rebuilt from the facts', async () => {
    const sums = () =>
      system.database.query(
        `SELECT to_jsonb(b) AS row FROM contact_breakdown b UNION ALL SELECT to_jsonb(a) FROM agent_quarter a ORDER BY 1`,
      );
    const kept = await sums();
    expect(kept.length).toBeGreaterThan(5);
    await runAsOwner(system.settings.DATABASE_URL, 'TRUNCATE contact_breakdown, agent_quarter');
    await system.api.get(FigureRebuild).run(new Date(Date.now() - DAY), new Date(Date.now() + DAY));
    expect(await sums()).toEqual(kept);
  });

  it('should be available as CSV in the requested language, without formula injection', async () => {
    const path = '/api/v1/reports/breakdown?by=entity';
    const english = await sana.get(path, { accept: 'text/csv' });
    expect(english.headers.get('content-disposition')).toContain('by-entity.csv');
    const lines = (english.body.text as string).replace('\ufeff', '').split('\r\n');
    expect(lines[0]).toMatch(/^Entity,Offered,Answered,/);
    expect(lines.some((line) => line.startsWith(`'=Works,`))).toBe(true);
    const arabic = await sana.get(path, { accept: 'text/csv', 'accept-language': 'ar' });
    expect(arabic.body.text).toMatch(/الجهة,الوارد,المُجاب/);
  });

  it('should be available as a right-to-left workbook in Arabic', async () => {
    const response = await fetch(`${system.url}/api/v1/reports/breakdown?by=agent`, {
      headers: { accept: XLSX, 'accept-language': 'ar', cookie: sana.cookie! },
    });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    const [sheet] = workbook.worksheets;
    expect(sheet!.name).toBe('الموظف');
    expect(sheet!.views[0]).toMatchObject({ rightToLeft: true });
    expect([sheet!.getRow(1).getCell(1).value, sheet!.getRow(2).getCell(1).value]).toEqual([
      'الموظف',
      'mona',
    ]);
  });

  it.each([
    ['', 'by', 'required'],
    ['by=weather', 'by', 'choice'],
    ['by=agent&from=nonsense', 'from', 'date'],
    ['by=agent&from=2025-01-01&to=2026-06-01', 'to', 'range_too_long'],
    ['by=agent&queue=general', 'queue', 'unknown'],
  ])('should refuse “%s”', async (query, path, code) => {
    const { status, body } = await sana.get(`/api/v1/reports/breakdown?${query}`);
    expect([status, body.errors]).toMatchObject([400, [{ path, code }]]);
  });

  it('should be refused to agents', async () => {
    expect((await mona.get('/api/v1/reports/breakdown?by=agent')).status).toBe(403);
  });

  it('should keep its figures after old facts are deleted, also after a rebuild', async () => {
    const old = new Date(Math.floor(Date.now() / DAY - FACT_RETENTION_DAYS - 3) * DAY);
    const later = new Date(old.getTime() + 6 * DAY);
    await system.database.query(
      `INSERT INTO contact_fact (kind, belongs_at, at, queue_key, channel, live, service_code, entity_key)
       SELECT 'offered', t, t, 'general', 'web', false, 'roads', 'works'
         FROM unnest($1::timestamptz[]) AS t, generate_series(1, 7)`,
      [[old, later]],
    );
    // The sums were stored when the facts happened; the sweep may run at any time from now on.
    await system.database.query(
      `INSERT INTO contact_breakdown
       SELECT 'service', $1, 'roads', false, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0`,
      [old],
    );
    const rebuild = (from: Date) => system.api.get(FigureRebuild).run(from, new Date(later.getTime() + DAY));
    await rebuild(later);
    const offered = async () => {
      const { data } = await report(
        `by=service&from=${old.toISOString()}&to=${new Date(later.getTime() + DAY).toISOString()}`,
      );
      return rowOf(data, 'roads').offered;
    };
    expect(await offered()).toBe(14);
    await system.api.get(PurgeFacts).run();
    const left = await system.database.query<{ at: Date }>(
      `SELECT DISTINCT belongs_at AS at FROM contact_fact WHERE belongs_at < now() - interval '300 days'`,
    );
    expect(left).toEqual([{ at: later }]);
    expect(await offered()).toBe(14);
    await rebuild(old);
    expect(await offered()).toBe(14);
    expect(await system.api.get(PurgeFacts).run()).toBe(0);
  });
});
