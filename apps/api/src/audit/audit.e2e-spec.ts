import { runAsOwner, waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { PASSWORD } from '../../../../test/support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

interface Entry {
  id: string;
  at: string;
  actor: { id: string; name: string } | null;
  action: string;
  target: { kind: string; id: string | null; name: string | null };
  detail: Record<string, unknown>;
}

describe('the audit trail', () => {
  let system: TestSystem;
  let root: Client;
  let sana: Client;
  let mona: Client;

  beforeAll(async () => {
    system = await startSystem(
      { mona: {}, ali: {}, sana: { role: 'supervisor' }, root: { role: 'administrator' } },
      { worker: true },
    );
    [root, sana, mona] = [
      await system.signInAs('root'),
      await system.signInAs('sana'),
      await system.signInAs('mona'),
    ];
  });
  afterAll(() => system.stop());

  const read = async (query = ''): Promise<Entry[]> => {
    await system.waitUntilIdle();
    return (await root.get(`/api/v1/admin/audit${query}`)).body.data as Entry[];
  };
  const verdict = async () => {
    await system.waitUntilIdle();
    return (await root.get('/api/v1/admin/audit/verify')).body;
  };
  const id = (name: string) => system.people[name]!.id;

  it('should record sign-ins, failed sign-ins and sign-outs', async () => {
    await system.anonymous.post('/api/v1/session', { email: 'ali@test.example', password: 'wrong' });
    await system.anonymous.post('/api/v1/session', { email: 'nobody@test.example', password: PASSWORD });
    const ali = await system.signInAs('ali');
    await ali.delete('/api/v1/session');
    const entries = await read(`?targetKind=user&page[size]=4`);
    expect(entries.map(({ actor, action, target }) => [actor?.name, action, target.name])).toEqual([
      ['ali', 'session.ended', 'ali'],
      ['ali', 'session.started', 'ali'],
      [undefined, 'session.failed', null],
      [undefined, 'session.failed', 'ali'],
    ]);
    expect(JSON.stringify(await read())).not.toContain('@test.example');
  });

  it('should record what a supervisor did to an agent, but not agents’ own work', async () => {
    const opened = await mona.post('/api/v1/tickets', {
      subject: 's',
      description: 'd',
      language: 'ar',
      queue: 'general',
      requester: { name: 'x' },
    });
    const { number } = opened.body as { number: string };
    const path = `/api/v1/tickets/${number}/assign`;
    await mona.post(path, { assignee: id('mona') });
    await mona.post(path, { assignee: null });
    await sana.post(path, { assignee: id('mona') });
    await sana.post(path, { assignee: id('ali') });
    await system.signInAs('ali');
    await sana.put(`/api/v1/staff/${id('ali')}/presence`, { state: 'offline', reason: 'fire drill' });
    const entries = await read(`?actor=${id('sana')}&page[size]=3`);
    expect(entries.map(({ action, target, detail }) => [action, target.id, detail])).toEqual([
      ['presence.forced', id('ali'), { from: 'not_ready', to: 'offline', reason: 'fire drill' }],
      ['ticket.taken_away', number, { from: id('mona'), to: id('ali') }],
      ['ticket.assigned', number, { from: null, to: id('mona') }],
    ]);
    expect(await read(`?target=${number}&actor=${id('mona')}`)).toEqual([]);
  });

  it('should record token changes, reading of others’ calls, and retries', async () => {
    const made = await root.post('/api/v1/tokens', { name: 'board', permissions: ['board.read'] });
    await root.delete(`/api/v1/tokens/${String(made.body.id)}`);
    await sana.get('/api/v1/cti/log?missed=true');
    await mona.get('/api/v1/cti/log');
    const [event] = await system.database.query<{ id: string }>(
      `INSERT INTO outbox (type, data, at, set_aside_at)
       VALUES ('mail.failed', '{"number": null, "ticketId": null, "outgoingMailId": "x"}', now(), now()) RETURNING id`,
    );
    expect((await root.post(`/api/v1/admin/events/${event!.id}/retry`)).status).toBe(204);
    expect((await read('?action=token.created'))[0]).toMatchObject({
      actor: { name: 'root' },
      target: { kind: 'token', id: made.body.id },
      detail: { permissions: ['board.read'] },
    });
    expect(await read(`?target=${String(made.body.id)}`)).toHaveLength(2);
    expect((await read('?action=call_log.read')).map((entry) => entry.actor!.name)).toEqual(['sana']);
    expect((await read('?action=event.retried'))[0]!.detail).toEqual({ type: 'mail.failed' });
  });

  it('should give pages without gaps, and filter by time', async () => {
    const all = await read('?page[size]=100');
    const seen: Entry[] = [];
    let after = '';
    do {
      const { body } = await root.get(`/api/v1/admin/audit?page[size]=3${after && `&page[after]=${after}`}`);
      seen.push(...(body.data as Entry[]));
      after = (body.meta as { after: string }).after;
    } while (after);
    expect(seen).toEqual(all);
    expect(await read(`?to=${all.at(-1)!.at}`)).toEqual([]);
    expect(await read(`?from=${all[0]!.at}`)).toEqual(all.filter(({ at }) => at === all[0]!.at));
    const wrong = await root.get('/api/v1/admin/audit?actor=me&action=x&from=soon&who=1&page[size]=0');
    expect(wrong.status).toBe(400);
    const { errors } = (await root.get('/api/v1/admin/audit?actor=me&action=x&from=soon&who=1')).body;
    expect((errors as { path: string }[]).map(({ path }) => path)).toEqual([
      'who',
      'actor',
      'action',
      'from',
    ]);
  });

  it('should be refused to all but administrators', async () => {
    for (const path of ['/api/v1/admin/audit', '/api/v1/admin/audit/verify']) {
      expect((await sana.get(path)).status).toBe(403);
      expect((await system.anonymous.get(path)).status).toBe(401);
    }
  });

  it('should record an event once, however often dispatching is retried', async () => {
    const before = (await read('?page[size]=100')).length;
    // An event that cannot be projected fails the whole batch, so the others are retried one by one.
    await system.database.query(
      `INSERT INTO outbox (type, data, at) VALUES ('presence.changed', '{"agentId": "not an id", "queues": []}', now())`,
    );
    await mona.post('/api/v1/session', { email: 'mona@test.example', password: 'wrong' });
    await waitFor(
      async () =>
        (await system.database.query('SELECT 1 FROM outbox WHERE set_aside_at IS NULL')).length === 0,
      { within: 20_000, what: 'the outbox to be empty of what waits' },
    );
    await system.database.query('DELETE FROM outbox');
    expect((await read('?page[size]=100')).length).toBe(before + 1);
  });

  it('should refuse every change', async () => {
    expect(await verdict()).toMatchObject({ intact: true, broken: null });
    for (const statement of [
      `UPDATE audit_entry SET actor_id = NULL`,
      `DELETE FROM audit_entry WHERE seq = 1`,
      `TRUNCATE audit_entry`,
    ]) {
      await expect(system.database.query(statement)).rejects.toThrow('permission denied');
      await expect(runAsOwner(system.settings.DATABASE_URL, statement)).rejects.toThrow(
        'the audit trail cannot be changed',
      );
    }
  });

  it.each([
    [
      'changed',
      `UPDATE audit_entry SET action = 'session.ended' WHERE seq = 2`,
      { id: '2', fault: 'changed' },
    ],
    ['taken out', `DELETE FROM audit_entry WHERE seq = 3`, { id: '3', fault: 'missing' }],
    [
      'cut off at the end',
      `DELETE FROM audit_entry WHERE seq = (SELECT max(seq) FROM audit_entry)`,
      { id: expect.any(String), fault: 'cut_off' },
    ],
    [
      'cut off, and its end moved to where it was cut',
      `WITH cut AS (DELETE FROM audit_entry WHERE seq > 4)
       UPDATE audit_head SET seq = 4, link = (SELECT link FROM audit_entry WHERE seq = 4)`,
      { id: '5', fault: 'cut_off' },
    ],
  ])('should show that something was %s around the trigger', async (_, statement, broken) => {
    await system.waitUntilIdle();
    const { DATABASE_URL } = system.settings;
    await runAsOwner(
      DATABASE_URL,
      'CREATE TABLE kept AS SELECT * FROM audit_entry',
      'CREATE TABLE kept_head AS SELECT * FROM audit_head',
    );
    const around = (...statements: string[]) =>
      runAsOwner(
        DATABASE_URL,
        'ALTER TABLE audit_entry DISABLE TRIGGER USER',
        ...statements,
        'ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_is_final',
      );
    await around(statement);
    expect(await verdict()).toMatchObject({ intact: false, broken });
    await around(
      'DELETE FROM audit_entry',
      'INSERT INTO audit_entry SELECT * FROM kept',
      'DELETE FROM audit_head',
      'INSERT INTO audit_head SELECT * FROM kept_head',
      'DROP TABLE kept',
      'DROP TABLE kept_head',
    );
    expect(await verdict()).toMatchObject({ intact: true });
  });
});
