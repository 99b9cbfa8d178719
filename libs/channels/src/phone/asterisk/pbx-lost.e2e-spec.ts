import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AsteriskModule } from '#wasl/channels';
import { waitFor } from '#wasl/testing';
import { FakeAri } from '../../../../../test/asterisk/fake-ari.js';
import { type PhoneApp, startPhoneApp } from '../../../../../test/support/phone-app.js';

interface Row {
  cause: string | null;
  answered_at: Date | null;
  ended_at: Date | null;
  ticket_id: string | null;
}

describe('a PBX that goes down with its calls', () => {
  let pbx: FakeAri;
  let phone: PhoneApp;
  let agent: { id: string };
  let callers = 0;
  const within = 20_000;
  const caller = () => `+9731750${String(1000 + ++callers)}`;
  const until = (what: string, check: () => Promise<boolean> | boolean) => waitFor(check, { within, what });
  const rowOf = async (id: string) =>
    (await phone.database.query<Row>('SELECT * FROM interaction WHERE call_id = $1', [id]))[0];
  const isOver = async (id: string) => (await rowOf(id))?.ended_at != null;
  const stateOf = async () =>
    (
      await phone.database.query<{ state: string }>('SELECT state FROM presence WHERE staff_id = $1', [
        agent.id,
      ])
    )[0]!.state;
  const become = (state: string) =>
    phone.database.query(
      'UPDATE presence SET state = $2, wrap_up_until = NULL, version = version + 1 WHERE staff_id = $1',
      [agent.id, state],
    );
  /** One caller in conversation, and one who waits. */
  const twoCalls = async () => {
    const talking = pbx.arrives({ from: caller() });
    await until('201 to ring', () => pbx.ringingAt('201') !== undefined);
    const own = pbx.picksUp('201');
    await until('the answer', async () => (await rowOf(talking))?.answered_at != null);
    const waiting = pbx.arrives({ from: caller() });
    await until('the music', () => pbx.music.has(waiting));
    return { talking, own, waiting };
  };

  beforeAll(async () => {
    pbx = new FakeAri('wasl', 'wasl', 'secret');
    const settings = { ASTERISK_ARI_URL: await pbx.listen() };
    phone = await startPhoneApp({ settings, modules: [AsteriskModule] });
    agent = await phone.addStaffMember('operator', {
      extension: '201',
      queues: ['general'],
      available: true,
    });
    await until('the websocket', () => pbx.isWatched);
  });
  afterAll(async () => {
    await phone.close();
    await pbx.close();
  });

  it('is told by its start: calls end as what they were, at the last proof that it lived', async () => {
    const { talking, waiting } = await twoCalls();
    // As if the conversation had begun an hour ago, and the PBX had died ten minutes ago.
    await phone.database.query(
      `UPDATE interaction SET started_at = started_at - interval '1 hour', answered_at = answered_at - interval '1 hour'
        WHERE call_id = $1`,
      [talking],
    );
    pbx.crashes();
    await phone.database.query(
      `UPDATE setting SET updated_at = now() - interval '10 minutes' WHERE key = 'asterisk_life'`,
    );
    await until('both to be over', async () => (await isOver(talking)) && (await isOver(waiting)));
    const talked = (await rowOf(talking))!;
    expect(talked).toMatchObject({ cause: 'pbx_lost', ticket_id: null });
    const minutes = (talked.ended_at!.getTime() - talked.answered_at!.getTime()) / 60_000;
    expect(Math.round(minutes)).toBe(50);
    const waited = (await rowOf(waiting))!;
    expect(waited).toMatchObject({ cause: 'cancel', answered_at: null, ticket_id: expect.anything() });
    await until('wrap-up', async () => (await stateOf()) === 'wrap_up');
    await become('available');
  });

  it('is not lost when only we did not watch: who has gone meanwhile has hung up', async () => {
    const { talking, waiting } = await twoCalls();
    pbx.vanishes(talking);
    pbx.vanishes(waiting);
    pbx.cut();
    await until('both to be over', async () => (await isOver(talking)) && (await isOver(waiting)));
    expect([(await rowOf(talking))!.cause, (await rowOf(waiting))!.cause]).toEqual([
      'normalClearing',
      'cancel',
    ]);
    await become('available');
  });

  it('frees its agents within a minute, and what lived on is still hung up by us', async () => {
    const { talking, own, waiting } = await twoCalls();
    await pbx.close();
    const since = Date.now();
    const isFree = async () =>
      (await isOver(talking)) && (await isOver(waiting)) && (await stateOf()) === 'wrap_up';
    await waitFor(isFree, { within: 60_000, what: 'the agent to be free' });
    expect(Date.now() - since).toBeGreaterThan(30_000);
    expect([(await rowOf(talking))!.cause, (await rowOf(waiting))!.cause]).toEqual(['pbx_lost', 'cancel']);

    const channels = new Map(pbx.channels);
    const bridges = new Map(pbx.bridges);
    const { port } = pbx;
    pbx = new FakeAri('wasl', 'wasl', 'secret');
    pbx.port = port;
    for (const [id, channel] of channels) pbx.channels.set(id, channel);
    for (const [id, bridge] of bridges) pbx.bridges.set(id, bridge);
    await pbx.listen();
    await waitFor(() => pbx.isWatched, { within: 40_000, what: 'the websocket' });
    await until('the dialplan', () => pbx.channels.get(waiting)?.dialplan.app_name === 'Playback');
    pbx.follow(own);
    pbx.hangsUp(own);
    await until('the caller to be gone', () => !pbx.channels.has(talking));
  }, 150_000);
});
