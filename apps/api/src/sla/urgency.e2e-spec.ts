import { Recompute } from '#wasl/sla';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const NAME = { ar: 'اسم', en: 'Name' };
const ALL_DAY = [['00:00', '24:00']];
const EVERY_DAY = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ALL_DAY]),
);
const DAY = 86_400_000;
const etag = (version: unknown) => ({ 'if-match': `"${String(version)}"` });

/** Work is ordered by the time left to its SLA target: when the target moves, so does its place. */
describe('the order of waiting work', () => {
  let system: TestSystem;
  let admin: Client;
  let agent: Client;
  beforeAll(async () => {
    system = await startSystem({ mona: {}, root: { role: 'administrator' } });
    admin = await system.signInAs('root');
    agent = await system.signInAs('mona');
    // Capacity for one written item, so that the offer shows what comes first.
    await system.database.query('UPDATE staff SET capacity_units = 20');
    await admin.post('/api/v1/admin/calendars', {
      key: 'every-day',
      name: NAME,
      hours: EVERY_DAY,
      publicHolidays: false,
    });
    for (const [kind, calendar, minutes] of [
      ['request', 'every-day', 120],
      ['complaint', 'always', 180],
      ['report', 'always', 200],
    ] as const) {
      const made = await admin.post('/api/v1/admin/sla-policies', {
        key: `of-${kind}`,
        name: NAME,
        calendar,
        kind,
        targets: { first_response: { minutes } },
      });
      expect(made.status).toBe(201);
    }
    // The recalculations caused by the setup are finished.
    await system.database.query('UPDATE sla_change SET done_at = now()');
  });
  afterAll(() => system.stop());

  const open = async (kind: string) => {
    const { body } = await admin.post('/api/v1/tickets', {
      subject: kind,
      description: 'و',
      kind,
      requester: { email: `${kind}@example.com` },
    });
    return String(body.number);
  };
  const waiting = async () =>
    (
      await system.database.query<{ kind: string }>(
        `SELECT t.kind FROM work w JOIN ticket t ON t.id = w.ticket_id WHERE w.state = 'waiting' ORDER BY w.urgency_at`,
      )
    ).map(({ kind }) => kind);
  const recomputed = () => system.api.get(Recompute).run();

  it('should follow an announced holiday, so that other work is offered first', async () => {
    const [request, complaint] = [await open('request'), await open('complaint')];
    expect(await waiting()).toEqual(['request', 'complaint']);

    const dayFrom = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
    const announced = await admin.post('/api/v1/admin/calendars/announcements', {
      calendar: 'every-day',
      days: { from: dayFrom(-1), to: dayFrom(3), name: NAME, hours: [] },
    });
    expect(announced.status).toBe(201);
    expect(await recomputed()).toBeGreaterThan(0);
    expect(await waiting()).toEqual(['complaint', 'request']);

    await system.startWorker();
    await agent.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });
    await agent.put('/api/v1/me/presence', { state: 'available' });
    const offer = await waitFor(
      async () =>
        ((await agent.get('/api/v1/me/offers')).body.data as { id: string; ticket: { number: string } }[])[0],
      { within: 20_000, what: 'an offer' },
    );
    expect(offer.ticket.number).toBe(complaint);
    expect(offer.ticket.number).not.toBe(request);
    await agent.post(`/api/v1/offers/${offer.id}/accept`);
    await agent.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });
  });

  it('should follow a changed policy, also for assigned work, without a ticket change', async () => {
    const number = await open('report');
    const read = async () =>
      (
        await system.database.query<{ urgencyAt: Date; dueAt: Date; promisedAt: Date; version: number }>(
          `SELECT w.urgency_at AS "urgencyAt", w.due_at AS "dueAt", t.first_response_due_at AS "promisedAt", t.version
             FROM work w JOIN ticket t ON t.id = w.ticket_id WHERE t.number = $1`,
          [number.replaceAll('-', '')],
        )
      )[0]!;
    await admin.post(`/api/v1/tickets/${number}/assign`, { assignee: system.people.mona!.id });
    const before = await read();
    const { body } = await admin.get('/api/v1/admin/sla-policies/of-report');
    await admin.patch(
      '/api/v1/admin/sla-policies/of-report',
      { targets: { first_response: { minutes: 30 } } },
      etag(body.version),
    );
    const after = await waitFor(
      async () => {
        await recomputed();
        const now = await read();
        return now.promisedAt < before.promisedAt ? now : null;
      },
      { within: 20_000, what: 'the ticket to be due earlier' },
    );
    expect(after.dueAt).toEqual(after.promisedAt);
    expect(before.urgencyAt.getTime() - after.urgencyAt.getTime()).toBe(170 * 60_000);
    expect(after.version).toBe(before.version);
  });

  it('should follow the ticket kind, which selects the policy', async () => {
    const number = await open('complaint');
    const { body } = await admin.get(`/api/v1/tickets/${number}`);
    await admin.patch(`/api/v1/tickets/${number}`, { kind: 'report' }, etag(body.version));
    const [row] = await system.database.query<{ same: boolean }>(
      `SELECT w.due_at = t.first_response_due_at AS same FROM work w JOIN ticket t ON t.id = w.ticket_id
        WHERE t.number = $1`,
      [number.replaceAll('-', '')],
    );
    expect(row).toEqual({ same: true });
  });
});
