import pg from 'pg';
import { Catalogue } from '#wasl/directory';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

describe('an agent who serves queues of two pools', () => {
  let system: TestSystem;
  let mona: Client;
  let sana: Client;
  /** holds the row of the routing task, so that no worker can claim it */
  let holder: pg.Client;

  beforeAll(async () => {
    system = await startSystem({ mona: {}, sana: { role: 'supervisor', queues: [] } });
    await system.database.query(`UPDATE queue SET pool = 'second' WHERE key = 'billing'`);
    const worker = await system.startWorker();
    for (const process of [system.api, worker])
      await waitFor(
        async () => (await process.get(Catalogue, { strict: false }).queueByKey('billing')).pool === 'second',
        { what: 'the pool to be seen' },
      );
    [mona, sana] = [await system.signInAs('mona'), await system.signInAs('sana')];
    await mona.connect();
    await mona.subscribe('me');
    holder = new pg.Client({ connectionString: system.settings.DATABASE_URL });
    await holder.connect();
  });
  afterEach(() => holder.query('ROLLBACK'));
  afterAll(async () => {
    await holder?.end();
    mona?.close();
    await system?.stop();
  });

  const arrives = async (queue: string) => {
    const { status, body } = await sana.post('/api/v1/tickets', {
      subject: 'matter',
      description: 'words',
      language: 'ar',
      queue,
      requester: { name: 'x' },
    });
    expect([status, body]).toMatchObject([201, { queue }]);
    return body.number as string;
  };
  const offerOf = (number: string) =>
    waitFor(
      () => mona.events.find(({ type, data }) => type === 'offer.made' && data.ticket.number === number),
      { what: `the offer of ${number}` },
    );
  /** Until the test has ended, nothing but events wakes the router: workers pass over a task whose row is locked. */
  const pauseRoutingTask = async () => {
    await system.waitUntilIdle();
    await holder.query('BEGIN');
    await holder.query(`SELECT 1 FROM periodic_task WHERE name = 'route-waiting-work' FOR UPDATE`);
  };

  it('should be offered what waits in either when they become available', async () => {
    const number = await arrives('billing');
    await pauseRoutingTask();
    await mona.put('/api/v1/me/presence', { state: 'available' });
    const offer = await offerOf(number);
    expect((await mona.post(`/api/v1/offers/${(offer!.data as { id: string }).id}/accept`)).status).toBe(200);
  });

  it('should be offered work of the one pool when work of the other has ended', async () => {
    await system.database.query(
      `UPDATE staff SET capacity_units = (SELECT max(units) FROM work) WHERE id = $1`,
      [system.people.mona!.id],
    );
    const [held] = await system.database.query<{ number: string }>(
      `SELECT number FROM ticket WHERE assignee_id = $1`,
      [system.people.mona!.id],
    );
    const number = await arrives('general');
    await pauseRoutingTask();
    expect(
      mona.events.some(({ data }) => (data as { ticket?: { number: string } }).ticket?.number === number),
    ).toBe(false);
    const { status } = await mona.post(`/api/v1/tickets/${held!.number}/resolve`, { note: 'Done.' });
    expect(status).toBe(200);
    await offerOf(number);
  });
});
