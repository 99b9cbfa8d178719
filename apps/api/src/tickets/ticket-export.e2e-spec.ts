import { once } from 'node:events';
import http from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import ExcelJS from 'exceljs';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const MANY = 3_000;
/** Of each of the many; together more than the heap may grow. */
const LONG = 10_000;
const MOST_GROWTH = 25 * 2 ** 20;

const HOSTILE = [
  '=HYPERLINK("http://x.example","click")',
  '+1+cmd|/c calc',
  '-2+3',
  '@SUM(A1:A9)',
  '  =1+1',
  'line\none, "two"\n=3',
  'carriage\rreturn',
  'شكوى: الشارع مظلم، والإنارة معطلة',
  'nonsense \uffff\u0001 & <b>',
  '\u202etxt.exe',
];

describe('the export of tickets', () => {
  let system: TestSystem;
  let sana: Client;
  let mona: Client;
  let root: Client;
  const numbers: string[] = [];

  beforeAll(async () => {
    system = await startSystem(
      {
        mona: { groups: ['clinic'] },
        sana: { role: 'supervisor', groups: ['clinic'] },
        root: { role: 'administrator', groups: ['clinic'] },
      },
      { worker: true },
    );
    [sana, mona, root] = [
      await system.signInAs('sana'),
      await system.signInAs('mona'),
      await system.signInAs('root'),
    ];
    await system.database.query(
      `INSERT INTO entity (id, key, name_ar, name_en) VALUES (gen_random_uuid(), 'health', 'الصحة', 'Health')`,
    );
    await root.post('/api/v1/admin/services', {
      code: 'clinic',
      entity: 'health',
      queue: 'billing',
      restricted: true,
      readerGroups: ['clinic'],
      name: { ar: 'العيادة', en: '=Clinic' },
    });
    for (const subject of HOSTILE) numbers.push(await open({ subject: 's', description: 'd' }, subject));
  }, 180_000);
  afterAll(() => system.stop());

  /** The texts are put in place afterwards, as old data and mail may have them. */
  async function open(fields: object, text?: string): Promise<string> {
    const { status, body } = await sana.post('/api/v1/tickets', {
      queue: 'general',
      requester: { name: 'سارة أحمد', phone: '+97317000001', email: 'sara@example.org' },
      ...fields,
    });
    expect(status).toBe(201);
    const number = String(body.number);
    if (text !== undefined)
      await system.database.query('UPDATE ticket SET subject = $2, description = $2 WHERE number = $1', [
        number.replaceAll('-', ''),
        text.replace('\u0001', ''),
      ]);
    return number;
  }

  const ask = (client: Client, query: string, headers: Record<string, string> = {}) =>
    fetch(`${system.url}/api/v1/tickets/export?${query}`, {
      headers: { cookie: client.cookie!, ...headers },
    });
  const get = async (...asked: Parameters<typeof ask>) => {
    await haveEnded();
    return ask(...asked);
  };
  const ENGLISH = { 'accept-language': 'en' };
  const entries = async (query: string) => {
    await system.waitUntilIdle();
    const { body } = await root.get(`/api/v1/admin/audit?page[size]=100&${query}`);
    return body.data as {
      actor: { name: string };
      detail: Record<string, unknown>;
      target: { id: string };
    }[];
  };
  /** A person has one export at a time, and it ends a moment after its last byte was sent. */
  const haveEnded = () =>
    waitFor(async () => (await open_exports()) === 0, { what: 'the exports before to have ended' });
  const open_exports = async () =>
    (
      await system.database.query(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND pid IN (SELECT pid FROM pg_stat_activity WHERE state LIKE 'idle in transaction%')`,
      )
    ).length;

  it('should be CSV of RFC 4180 with a byte order mark, and run no formula', async () => {
    const answer = await get(sana, 'format=csv&queue=general&sort=createdAt', ENGLISH);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'no-store',
    ]);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="tickets-[\d-]{10}\.csv"$/,
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...rows] = parseCsv(bytes.toString().slice(1));
    expect(head!.slice(0, 3)).toEqual(['Ticket', 'Subject', 'Description']);
    expect(rows.map((row) => row[0])).toEqual(numbers);
    const subject = rows.map((row) => row[1]!);
    for (const text of subject) expect(text).not.toMatch(/^[\s]*[=+\-@]/);
    expect(subject[0]).toBe(`'${HOSTILE[0]}`);
    expect(subject.slice(5, 8)).toEqual(HOSTILE.slice(5, 8));
    // A telephone number can be dialled as it stands.
    expect(rows.map((row) => row[head!.indexOf('Telephone')])).toEqual(HOSTILE.map(() => '+97317000001'));
    expect(rows[0]![head!.indexOf('Status')]).toBe('New');
  });

  it('should be a workbook that opens again, in Arabic from right to left', async () => {
    await system.database.query('UPDATE ticket SET description = repeat($2, 50000) WHERE number = $1', [
      numbers[7]!.replaceAll('-', ''),
      'ن',
    ]);
    const answer = await get(sana, 'format=xlsx&queue=general&sort=createdAt', { 'accept-language': 'ar' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await answer.arrayBuffer());
    const sheet = workbook.worksheets[0]!;
    expect([sheet.name, sheet.views[0]!.rightToLeft, sheet.rowCount]).toEqual([
      'التذاكر',
      true,
      HOSTILE.length + 1,
    ]);
    const cells = (n: number) => sheet.getRow(n + 2).values as unknown[];
    for (let n = 0; n < HOSTILE.length; n++)
      for (const value of cells(n)) expect(value === undefined || typeof value === 'string').toBe(true);
    expect(cells(0).slice(1, 3)).toEqual([numbers[0], `'${HOSTILE[0]}`]);
    expect(cells(7)[2]).toBe(HOSTILE[7]);
    expect(cells(8)[2]).toBe('nonsense  & <b>');
    expect(cells(7)[3]).toHaveLength(32_767);
    expect(String(cells(7)[3])).toMatch(/ن…$/);
  });

  it('should be one JSON document a line, each as the list shows it', async () => {
    const answer = await get(sana, 'format=ndjson&queue=general');
    const lines = (await answer.text()).split('\n');
    expect(lines.pop()).toBe('');
    const { body } = await sana.get('/api/v1/tickets?queue=general&page[size]=100');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(body.data);
  });

  it('should leave out personal data for those who may not export it', async () => {
    const answer = await get(mona, 'format=ndjson&queue=general');
    const text = await answer.text();
    expect(text).not.toMatch(/سارة|97317000001|sara@|الشارع|HYPERLINK/);
    expect(text.trim().split('\n')).toHaveLength(HOSTILE.length);
    const [head] = parseCsv((await (await get(mona, 'format=csv', ENGLISH)).text()).slice(1));
    expect(head).not.toEqual(expect.arrayContaining(['Subject']));
    expect(
      head!.filter((name) => /Subject|Description|Requester|Telephone|Email|Address|itude/.test(name)),
    ).toEqual([]);
  });

  it('should take the filters of the list, and say what is wrong with them', async () => {
    const found = await (await get(sana, `format=ndjson&q=${numbers[3]}`)).text();
    expect(found.trim().split('\n')).toHaveLength(1);
    expect(await (await get(sana, 'format=ndjson&status=closed')).text()).toBe('');
    expect((await get(sana, 'format=ndjson&queue=nowhere')).status).toBe(404);
    const wrong = await sana.get('/api/v1/tickets/export?format=pdf&status=odd&page[size]=5&x=1');
    expect(wrong.status).toBe(400);
    expect((wrong.body.errors as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      'format',
      'page',
      'status',
      'x',
    ]);
    expect((await system.anonymous.get('/api/v1/tickets/export?format=csv')).status).toBe(401);
  });

  it('should be audited with who, filter, rows and format, and tickets of restricted services each', async () => {
    const secret = await open({ subject: 's', description: 'd', service: 'clinic', queue: undefined });
    await system.waitUntilIdle();
    const answer = await get(mona, 'format=xlsx&queue=billing&status=new,open&q=s');
    await answer.arrayBuffer();
    const [entry] = await entries('action=ticket.exported');
    expect(entry).toMatchObject({
      actor: { name: 'mona' },
      detail: {
        format: 'xlsx',
        personal: false,
        queue: 'billing',
        status: ['new', 'open'],
        by: ['q'],
        rows: 1,
      },
    });
    const read = await entries('action=ticket.read_restricted');
    expect(read.map(({ target, detail, actor }) => [actor.name, target.id, detail.part])).toEqual([
      ['mona', secret.replaceAll('-', ''), 'export'],
    ]);
  });

  describe('of many', () => {
    beforeAll(async () => {
      await system.database.query(
        `INSERT INTO ticket
         SELECT copy.* FROM ticket t, generate_series(1, $3) n, (SELECT max(id) AS last FROM ticket) known,
                LATERAL jsonb_populate_record(t, jsonb_build_object('id', known.last + n,
                  'number', lpad(n::text, 12, '0'), 'description', repeat('كلمة ', $2))) copy
          WHERE t.number = $1`,
        [numbers[0]!.replaceAll('-', ''), LONG / 5, MANY],
      );
    });

    it.each(['csv', 'xlsx', 'ndjson'])('should not grow with them as %s', async (format) => {
      const before = usedAfterCollection();
      const answer = await get(sana, `format=${format}`);
      let size = 0;
      let most = 0;
      let next = 0;
      for await (const chunk of answer.body! as unknown as AsyncIterable<Uint8Array>) {
        size += chunk.length;
        if (size < next) continue;
        next = size + (format === 'xlsx' ? 100_000 : 10_000_000);
        most = Math.max(most, usedAfterCollection() - before);
      }
      if (process.env.MEASURE)
        process.stdout.write(`${format}: ${Math.round(size / 1e6)} MB, +${Math.round(most / 2 ** 20)} MiB\n`);
      expect(most).toBeLessThan(MOST_GROWTH);
      expect(size).toBeGreaterThan(format === 'xlsx' ? 300_000 : MANY * LONG);
    });

    it('should be one at a time for each person, and end when its reader goes', async () => {
      await haveEnded();
      const request = http.get(`${system.url}/api/v1/tickets/export?format=ndjson`, {
        headers: { cookie: sana.cookie! },
      });
      const [response] = (await once(request, 'response')) as [http.IncomingMessage];
      response.pause();
      try {
        const second = await sana.get('/api/v1/tickets/export?format=csv');
        expect([second.status, second.body.code]).toEqual([409, 'export.running']);
        expect((await ask(mona, 'format=csv&status=closed')).status).toBe(200);
        // Hers ends a moment after its last byte was sent.
        await waitFor(async () => (await open_exports()) === 1, {
          what: 'one export to be left',
        });
      } finally {
        request.destroy();
      }
      await haveEnded();
      expect((await ask(sana, 'format=csv&status=closed')).status).toBe(200);
    });

    it('should end a workbook too when its reader goes', async () => {
      await haveEnded();
      const request = http.get(`${system.url}/api/v1/tickets/export?format=xlsx`, {
        headers: { cookie: sana.cookie! },
      });
      const [response] = (await once(request, 'response')) as [http.IncomingMessage];
      response.pause();
      request.destroy();
      await haveEnded();
    });
  });
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function usedAfterCollection(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Records of RFC 4180: quoted fields may hold line breaks, records end with CR LF. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const fields = /"((?:[^"]|"")*)"(,|\r\n)|([^",\r\n]*)(,|\r\n)/gy;
  let end = 0;
  for (let match = fields.exec(text); match; match = fields.exec(text)) {
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[3]!);
    if ((match[2] ?? match[4]) === '\r\n') rows.push([]);
    end = fields.lastIndex;
  }
  expect(end).toBe(text.length);
  return rows.slice(0, -1);
}
