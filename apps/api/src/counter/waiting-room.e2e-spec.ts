import { Router } from '#wasl/routing';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { type Counter, startCounter, visitFrom } from '../../../../test/support/counter-app.js';

describe('the waiting room of a service centre', () => {
  let counter: Counter;
  let mona: Client;
  let ali: Client;
  let telephone: Client;
  beforeAll(async () => {
    counter = await startCounter();
    ({ mona, ali } = counter);
    telephone = await counter.system.signInAs('telephone');
    await telephone.put('/api/v1/me/presence', { state: 'available' });
  });
  afterEach(() => counter.tidy());
  afterAll(() => counter.system.stop());

  const act = (clerk: Client, id: string, what: string) =>
    clerk.post(`/api/v1/counter/visits/${id}/${what}`, {});
  const next = (clerk: Client) => clerk.post('/api/v1/counter/visits/next');
  const codes = (answers: { status: number; body: Record<string, unknown> }[]) =>
    answers.map(({ status, body }) => (status < 300 ? status : body.code)).sort();
  const offersOf = async (agent: Client) =>
    ((await agent.get('/api/v1/me/offers')).body.data as { ticket: { number: string } }[]).map(
      ({ ticket }) => ticket.number,
    );

  it('should give unique numbers to simultaneous visitors, per centre', async () => {
    await Promise.all(Array.from({ length: 12 }, () => counter.draw()));
    await Promise.all([counter.draw({}, 'north'), counter.draw({}, 'north')]);
    const rows = await counter.system.database.query<{ key: string; number: string }>(
      'SELECT c.key, v.call_number AS number FROM counter_visit v JOIN centre c ON c.id = v.centre_id',
    );
    const of = (key: string) =>
      rows
        .filter((row) => row.key === key)
        .map(({ number }) => number)
        .sort();
    expect(of('main')).toEqual(Array.from({ length: 12 }, (_, i) => `B-${String(i + 1).padStart(3, '0')}`));
    expect(of('north')).toEqual(['N-001', 'N-002']);
  });

  it('should restart numbering each day', async () => {
    await counter.draw({}, 'north');
    await counter.system.database.query(`UPDATE call_up SET day = day - 1, last = 77`);
    await counter.tidy();
    await counter.system.database.query(`UPDATE counter_visit SET day = day - 1`);
    const number = await counter.draw({}, 'north');
    const { data } = (await mona.get(`/api/v1/tickets?q=${number}`)).body as { data: object[] };
    expect(data).toMatchObject([{ channel: 'counter', status: 'new' }]);
    const [row] = await counter.system.database.query<{ call: string }>(
      `SELECT call_number AS call FROM counter_visit v JOIN ticket t ON t.id = v.ticket_id WHERE t.number = $1`,
      [number.replaceAll('-', '')],
    );
    expect(row!.call).toBe('N-001');
  });

  it('should be visible to its own desks only, in order of arrival', async () => {
    const numbers = [await counter.draw(), await counter.draw()];
    await counter.draw({}, 'north');
    const { sitting, waiting } = await counter.roomOf(mona);
    expect(sitting).toMatchObject({ desk: '1', centre: { key: 'main' } });
    expect(waiting.map(({ ticket, state }) => [ticket!.number, state])).toEqual(
      numbers.map((number) => [number, 'waiting']),
    );
  });

  it('should call visitors in order, and never call one twice', async () => {
    const numbers = [await counter.draw(), await counter.draw()];
    const called = await Promise.all([next(mona), next(ali)]);
    expect(called.map((answer) => visitFrom(answer).ticket!.number).sort()).toEqual([...numbers].sort());
    expect((await next(mona)).body.code).toBe('visit.unfinished');
  });

  it('should report when nobody waits, and when the clerk has no desk', async () => {
    expect((await next(mona)).body.code).toBe('visit.nobody_waits');
    expect((await next(telephone)).body.code).toBe('desk.required');
  });

  it('should let one of two clerks take a visitor, under the same number', async () => {
    const number = await counter.draw();
    const { id } = await counter.visitFor(mona, number);
    const taken = await Promise.all([act(mona, id, 'take'), act(ali, id, 'take')]);
    expect(codes(taken)).toEqual([200, 'visit.taken']);
    const winner = taken[0]!.status === 200 ? 'mona' : 'ali';
    expect((await mona.get(`/api/v1/tickets/${number}`)).body).toMatchObject({
      number,
      status: 'open',
      assignee: { id: counter.system.people[winner]!.id },
    });
    expect(await counter.workOf(number)).toMatchObject({ state: 'assigned', held: false, routed: false });
    expect(await counter.interactionsOf(number)).toMatchObject([
      {
        channel: 'counter',
        agent_id: counter.system.people[winner]!.id,
        answered_at: expect.any(Date),
        ended_at: null,
      },
    ]);
  });

  it('should reserve a called visitor for the desk, and release them when the clerk leaves', async () => {
    const number = await counter.draw();
    const { id } = visitFrom(await next(mona));
    expect((await act(ali, id, 'take')).body.code).toBe('visit.taken');
    expect((await act(ali, id, 'call')).body.code).toBe('visit.taken');
    expect((await mona.delete('/api/v1/me/desk')).status).toBe(204);
    expect(await counter.visitFor(ali, number)).toMatchObject({ state: 'waiting', staff: null });
    await mona.put('/api/v1/me/desk', { centre: 'main', desk: '1' });
    expect((await act(ali, id, 'call')).body).toMatchObject({ state: 'called', desk: '2' });
  });

  it('should be hidden from desks of other centres', async () => {
    const number = await counter.draw();
    const { id } = await counter.visitFor(mona, number);
    await ali.put('/api/v1/me/desk', { centre: 'north', desk: '1' });
    const answers = await Promise.all(['call', 'take', 'no-show'].map((what) => act(ali, id, what)));
    await ali.put('/api/v1/me/desk', { centre: 'main', desk: '2' });
    expect(codes(answers)).toEqual(['visit.not_found', 'visit.not_found', 'visit.not_found']);
  });

  it('should not be routed to free agents, nor be taken from the ticket list', async () => {
    const number = await counter.draw();
    await counter.system.waitUntilIdle();
    const router = counter.system.api.get(Router);
    await router.round('main');
    expect(await offersOf(telephone)).not.toContain(number);
    expect(await counter.workOf(number)).toEqual({
      state: 'waiting',
      held: true,
      routed: false,
      agentId: null,
    });
    const assignee = counter.system.people.telephone!.id;
    const taken = await telephone.post(`/api/v1/tickets/${number}/assign`, { assignee });
    expect([taken.status, taken.body.code]).toEqual([409, 'visit.awaited']);
  });

  it('should release the ticket to its queue after a no-show', async () => {
    const number = await counter.draw();
    const { id } = visitFrom(await next(mona));
    expect((await act(mona, id, 'no-show')).status).toBe(204);
    expect(await counter.stateOf(number)).toBe('no_show');
    expect(await counter.interactionsOf(number)).toMatchObject([
      { answered_at: null, ended_at: expect.any(Date) },
    ]);
    const { body } = await mona.get(`/api/v1/tickets/${number}/messages`);
    expect(body.data).toMatchObject([{ kind: 'internal_note', author: { kind: 'system' } }]);
    await telephone.put('/api/v1/me/presence', { state: 'available' });
    await waitFor(
      async () => {
        const { data } = (await telephone.get('/api/v1/me/offers')).body as {
          data: { id: string; ticket: { number: string } }[];
        };
        for (const offer of data.filter(({ ticket }) => ticket.number !== number))
          await telephone.post(`/api/v1/offers/${offer.id}/decline`, { reason: 'busy' });
        return data.some(({ ticket }) => ticket.number === number);
      },
      { within: 30_000, what: 'the matter to be offered' },
    );
    expect(await counter.workOf(number)).toMatchObject({ held: false, routed: true });
    expect((await act(mona, id, 'take')).body.code).toBe('visit.over');
  });

  it('should end the visit when the ticket is resolved elsewhere', async () => {
    const number = await counter.draw();
    await counter.root.post(`/api/v1/tickets/${number}/close`);
    expect(await counter.stateOf(number)).toBe('settled');
    expect((await counter.roomOf(mona)).waiting).toEqual([]);
  });

  describe('at the end of the day', () => {
    it('should release unserved visitors’ tickets to their queues', async () => {
      const number = await counter.draw();
      await counter.system.database.query(`UPDATE counter_visit SET day = day - 7 WHERE state = 'waiting'`);
      await counter.sweep();
      expect(await counter.stateOf(number)).toBe('released');
      expect((await counter.workOf(number))!.held).toBe(false);
    });

    it('should close by the centre’s calendar, releasing waiting tickets to their queues', async () => {
      // Open on one weekday only, three days from now.
      const day = new Date(Date.now() + 3 * 86_400_000).toLocaleDateString('en', { weekday: 'short' });
      const made = await counter.root.post('/api/v1/admin/calendars', {
        key: 'seldom',
        name: { ar: 'نادرًا', en: 'Seldom' },
        hours: { [day.toLowerCase()]: [['08:00', '12:00']] },
        publicHolidays: false,
      });
      expect(made.status).toBe(201);
      const number = await counter.draw({}, 'north');
      await counter.sweep();
      expect(await counter.stateOf(number)).toBe('waiting');
      const path = '/api/v1/admin/centres/north';
      const closed = await counter.root.patch(path, { calendar: 'seldom' }, { 'if-match': '"1"' });
      expect(closed.body).toMatchObject({ calendar: 'seldom', version: 2 });
      await counter.sweep();
      expect(await counter.stateOf(number)).toBe('released');
      const late = await counter.draw({}, 'north');
      expect(await counter.workOf(late)).toMatchObject({ held: false });
      expect((await counter.interactionsOf(late)).length).toBe(1);
      const opened = await counter.root.patch(path, { calendar: '' }, { 'if-match': '"2"' });
      expect(opened.body).toMatchObject({ calendar: null, version: 3 });
    });

    it('should end forgotten visits, and free all desks overnight', async () => {
      const { id } = visitFrom(await mona.post('/api/v1/counter/visits'));
      await counter.system.database.query(`UPDATE counter_visit SET day = day - 1 WHERE id = $1`, [id]);
      await counter.system.database.query(`UPDATE desk_sitting SET since = since - interval '1 day'`);
      await counter.sweep();
      expect(await counter.roomOf(mona)).toMatchObject({ sitting: null, visit: null });
      await mona.put('/api/v1/me/desk', { centre: 'main', desk: '1' });
      await ali.put('/api/v1/me/desk', { centre: 'main', desk: '2' });
    });
  });

  describe('desks of a service centre', () => {
    it('should hold one clerk each, and name the current one before another replaces them', async () => {
      const sit = (clerk: Client, more = {}) =>
        clerk.put('/api/v1/me/desk', { centre: 'main', desk: '1', ...more });
      const refused = await sit(ali);
      expect([refused.status, refused.body.code]).toEqual([409, 'desk.taken']);
      expect(refused.body.detail).toContain('mona');
      expect((await sit(ali, { takeOver: true })).body).toMatchObject({ sitting: { desk: '1' } });
      expect((await counter.roomOf(mona)).sitting).toBeNull();
      const { data } = (await mona.get('/api/v1/counter/centres')).body as {
        data: { key: string; desks: { label: string; takenBy: { name: string } | null }[] }[];
      };
      expect(data.find(({ key }) => key === 'main')!.desks).toMatchObject([
        { label: '1', takenBy: { name: 'ali' } },
        { label: '2', takenBy: null },
      ]);
      await ali.put('/api/v1/me/desk', { centre: 'main', desk: '2' });
      await mona.put('/api/v1/me/desk', { centre: 'main', desk: '1' });
    });

    it('should be taken by one of two clerks at the same time', async () => {
      await mona.delete('/api/v1/me/desk');
      await ali.delete('/api/v1/me/desk');
      const both = await Promise.all(
        [mona, ali].map((clerk) => clerk.put('/api/v1/me/desk', { centre: 'main', desk: '1' })),
      );
      expect(codes(both)).toEqual([200, 'desk.taken']);
      const [first, second] = both[0]!.status === 200 ? ['1', '2'] : ['2', '1'];
      await mona.put('/api/v1/me/desk', { centre: 'main', desk: first, takeOver: true });
      await ali.put('/api/v1/me/desk', { centre: 'main', desk: second, takeOver: true });
    });

    it('should not be left during a visit', async () => {
      await mona.post('/api/v1/counter/visits');
      expect((await mona.delete('/api/v1/me/desk')).body.code).toBe('visit.unfinished');
      const other = await mona.put('/api/v1/me/desk', { centre: 'north', desk: '1' });
      expect(other.body.code).toBe('visit.unfinished');
      const unknown = await ali.put('/api/v1/me/desk', { centre: 'main', desk: '99' });
      expect(unknown.body.code).toBe('desk.not_found');
    });
  });
});
