import type { INestApplicationContext } from '@nestjs/common';
import type { ClockKind } from '#wasl/contracts';
import { Database } from '#wasl/platform';
import { ClockTimers, Recompute, SlaRules } from '#wasl/sla';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const NAME = { ar: 'اسم', en: 'Name' };
const MINUTE = 60_000;
const etag = (version: unknown) => ({ 'if-match': `"${String(version)}"` });
const within = { within: 60_000 };

interface Promise_ {
  clock: ClockKind;
  state: string;
  pausedFor: string | null;
  startedAt: string;
  dueAt: string;
}

describe('SLA targets of tickets', () => {
  let system: TestSystem;
  let agent: Client;
  let admin: Client;
  beforeAll(async () => {
    system = await startSystem({
      mona: {},
      omar: {},
      sana: { role: 'supervisor', queues: ['general'] },
      far: { role: 'supervisor', queues: [] },
      root: { role: 'administrator' },
    });
    agent = await system.signInAs('mona');
    admin = await system.signInAs('root');
    for (const [kind, targets] of [
      ['request', { first_response: 60, next_response: 60, resolution: 600, update: 240 }],
      ['report', { resolution: 100 }],
      ['suggestion', { resolution: 100 }],
    ] as const) {
      await policy({
        key: `of-${kind}`,
        kind,
        targets: Object.fromEntries(Object.entries(targets).map(([clock, minutes]) => [clock, { minutes }])),
        pauses: { requester: ['resolution'] },
        factors: { urgent: 0.5 },
      });
    }
  });
  const watching: Client[] = [];
  /** A connected socket that is closed after the test in any case. */
  const atDesk = async (name: string) => {
    const client = await system.signInAs(name);
    watching.push(client);
    await client.connect();
    return client;
  };
  afterAll(async () => {
    for (const client of watching) client.close();
    await system.stop();
  });

  const policy = async (body: object) => {
    const made = await admin.post('/api/v1/admin/sla-policies', { name: NAME, calendar: 'always', ...body });
    expect([made.status, made.body.errors]).toEqual([201, undefined]);
  };
  const open = async (kind: string, more: object = {}) =>
    (
      await agent.post('/api/v1/tickets', {
        subject: 'م',
        description: 'و',
        kind,
        requester: { email: 'r@example.com' },
        ...more,
      })
    ).body as Record<string, string>;
  const read = async (number: string) =>
    (await agent.get(`/api/v1/tickets/${number}`)).body as Record<string, string>;
  const promises = async (number: string) => {
    const { body } = await agent.get(`/api/v1/promises?numbers=${number}`);
    return (body.data as unknown as { promises: Promise_[] }[])[0]!.promises;
  };
  const promise = async (number: string, clock: ClockKind) =>
    (await promises(number)).find((one) => one.clock === clock)!;
  /** Moves the ticket's opening time into the past. */
  const age = async (number: string, minutes: number) => {
    await system.database.query(
      `WITH t AS (UPDATE ticket SET created_at = created_at - $2 * interval '1 minute' WHERE number = $1 RETURNING id),
            p AS (UPDATE clock_pause SET from_at = from_at - $2 * interval '1 minute',
                         to_at = to_at - $2 * interval '1 minute' WHERE ticket_id = (SELECT id FROM t))
       UPDATE clock SET started_at = started_at - $2 * interval '1 minute', due_at = due_at - $2 * interval '1 minute',
              at_risk_at = at_risk_at - $2 * interval '1 minute', next_at = next_at - $2 * interval '1 minute',
              ended_at = ended_at - $2 * interval '1 minute'
        WHERE ticket_id = (SELECT id FROM t)`,
      [number.replaceAll('-', ''), minutes],
    );
  };
  const minutesUntil = (due: string, from: string) =>
    Math.round((Date.parse(due) - Date.parse(from)) / MINUTE);

  describe('targets of a ticket', () => {
    it('should show first response and resolution on the ticket, and every clock beside it', async () => {
      const ticket = await open('request');
      expect(minutesUntil(ticket.firstResponseDueAt!, ticket.createdAt!)).toBe(60);
      expect(minutesUntil(ticket.resolutionDueAt!, ticket.createdAt!)).toBe(600);
      expect((await promises(ticket.number!)).map(({ clock, state }) => `${clock} ${state}`)).toEqual([
        'first_response running',
        'update running',
        'resolution running',
      ]);
      const report = await open('report');
      expect(report).toMatchObject({ firstResponseDueAt: null, resolutionDueAt: expect.any(String) });
    });

    it('should follow priority changes exactly, already in the answer', async () => {
      const ticket = await open('request');
      await age(ticket.number!, 30);
      const path = `/api/v1/tickets/${ticket.number}`;
      const opened = new Date(Date.parse(ticket.createdAt!) - 30 * MINUTE).toISOString();
      const urgent = await agent.patch(path, { priority: 'urgent' }, etag(1));
      expect(minutesUntil(urgent.body.resolutionDueAt as string, opened)).toBe(300);
      const normal = await agent.patch(path, { priority: 'normal' }, etag(2));
      expect(minutesUntil(normal.body.resolutionDueAt as string, opened)).toBe(600);
      const other = await agent.patch(path, { kind: 'report' }, etag(3));
      expect(minutesUntil(other.body.resolutionDueAt as string, opened)).toBe(100);
      expect(other.body.firstResponseDueAt).toBeNull();
    });

    it('should pause while pending on the requester, and resume afterwards', async () => {
      const ticket = await open('request');
      const path = `/api/v1/tickets/${ticket.number}`;
      await agent.patch(path, { status: 'pending', pendingOn: 'requester' }, etag(1));
      expect(await promise(ticket.number!, 'resolution')).toMatchObject({
        state: 'paused',
        pausedFor: 'requester',
      });
      expect(await promise(ticket.number!, 'update')).toMatchObject({ state: 'running' });
      await age(ticket.number!, 500);
      await agent.patch(path, { status: 'open' }, etag(2));
      const { startedAt, dueAt, state } = await promise(ticket.number!, 'resolution');
      expect([state, minutesUntil(dueAt, startedAt)]).toEqual(['running', 1_100]);
    });

    it('should be met by the first reply, restart with the next question, and end with the ticket', async () => {
      const ticket = await open('request');
      const path = `/api/v1/tickets/${ticket.number}`;
      await agent.post(`${path}/messages`, { kind: 'internal_note', body: 'n' });
      expect(await promise(ticket.number!, 'first_response')).toMatchObject({ state: 'running' });
      await agent.post(`${path}/messages`, { kind: 'public_reply', body: 'r' });
      expect(await promise(ticket.number!, 'first_response')).toMatchObject({ state: 'met' });
      await agent.post(`${path}/resolve`, { note: 'done', resolution: 'fixed' });
      expect((await promises(ticket.number!)).map(({ state }) => state)).toEqual(['met', 'met', 'met']);
      await age(ticket.number!, 700);
      await agent.post(`${path}/reopen`);
      const resolution = await promise(ticket.number!, 'resolution');
      expect(resolution).toMatchObject({ state: 'running', pausedFor: null });
      expect(minutesUntil(resolution.dueAt, resolution.startedAt)).toBe(1_300);
      const { body } = await admin.get(
        `/api/v1/reports/promises?from=${new Date(Date.now() - 86_400_000).toISOString()}&to=${new Date(Date.now() + 60_000).toISOString()}`,
      );
      expect(body.data).toContainEqual(
        expect.objectContaining({
          policy: 'of-request',
          clock: 'first_response',
          met: 1,
          broken: 0,
          percent: 100,
        }),
      );
    });

    it('should count as answered when opened during a call', async () => {
      const ticket = await open('request', { takeIt: true });
      expect(await promise(ticket.number!, 'first_response')).toMatchObject({ state: 'met' });
    });
  });

  describe('recalculation and timers in workers', () => {
    const timers = (context: INestApplicationContext) => context.get(ClockTimers);

    it('should fire once when several workers check the same clocks', async () => {
      const numbers = [];
      for (let n = 0; n < 12; n++) numbers.push((await open('report')).number!);
      for (const number of numbers) await age(number, 300);
      const api = system.api as unknown as INestApplicationContext;
      const struck = await Promise.all(Array.from({ length: 4 }, () => timers(api).fireDueTimers()));
      expect(struck.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(12);
      const rows = await system.database.query<{ n: string }>(
        `SELECT count(*) AS n FROM history h JOIN ticket t ON t.id = h.ticket_id
          WHERE h.type = 'promise_broken' AND t.number = ANY($1) GROUP BY t.id`,
        [numbers.map((number) => number.replaceAll('-', ''))],
      );
      expect(rows.map((row) => row.n)).toEqual(Array<string>(12).fill('1'));
    });

    it('should resume recalculation after a crash, without loss or repetition', async () => {
      const api = system.api as unknown as INestApplicationContext;
      const recompute = api.get(Recompute);
      await recompute.run();
      for (let n = 0; n < 230; n += 10)
        await Promise.all(Array.from({ length: 10 }, () => open('report', { queue: 'billing' })));
      await admin.post('/api/v1/admin/calendars', {
        key: 'allday',
        name: NAME,
        hours: { sun: [['00:00', '24:00']] },
      });
      const { body } = await admin.get('/api/v1/admin/sla-policies/of-report');
      await admin.patch(
        '/api/v1/admin/sla-policies/of-report',
        { calendar: 'allday', targets: { resolution: { minutes: 30 } } },
        etag(body.version),
      );
      await system.database.query(`DELETE FROM outbox WHERE type = 'sla.moved'`);
      // The third read of the rules fails, like a process crash in the third batch.
      const rules = api.get(SlaRules);
      const atLeast = rules.atLeast.bind(rules);
      let looks = 0;
      rules.atLeast = (revision) => {
        if (++looks === 3) throw new Error('died here');
        return atLeast(revision);
      };
      await expect(recompute.run()).rejects.toThrow('died here');
      rules.atLeast = atLeast;
      await recompute.run();
      const working = rules.current.workingTime('allday');
      const rows = await api
        .get(Database)
        .query<{ created_at: Date; resolution_due_at: Date }>(
          `SELECT created_at, resolution_due_at FROM ticket WHERE kind = 'report' AND status IN ('new','open','pending')`,
        );
      expect(rows.length).toBeGreaterThan(230);
      for (const row of rows)
        expect(row.resolution_due_at.getTime()).toBe(working.after(row.created_at.getTime(), 30 * MINUTE));
      const twice = await api
        .get(Database)
        .query(`SELECT data->>'number' FROM outbox WHERE type = 'sla.moved' GROUP BY 1 HAVING count(*) > 1`);
      expect(twice).toEqual([]);
    });

    it('should start clocks for tickets opened before SLA existed', async () => {
      const api = system.api as unknown as INestApplicationContext;
      const { number } = await open('report');
      const key = number!.replaceAll('-', '');
      await system.database.query(
        `DELETE FROM clock WHERE ticket_id = (SELECT id FROM ticket WHERE number = $1)`,
        [key],
      );
      const { body } = await admin.get('/api/v1/admin/sla-policies/standard');
      await admin.patch('/api/v1/admin/sla-policies/standard', { reopenPercent: 30 }, etag(body.version));
      await system.database.query(
        `UPDATE sla_change SET at = at - interval '1 minute' WHERE done_at IS NULL`,
      );
      await api.get(Recompute).run();
      expect(await promises(number!)).toMatchObject([{ clock: 'resolution' }]);
    });
  });

  describe('at risk and breached', () => {
    beforeAll(async () => {
      await system.startWorker();
      // Alerts of earlier tests are delivered first.
      const left = () => system.database.query('SELECT 1 FROM outbox WHERE set_aside_at IS NULL LIMIT 1');
      await waitFor(async () => (await left()).length === 0, { within: 50_000, what: 'an empty outbox' });
    });
    const becomes = (number: string, clock: ClockKind, state: string) =>
      waitFor(async () => (await promise(number, clock)).state === state && (await passed(number)) > 0, {
        ...within,
        what: `${clock} to be ${state} and told`,
      });
    const passed = async (number: string) =>
      (
        await system.database.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM history h JOIN ticket t ON t.id = h.ticket_id
            WHERE t.number = $1 AND h.type LIKE 'promise%'`,
          [number.replaceAll('-', '')],
        )
      )[0]!.n;

    it('should notify the ticket, its owner, the queue and the board on time', async () => {
      const [owner, board] = [await atDesk('omar'), await atDesk('sana')];
      const ticket = await open('request', { queue: 'billing' });
      const supervisor = await system.signInAs('sana');
      await supervisor.post(`/api/v1/tickets/${ticket.number}/assign`, { assignee: system.people.omar!.id });
      await owner.subscribe('me');
      for (const room of [`ticket:${ticket.number}`, 'queue:billing', 'board']) await board.subscribe(room);
      await age(ticket.number!, 48);
      await becomes(ticket.number!, 'first_response', 'at_risk');
      const risk = await owner.waitForEvent('sla.at_risk', (event) => event.data.number === ticket.number);
      expect(risk.data).toMatchObject({ clock: 'first_response' });
      await age(ticket.number!, 12);
      await becomes(ticket.number!, 'first_response', 'broken');
      await owner.waitForEvent('sla.breached', (event) => event.data.number === ticket.number);
      // of this ticket only: targets of earlier tests may be breached meanwhile, too
      const rooms = () =>
        board.events.flatMap((event) =>
          event.type === 'sla.breached' && event.data.number === ticket.number ? [event.room] : [],
        );
      await waitFor(() => rooms().length >= 3, { what: 'three rooms to be told' });
      expect(rooms().sort()).toEqual(['board', 'queue:billing', `ticket:${ticket.number}`]);
      expect(await promise(ticket.number!, 'first_response')).toMatchObject({ state: 'broken' });
      const history = (await agent.get(`/api/v1/tickets/${ticket.number}/history`)).body.data as unknown as {
        type: string;
      }[];
      expect(history.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['promise_at_risk', 'promise_broken']),
      );
    });

    it('should execute each escalation step once: notify supervisors, raise priority, move, assign to duty officer', async () => {
      const step = (key: string, percent: number, rest: object) => ({
        key,
        clock: 'resolution',
        percent,
        ...rest,
      });
      const { body } = await admin.get('/api/v1/admin/sla-policies/of-suggestion');
      await admin.patch(
        '/api/v1/admin/sla-policies/of-suggestion',
        {
          steps: [
            step('tell', 90, { do: 'notify' }),
            step('raise', 100, { do: 'raise_priority', priority: 'high' }),
            step('move', 100, { do: 'move', queue: 'billing' }),
            step('give', 150, { do: 'assign_duty' }),
          ],
        },
        etag(body.version),
      );
      await admin.post('/api/v1/admin/duty-officers', {
        staff: system.people.omar!.id,
        from: '2026-01-01T00:00:00Z',
      });
      const [sana, far, omar] = [await atDesk('sana'), await atDesk('far'), await atDesk('omar')];
      for (const one of [sana, far, omar]) await one.subscribe('me');
      const { number } = await open('suggestion', { queue: 'general' });
      await age(number!, 91);
      await becomes(number!, 'resolution', 'at_risk');
      const told = await sana.waitForEvent(
        'notice',
        ({ data }) => data.kind === 'sla.escalated' && data.number === number,
      );
      expect(told.data).toMatchObject({ step: 'tell', do: 'notify', clock: 'resolution' });
      await age(number!, 10);
      await waitFor(async () => (await read(number!)).priority === 'high', {
        ...within,
        what: 'the raised priority',
      });
      expect(await read(number!)).toMatchObject({ queue: 'billing', priority: 'high' });
      await age(number!, 60);
      await waitFor(
        async () => ((await read(number!)).assignee as unknown as { name: string } | null)?.name === 'omar',
        { ...within, what: 'the officer on duty to own it' },
      );
      await omar.waitForEvent(
        'notice',
        ({ data }) => data.kind === 'sla.escalated' && data.number === number,
      );
      expect(far.events.filter((event) => event.type === 'notice')).toEqual([]);
      const steps = await system.database.query<{ step: string; outcome: string }>(
        `SELECT s.step, s.outcome FROM clock_step s JOIN ticket t ON t.id = s.ticket_id WHERE t.number = $1 ORDER BY at, step`,
        [number!.replaceAll('-', '')],
      );
      expect(steps.map((row) => `${row.step} ${row.outcome}`).sort()).toEqual([
        'give done',
        'move done',
        'raise done',
        'tell done',
      ]);
    });

    it('should be recalculated for all open tickets when the policy changes, with live updates', async () => {
      const { number, createdAt } = await open('report');
      const viewer = await atDesk('sana');
      await viewer.subscribe(`ticket:${number}`);
      const { body } = await admin.get('/api/v1/admin/sla-policies/of-report');
      await admin.patch(
        '/api/v1/admin/sla-policies/of-report',
        { calendar: 'always', targets: { resolution: { minutes: 250 } } },
        etag(body.version),
      );
      await waitFor(async () => minutesUntil((await read(number!)).resolutionDueAt!, createdAt!) === 250, {
        ...within,
        what: 'the ticket to be due later',
      });
      const heard = await viewer.waitForEvent('ticket.changed', ({ data }) => data.number === number);
      expect(heard.data).toMatchObject({ changed: ['firstResponseDueAt', 'resolutionDueAt'], version: 1 });
    });
  });
});
