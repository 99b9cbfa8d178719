import { UnitOfWork } from '#wasl/platform';
import { Reassign, Router, type QueueSettings } from '#wasl/routing';
import { SlaRules } from '#wasl/sla';
import { Messages, parseTicketNumber } from '#wasl/tickets';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

/** Work whose owner is absent, and work that arrives outside the hours of its queue. */
describe('work whose owner is absent', () => {
  let system: TestSystem;
  let mona: Client;
  let ali: Client;
  let admin: Client;

  beforeAll(async () => {
    system = await startSystem({
      mona: { queues: ['general'], skills: { ar: 5 } },
      ali: { queues: ['general'], skills: { ar: 1 } },
      root: { role: 'administrator', queues: [], skills: {} },
    });
    [mona, ali, admin] = [
      await system.signInAs('mona'),
      await system.signInAs('ali'),
      await system.signInAs('root'),
    ];
    await system.database.query(`UPDATE staff SET extension = '201' WHERE name = 'mona'`);
  });
  afterAll(() => system.stop());

  const query = <Row extends object>(text: string, values: unknown[] = []) =>
    system.database.query<Row>(text, values);
  const person = (name: string) => system.people[name]!.id;
  const arrives = async (given: object = {}) =>
    (
      await admin.post('/api/v1/tickets', {
        subject: 'matter',
        description: 'words',
        language: 'ar',
        requester: { name: 'x' },
        ...given,
      })
    ).body.number as string;
  const assign = (number: string, who: string, by = admin) =>
    by.post(`/api/v1/tickets/${number}/assign`, { assignee: person(who) });
  const ticket = async (number: string) => (await admin.get(`/api/v1/tickets/${number}`)).body;
  const workOf = async (number: string) =>
    (
      await query<{
        state: string;
        sticky: string | null;
        stickyFor: string | null;
        declinedBy: string[];
        spoke: Date | null;
      }>(
        `SELECT w.state, w.sticky_agent_id AS sticky, w.sticky_for AS "stickyFor", w.declined_by AS "declinedBy",
                w.requester_spoke_at AS spoke
           FROM work w JOIN ticket t ON t.id = w.ticket_id WHERE t.number = $1 ORDER BY w.id DESC LIMIT 1`,
        [parseTicketNumber(number)],
      )
    )[0]!;
  const requesterWrites = async (number: string) => {
    const [row] = await query<{ id: string }>('SELECT id FROM ticket WHERE number = $1', [
      parseTicketNumber(number),
    ]);
    await system.api
      .get(UnitOfWork)
      .run((tx) => system.api.get(Messages).byRequester(tx, row!.id, { body: 'and now?', channel: 'web' }));
  };
  const route = () => system.api.get(Router).round('main');
  const rule = async (given: Partial<QueueSettings>) => {
    const { version, routing } = (await admin.get('/api/v1/admin/queues/general')).body as {
      version: number;
      routing: QueueSettings;
    };
    const body = { routing: { ...routing, ...given } };
    const answer = await admin.patch('/api/v1/admin/queues/general', body, { 'if-match': `"${version}"` });
    expect(answer.status).toBe(200);
  };
  const goesHome = (name: string) =>
    query(`UPDATE presence SET state = 'offline', reason = NULL, since = now() WHERE staff_id = $1`, [
      person(name),
    ]);
  const comes = (client: Client) => client.put('/api/v1/me/presence', { state: 'available' });
  const leaves = (client: Client) =>
    client.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });

  it('should be assignable by hand when the requester of an absent owner writes', async () => {
    const number = await arrives();
    await assign(number, 'mona');
    const { version } = (await ticket(number)) as { version: number };
    await admin.patch(
      `/api/v1/tickets/${number}`,
      { status: 'pending', pendingOn: 'requester' },
      { 'if-match': `"${version}"` },
    );
    await goesHome('mona');
    await requesterWrites(number);
    expect(await ticket(number)).toMatchObject({ status: 'open', assignee: null });
    expect(await workOf(number)).toMatchObject({
      state: 'waiting',
      sticky: person('mona'),
      stickyFor: 'ticket',
    });
    expect((await assign(number, 'ali', ali)).status).toBe(200);
    expect(await workOf(number)).toMatchObject({ state: 'assigned' });
    await admin.post(`/api/v1/tickets/${number}/close`);
    await mona.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });
  });

  it('should go to the last agent when reopened, with the reason shown', async () => {
    const number = await arrives();
    await assign(number, 'ali');
    await admin.post(`/api/v1/tickets/${number}/resolve`, { note: 'done' });
    await admin.post(`/api/v1/tickets/${number}/reopen`);
    expect(await workOf(number)).toMatchObject({
      state: 'waiting',
      sticky: person('ali'),
      stickyFor: 'reopened',
    });
    // Mona has the better skills.
    await comes(mona);
    await comes(ali);
    expect(await route()).toBe(1);
    const [offer] = (await ali.get('/api/v1/me/offers')).body.data as { id: string; why: object[] }[];
    expect(offer!.why).toContainEqual({ code: 'sticky', params: { knows: 'reopened' } });
    await leaves(ali);
    await leaves(mona);
    await admin.post(`/api/v1/tickets/${number}/close`);
  });

  it('should go to the agent who knows the requester', async () => {
    const requester = { email: 'regular@people.example' };
    const first = await arrives({ requester });
    await assign(first, 'ali');
    await admin.post(`/api/v1/tickets/${first}/close`);
    const second = await arrives({ requester });
    expect(await workOf(second)).toMatchObject({ sticky: person('ali'), stickyFor: 'requester' });
    await admin.post(`/api/v1/tickets/${second}/close`);
  });

  it('should never be offered again to an agent who declined it, even in another queue', async () => {
    const number = await arrives();
    await comes(mona);
    await route();
    const [offer] = (await mona.get('/api/v1/me/offers')).body.data as { id: string }[];
    await mona.post(`/api/v1/offers/${offer!.id}/decline`, { reason: 'busy' });
    await admin.post(`/api/v1/tickets/${number}/transfer`, { queue: 'billing' });
    await admin.post(`/api/v1/tickets/${number}/transfer`, { queue: 'general' });
    expect(await route()).toBe(0);
    await leaves(mona);
    await admin.post(`/api/v1/tickets/${number}/close`);
  });

  it('should be taken from an absent owner, where the queue allows it', async () => {
    const number = await arrives();
    await assign(number, 'mona');
    await goesHome('mona');
    await query(`UPDATE presence SET since = now() - interval '10 minutes' WHERE staff_id = $1`, [
      person('mona'),
    ]);
    const reassign = system.api.get(Reassign);
    expect(await reassign.run()).toBe(0);
    await rule({ reassign: { offlineSeconds: 900, silentSeconds: null } });
    expect(await reassign.run()).toBe(0);
    await rule({ reassign: { offlineSeconds: 300, silentSeconds: null } });
    expect(await reassign.run()).toBe(1);
    expect(await ticket(number)).toMatchObject({ assignee: null });
    expect(await workOf(number)).toMatchObject({ state: 'waiting' });
    const history = (await admin.get(`/api/v1/tickets/${number}/history`)).body.data as object[];
    expect(history).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({ cause: 'owner_gone', from: person('mona') }),
      }),
    );
    expect(await reassign.run()).toBe(0);
    await admin.post(`/api/v1/tickets/${number}/close`);
    await leaves(mona);
  });

  it('should be taken from an owner who does not answer the requester, and not return to them', async () => {
    await rule({ reassign: { offlineSeconds: null, silentSeconds: 600 } });
    const reassign = system.api.get(Reassign);
    const number = await arrives();
    await assign(number, 'ali');
    await requesterWrites(number);
    expect((await workOf(number)).spoke).not.toBeNull();
    await ali.post(`/api/v1/tickets/${number}/messages`, { kind: 'internal_note', body: 'looking into it' });
    expect((await workOf(number)).spoke).toBeNull();
    await requesterWrites(number);
    expect(await reassign.run()).toBe(0);
    await query(
      `UPDATE work SET requester_spoke_at = now() - interval '11 minutes' WHERE requester_spoke_at IS NOT NULL`,
    );
    expect(await reassign.run()).toBe(1);
    expect(await workOf(number)).toMatchObject({
      state: 'waiting',
      declinedBy: [person('ali')],
      spoke: null,
    });
    await admin.post(`/api/v1/tickets/${number}/close`);
  });

  describe('work outside the hours of its queue', () => {
    beforeAll(async () => {
      const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
      const otherDay = days[(new Date().getUTCDay() + 3) % 7]!;
      await query(
        `INSERT INTO calendar (key, name_ar, name_en, hours, ramadan_hours, public_holidays) VALUES ('elsewhen', 'ا', 'E', $1, $1, false)`,
        [JSON.stringify({ [otherDay]: [['08:00', '09:00']] })],
      );
      await system.api.get(SlaRules).read();
      await query(`UPDATE queue SET dial_numbers = '{80008009}' WHERE key = 'general'`);
    });
    const call = (event: string, callId: string) =>
      system.anonymous.post('/api/v1/cti/cti-token-for-tests', {
        event,
        callId,
        from: '+97317111222',
        to: '80008009',
        direction: 'in',
        cause: event === 'hangup' ? 'busy' : undefined,
      });
    const closed = (calls: 'reject' | 'callback') => rule({ hours: { calendar: 'elsewhen', calls } });

    it('should wait when it is written, and be offered when the queue opens', async () => {
      await closed('callback');
      await comes(mona);
      const number = await arrives();
      expect(await route()).toBe(0);
      await rule({ hours: { calendar: null, calls: 'callback' } });
      expect(await route()).toBe(1);
      await leaves(mona);
      await admin.post(`/api/v1/tickets/${number}/close`);
    });

    it('should be rejected when it is a call, and become a callback', async () => {
      await closed('callback');
      await comes(mona);
      expect((await call('newCall', 'c1')).body).toEqual({ action: 'reject', reason: 'busy' });
      expect((await call('newCall', 'c1')).body).toEqual({ action: 'reject', reason: 'busy' });
      await call('hangup', 'c1');
      const [row] = await query<{ ticket: string | null }>(
        `SELECT ticket_id AS ticket FROM interaction WHERE call_id = 'c1'`,
      );
      expect(row!.ticket).not.toBeNull();
    });

    it('should be rejected without callback where the queue disables callbacks', async () => {
      await closed('reject');
      expect((await call('newCall', 'c2')).body).toEqual({ action: 'reject', reason: 'busy' });
      await call('hangup', 'c2');
      const [row] = await query<{ ticket: string | null; done: Date | null }>(
        `SELECT ticket_id AS ticket, done_at AS done FROM interaction WHERE call_id = 'c2'`,
      );
      expect(row).toEqual({ ticket: null, done: expect.any(Date) });
      await rule({ hours: { calendar: null, calls: 'callback' } });
      expect((await call('newCall', 'c3')).body).toEqual({ action: 'dial', number: '201' });
    });
  });
});
