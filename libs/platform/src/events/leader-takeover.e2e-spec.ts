import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { waitFor } from '#wasl/testing';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const END_LEADER = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                     WHERE datname = current_database() AND application_name = 'wasl-leader-outbox'`;
const ROOM = 'queue:general';

describe('a leader that takes over', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ chief: { role: 'supervisor' } }, { worker: true });
  });
  afterAll(() => system?.stop());

  const epochOf = async () =>
    (await system.database.query<{ epoch: number }>(`SELECT epoch FROM leader WHERE name = 'outbox'`))[0]
      ?.epoch ?? 0;

  it('sends what the leader before had stored and not sent', async () => {
    const chief = await system.signInAs('chief');
    await chief.connect();
    await waitFor(async () => (await epochOf()) === 1, { what: 'the first leader' });
    const answer = await chief.subscribe(ROOM);
    if (!answer.ok) throw new Error(answer.code);
    // As a leader leaves it that dies between its commit and sending.
    const [stored] = await system.database.query<{ seq: string }>(
      `WITH room AS (INSERT INTO live_room (room, seq) VALUES ($1, 1)
                     ON CONFLICT (room) DO UPDATE SET seq = live_room.seq + 1 RETURNING seq)
       INSERT INTO live_event (room, seq, type, at, data)
       SELECT $1, room.seq, 'queue.changed', now(), '{"key": "general"}' FROM room RETURNING seq`,
      [ROOM],
    );
    const seq = Number(stored!.seq);
    await system.database.query(END_LEADER);
    await waitFor(() => chief.events.some((event) => event.room === ROOM && event.seq === seq), {
      what: 'the event that was not sent',
    });
    await waitFor(async () => (await epochOf()) === 2, { what: 'the next leader' });
    chief.close();
  });
});
