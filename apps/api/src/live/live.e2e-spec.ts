import type { LiveEvent } from '#wasl/contracts';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { Client as Visitor } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

describe('live rooms', () => {
  let system: TestSystem;
  let mona: Client;
  let sana: Client;

  beforeAll(async () => {
    system = await startSystem({ mona: {}, sana: { role: 'supervisor' } }, { worker: true });
    [mona, sana] = [await system.signInAs('mona'), await system.signInAs('sana')];
    await mona.connect();
    await sana.connect();
  });
  afterAll(async () => {
    mona.close();
    sana.close();
    await system.stop();
  });

  const arrives = async () =>
    (
      await sana.post('/api/v1/tickets', {
        subject: 's',
        description: 'd',
        language: 'ar',
        queue: 'general',
        requester: { name: 'x' },
      })
    ).body.number as string;

  it('should refuse sockets without a session, with a wrong token, and from a foreign origin', async () => {
    await expect(system.anonymous.connect()).rejects.toThrow('unauthorized');
    await expect(new Visitor(system.url).connect({ auth: { token: 'guess' } })).rejects.toThrow(
      'unauthorized',
    );
    await expect(
      new Visitor(system.url, mona.cookie).connect({ headers: { origin: 'https://evil.example' } }),
    ).rejects.toThrow();
  });

  it('should admit a client by token, within the token’s permissions', async () => {
    const made = await sana.post('/api/v1/tokens', { name: 'board', permissions: ['board.read'] });
    expect(made.status).toBe(403);
    const admin = await startAdministrator();
    const token = (await admin.post('/api/v1/tokens', { name: 'board', permissions: ['board.read'] })).body
      .token as string;
    const program = new Visitor(system.url);
    await program.connect({ auth: { token } });
    expect(await program.subscribe('board')).toMatchObject({
      ok: true,
      snapshot: { queues: expect.any(Array) },
      projected: { at: expect.any(String), behindMs: expect.any(Number) },
    });
    expect(await program.subscribe('queue:general')).toEqual({ ok: false, code: 'permission.denied' });
    program.close();
  });

  it.each([
    ['board', 'permission.denied'],
    ['queue:nowhere', 'queue.not_found'],
    ['ticket:1', 'room.unknown'],
    ['me:someone', 'room.unknown'],
    ['session:1', 'room.unknown'],
  ])('should refuse the room %s to an agent with %s', async (room, code) => {
    expect(await mona.subscribe(room)).toEqual({ ok: false, code });
  });

  it('should number the events of a room without gaps, and replay missed ones', async () => {
    const entered = await sana.subscribe('queue:general');
    if (!entered.ok) throw new Error(entered.code);
    for (let n = 0; n < 5; n++) await arrives();
    const ofRoom = () =>
      sana.events.filter((event) => event.room === 'queue:general' && event.seq > entered.seq);
    await waitFor(() => ofRoom().filter((event) => event.type === 'ticket.created').length === 5, {
      what: 'five arrivals',
    });
    await system.waitUntilIdle();
    const seen = ofRoom();
    expect(seen.map((event) => event.seq)).toEqual(seen.map((_, n) => entered.seq + 1 + n));
    const missed = await mona.subscribe('queue:general', entered.seq);
    expect(missed).toMatchObject({ ok: true, events: expect.any(Array) });
    if (missed.ok && 'events' in missed) {
      expect(missed.events.slice(0, seen.length)).toEqual(seen);
      expect(missed.seq).toBe(entered.seq + missed.events.length);
    }
  });

  it('should send a snapshot when missed events are not stored', async () => {
    await system.waitUntilIdle();
    await system.database.query(`DELETE FROM live_event WHERE room = 'queue:general'`);
    expect(await mona.subscribe('queue:general', 0)).toMatchObject({
      ok: true,
      snapshot: { key: 'general' },
    });
    expect(await mona.subscribe('queue:general', 9_999_999)).toMatchObject({
      ok: true,
      snapshot: { key: 'general' },
    });
    expect(await mona.subscribe('queue:general', -1)).toMatchObject({ ok: false });
  });

  it('should show who views a ticket, who types, and who leaves', async () => {
    const number = await arrives();
    await sana.subscribe(`ticket:${number}`);
    await mona.subscribe(`ticket:${number}`);
    const viewers = (names: string[], typing = false) =>
      sana.waitForEvent('viewer.changed', (event) => {
        const shown = event.data.viewers;
        return (
          event.data.number === number &&
          shown.length === names.length &&
          names.every((name) => shown.some((one) => one.name === name)) &&
          shown.some((one) => one.typing) === typing
        );
      });
    await viewers(['mona', 'sana']);
    mona.emit('typing', { number });
    await viewers(['mona', 'sana'], true);
    sana.events.length = 0;
    mona.emit('unsubscribe', { room: `ticket:${number}` });
    await viewers(['sana']);
  });

  it('should not show background subscribers as viewers, until they open the ticket', async () => {
    const number = await arrives();
    const room = `ticket:${number}`;
    const names = (event: LiveEvent<'viewer.changed'>) => event.data.viewers.map(({ name }) => name);
    await sana.subscribe(room);
    expect(await mona.subscribe(room, undefined, { aside: true })).toMatchObject({
      snapshot: { viewers: [{ name: 'sana' }] },
    });
    await sana.post(`/api/v1/tickets/${number}/messages`, { kind: 'internal_note', body: 'news' });
    await mona.waitForEvent('message.added', (event) => event.data.number === number);
    await mona.subscribe(room);
    await sana.waitForEvent(
      'viewer.changed',
      (event) => event.data.number === number && names(event).includes('mona'),
    );
    sana.events.length = 0;
    await mona.subscribe(room, undefined, { aside: true });
    const left = await sana.waitForEvent('viewer.changed', (event) => event.data.number === number);
    expect(names(left)).toEqual(['sana']);
    mona.emit('unsubscribe', { room });
  });

  it('should send changes and messages of a ticket to its viewers', async () => {
    const number = await arrives();
    await mona.subscribe(`ticket:${number}`);
    await sana.post(`/api/v1/tickets/${number}/messages`, { kind: 'internal_note', body: 'psst' });
    const heard = await mona.waitForEvent('message.added', (event) => event.data.number === number);
    expect(JSON.stringify(heard)).not.toContain('psst');
  });

  it('should disconnect the sockets of a session that is signed out', async () => {
    const other = await system.signInAs('mona');
    await other.connect();
    expect((await other.delete('/api/v1/session')).status).toBe(204);
    await waitFor(() => !other.isConnected, { what: 'the socket to end' });
    expect((await other.get('/api/v1/session')).status).toBe(401);
    expect(mona.isConnected).toBe(true);
  });

  async function startAdministrator(): Promise<Client> {
    await system.database.query(`UPDATE staff SET role = 'administrator' WHERE id = $1`, [
      system.people.sana!.id,
    ]);
    return sana;
  }
});
