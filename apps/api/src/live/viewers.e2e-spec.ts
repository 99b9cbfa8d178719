import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventType, LiveEvent } from '#wasl/contracts';
import { EventHandlers } from '#wasl/platform';
import { waitFor } from '#wasl/testing';
import { Client } from '../../../../test/support/client.js';
import { countStatements } from '../../../../test/support/count-statements.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

describe('who views and types', () => {
  let system: TestSystem;
  let sana: Client;
  /** connected to another api process than sana */
  let mona: Client;
  const dispatched: EventType[] = [];

  beforeAll(async () => {
    system = await startSystem({ mona: {}, sana: { role: 'supervisor' } });
    const handlers = (await system.startWorker()).get(EventHandlers);
    const project = handlers.project.bind(handlers);
    handlers.project = async (tx, events) => {
      dispatched.push(...events.map(({ type }) => type));
      return project(tx, events);
    };
    sana = await system.signInAs('sana');
    const { cookie } = await system.signInAs('mona');
    mona = new Client(await system.startApi(), cookie);
    await sana.connect();
    await mona.connect();
  });
  afterAll(async () => {
    sana?.close();
    mona?.close();
    await system?.stop();
  });

  const file = async () => {
    const ticket = { subject: 's', description: 'd', language: 'ar', queue: 'general' };
    const { body } = await sana.post('/api/v1/tickets', { ...ticket, requester: { name: 'x' } });
    await system.waitUntilIdle();
    return body.number as string;
  };
  const ofRoom = (client: Client, room: string) => client.events.filter((event) => event.room === room);
  const typists = ({ data }: LiveEvent<'viewer.changed'>) =>
    data.viewers.filter(({ typing }) => typing).map(({ name }) => name);

  it('are told without the outbox, by one statement each', async () => {
    const number = await file();
    await sana.subscribe(`ticket:${number}`);
    await mona.subscribe(`ticket:${number}`);
    await sana.waitForEvent('viewer.changed', ({ data }) => data.viewers.length === 2);
    dispatched.length = 0;
    const statements = await countStatements(async () => {
      mona.emit('typing', { number });
      await sana.waitForEvent('viewer.changed', (event) => typists(event).includes('mona'));
    });
    expect(statements.filter((text) => /live_room|live_event/.test(text))).toHaveLength(1);
    expect(statements.filter((text) => text.includes('INSERT INTO outbox'))).toEqual([]);
    expect(dispatched).toEqual([]);
  });

  it('are numbered among the events of the ticket, and arrive in order in every process', async () => {
    const number = await file();
    const room = `ticket:${number}`;
    const entered = await sana.subscribe(room);
    if (!entered.ok) throw new Error(entered.code);
    for (let n = 0; n < 12; n++) {
      const note = sana.post(`/api/v1/tickets/${number}/messages`, { kind: 'internal_note', body: `${n}` });
      if (n % 2 === 0) await mona.subscribe(room);
      else mona.emit('unsubscribe', { room });
      await note;
    }
    await mona.subscribe(room);
    const notes = () => ofRoom(sana, room).filter(({ type }) => type === 'message.added').length;
    await waitFor(() => notes() === 12, { what: 'all notes' });
    await waitFor(
      async () => {
        const again = await sana.subscribe(room, entered.seq);
        return again.ok && ofRoom(sana, room).at(-1)?.seq === again.seq && again.seq;
      },
      { what: 'every event to arrive' },
    );
    const seqs = ofRoom(sana, room).map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, n) => entered.seq + 1 + n));
    const replayed = await mona.subscribe(room, entered.seq);
    expect(replayed).toMatchObject({ ok: true, events: ofRoom(sana, room).slice(0, seqs.length) });
  });

  it('are told some times a second at most, and as they are in the end, whatever a client sends', async () => {
    const number = await file();
    const room = `ticket:${number}`;
    await sana.subscribe(room);
    sana.events.length = 0;
    const before = performance.now();
    for (let n = 0; n < 60; n++) await mona.subscribe(room, undefined, { aside: n % 2 === 1 });
    await mona.subscribe(room);
    mona.emit('typing', { number });
    await waitFor(
      () => {
        const last = ofRoom(sana, room).at(-1) as LiveEvent<'viewer.changed'> | undefined;
        return last && typists(last).includes('mona');
      },
      { what: 'the last state' },
    );
    const most = (performance.now() - before) / 250 + 2;
    expect(ofRoom(sana, room).length).toBeLessThanOrEqual(most);
  });

  it('are told of both tickets when somebody types at another', async () => {
    const [one, other] = [await file(), await file()];
    for (const number of [one, other]) {
      await sana.subscribe(`ticket:${number}`);
      await mona.subscribe(`ticket:${number}`);
    }
    const told = (number: string, names: string[]) =>
      waitFor(
        () => {
          const last = ofRoom(sana, `ticket:${number}`).at(-1) as LiveEvent<'viewer.changed'> | undefined;
          return last && typists(last).join() === names.join();
        },
        { what: `${names.join()} to type at ${number}` },
      );
    mona.emit('typing', { number: one });
    await told(one, ['mona']);
    mona.emit('typing', { number: other });
    await told(other, ['mona']);
    await told(one, []);
    await told(other, []);
  });
});
