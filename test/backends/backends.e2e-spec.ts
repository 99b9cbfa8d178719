import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, describeWithPrograms, programPath, waitFor } from '#wasl/testing';
import { Http } from '../simulate/http.js';
import { ManagedSystem } from '../simulate/managed-system.js';
import { type RunningRedis, startRedis } from './redis.js';
import { RoomClient } from './room-client.js';

/** Longer than a busy machine takes to answer an offer, and waited for once. */
const OFFER_SECONDS = 15;
/** Within this time a dead worker's jobs are taken over and the worker is restarted. */
const REPLACED_WITHIN_MS = 100_000;
const START_MS = 120_000;

/** Expectations for every job backend: two api processes, one worker, one agent. */
function suite(startStore: () => Promise<RunningRedis | undefined>): void {
  let store: RunningRedis | undefined;
  let system: ManagedSystem;
  let database: pg.Pool;
  let agent: RoomClient;
  const chiefs: RoomClient[] = [];

  beforeAll(async () => {
    store = await startStore();
    const urls = await createTestDatabase();
    const programs = ['api', 'api2', 'worker'];
    database = new pg.Pool({ connectionString: urls.ownerUrl, max: 2 });
    // Before the programs start, because they cache queues.
    await database.query(`ALTER TABLE queue ALTER COLUMN offer_seconds SET DEFAULT ${OFFER_SECONDS}`);
    system = await new ManagedSystem({ database: urls, redisUrl: store?.url, programs }).start();
    const { password } = system.target;
    agent = (await RoomClient.signIn(system.apis.api2!, 'agent1', password)).watch('me');
    for (const api of Object.values(system.apis))
      chiefs.push(
        (await RoomClient.signIn(api, 'supervisor', password)).watch('board').watch('queue:general'),
      );
    await waitFor(() => agent.isIn('me') && chiefs.every((chief) => chief.isIn('board')), {
      what: 'the rooms',
    });
  }, START_MS);

  afterAll(async () => {
    [agent, ...chiefs].forEach((watcher) => watcher?.close());
    await database?.end();
    await system?.discard();
    await store?.stop();
  }, START_MS);

  const file = async (subject: string): Promise<string> => {
    const json = {
      kind: 'enquiry',
      subject,
      description: 'Somebody asks',
      language: 'ar',
      requester: { audience: 'anonymous' },
    };
    const { body } = await new Http(system.target.api).post<{ number: string }>('/api/v1/public/tickets', {
      json,
    });
    return body.number;
  };
  const offered = (number: string) =>
    waitFor(() => agent.offerOf(number), { what: `an offer of ${number}`, within: 60_000 });
  /** Waits until all events are dispatched. */
  const lastSeq = async (room: string): Promise<number> => {
    await waitFor(async () => (await database.query('SELECT 1 FROM outbox LIMIT 1')).rowCount === 0, {
      what: 'the outbox to be empty',
    });
    const { rows } = await database.query<{ seq: string }>('SELECT seq FROM live_room WHERE room = $1', [
      room,
    ]);
    const seq = Number(rows[0]!.seq);
    const tellers = chiefs.map((chief) => () => chief.events.get('queue:general')!.at(-1)!.seq >= seq);
    await waitFor(() => tellers.every((told) => told()), { what: `event ${seq} of ${room}` });
    return seq;
  };
  const ticket = async (number: string) =>
    (
      await agent.person.http.get<{ status: string; assignee: { id: string } | null }>(
        `/api/v1/tickets/${number}`,
      )
    ).body;

  it('offers a ticket on the socket of an available agent, who accepts it once', async () => {
    await agent.setPresence('available');
    const offer = await offered(await file('An offer'));
    const accept = () => agent.person.http.post(`/api/v1/offers/${offer.id}/accept`);
    const statuses = (await Promise.all([accept(), accept(), accept()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409, 409]);
    expect(await ticket(offer.ticket.number)).toMatchObject({
      status: 'open',
      assignee: { id: agent.person.id },
    });
  });

  it('withdraws an unanswered offer, and makes it again', async () => {
    await agent.setPresence('available');
    const number = await file('Left lying');
    const first = await offered(number);
    await waitFor(() => !agent.offers.has(first.id), { what: 'the offer to expire', within: 60_000 });
    const { body } = await agent.person.http.get('/api/v1/me/presence');
    expect(body).toMatchObject({ state: 'not_ready', reason: 'no_answer' });
    await agent.setPresence('available');
    const second = await offered(number);
    expect(second.id).not.toBe(first.id);
    expect((await agent.person.http.post(`/api/v1/offers/${second.id}/accept`)).status).toBe(200);
  });

  it('shows the same events in the same order in every api process, without gaps', async () => {
    await agent.setPresence('not_ready', 'break');
    const numbers: string[] = [];
    for (let n = 0; n < 10; n++) numbers.push(await file(`One of many, ${n}`));
    const created = (chief: RoomClient) =>
      chief.events
        .get('queue:general')!
        .flatMap((event) => (event.type === 'ticket.created' ? [event.data.number] : []));
    await waitFor(() => chiefs.every((chief) => numbers.every((number) => created(chief).includes(number))), {
      what: 'all to be shown everywhere',
    });
    const last = await lastSeq('queue:general');
    const shown = chiefs.map((chief) => chief.events.get('queue:general')!.filter(({ seq }) => seq <= last));
    const common = Math.min(...shown.map(({ length }) => length));
    expect(shown[0]!.slice(-common)).toEqual(shown[1]!.slice(-common));
    expect(shown[0]!.map(({ seq }) => seq)).toEqual(shown[0]!.map((_, i) => last - shown[0]!.length + 1 + i));
    expect(chiefs.map(({ gaps }) => gaps)).toEqual([0, 0]);
  });

  it('recovers when its worker is killed', async () => {
    await waitFor(() => agent.offers.size === 0, { what: 'the desk to be empty' });
    const returns = system.returnsOf('worker') + 1;
    system.kill('worker');
    await file('While nobody routes');
    await agent.setPresence('available');
    const offer = await waitFor(() => [...agent.offers.values()][0], {
      what: 'an offer from the worker’s successor',
      within: REPLACED_WITHIN_MS,
    });
    expect((await agent.person.http.post(`/api/v1/offers/${offer.id}/accept`)).status).toBe(200);
    // It routes before it has reported that it is ready.
    await waitFor(() => system.returnsOf('worker') === returns, { what: 'the return of the worker' });
  });
}

describe('jobs on PostgreSQL', () => suite(async () => undefined));
describeWithPrograms(['redis-server'], 'jobs on Redis', () =>
  suite(() => startRedis(programPath('redis-server'))),
);
