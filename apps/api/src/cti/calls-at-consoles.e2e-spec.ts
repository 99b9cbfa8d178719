import type { CurrentCall, LiveEvent, Snapshots } from '#wasl/contracts';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const FROM = '+97333444555';

describe('calls in the console', () => {
  let system: TestSystem;
  let mona: Client;
  let ali: Client;
  let counter = 0;

  beforeAll(async () => {
    system = await startSystem({ mona: {}, ali: {} }, { worker: true });
    [mona, ali] = [await system.signInAs('mona'), await system.signInAs('ali')];
    for (const [name, extension] of [
      ['mona', '401'],
      ['ali', '402'],
    ])
      await system.database.query('UPDATE staff SET extension = $2 WHERE id = $1', [
        system.people[name!]!.id,
        extension,
      ]);
    await mona.post('/api/v1/tickets', {
      subject: 'Lamp',
      description: 'Dark',
      requester: { name: 'Salma', phone: FROM },
    });
  });
  afterEach(async () => {
    await system.waitUntilIdle();
    mona.close();
    ali.close();
    mona.events.length = 0;
    ali.events.length = 0;
  });
  afterAll(() => system.stop());

  const tell = async (callId: string, event: object) => {
    const answer = await system.anonymous.post('/api/v1/cti/cti-token-for-tests', { callId, ...event });
    expect(answer.status).toBe(200);
  };
  /** A call that the PBX itself routed to Mona's telephone rings there. */
  const ring = async () => {
    const callId = `console-${++counter}`;
    await tell(callId, { event: 'newCall', direction: 'in', from: FROM, to: '+97317555555', user: '401' });
    return callId;
  };
  const callsAt = async (client: Client, since?: number) => {
    await client.connect();
    const answer = await client.subscribe('me', since);
    if (!answer.ok || !('snapshot' in answer)) throw new Error('no snapshot');
    return (answer.snapshot as Snapshots['me']).calls;
  };
  const whole = {
    from: FROM,
    requester: { name: 'Salma' },
    openTickets: [{ subject: 'Lamp', status: 'new' }],
  };

  it('should be complete in the snapshot of a console opened during the call', async () => {
    const callId = await ring();
    await tell(callId, { event: 'answer', answeringNumber: '401' });
    await system.waitUntilIdle();
    expect(await callsAt(mona)).toMatchObject([{ ...whole, state: 'active' }]);
    expect((await mona.get('/api/v1/me/calls')).body).toMatchObject({
      data: [{ ...whole, state: 'active' }],
    });
    expect(await callsAt(ali)).toEqual([]);
    await tell(callId, { event: 'hangup', cause: 'normalClearing' });
  });

  it('should be complete after a reconnect when missed events are no longer stored', async () => {
    await mona.connect();
    const before = await mona.subscribe('me');
    mona.close();
    const callId = await ring();
    await tell(callId, { event: 'answer', answeringNumber: '401' });
    await system.waitUntilIdle();
    await system.database.query('DELETE FROM live_event WHERE room = $1', [`me:${system.people.mona!.id}`]);
    expect(await callsAt(mona, before.ok ? before.seq : undefined)).toMatchObject([
      { ...whole, state: 'active' },
    ]);
    await tell(callId, { event: 'hangup', cause: 'normalClearing' });
  });

  it('should appear completely where another agent answers, and disappear where it rang', async () => {
    for (const client of [mona, ali]) await client.connect();
    await ali.subscribe('me');
    const entered = await mona.subscribe('me');
    if (!entered.ok) throw new Error(entered.code);
    const callId = await ring();
    const isCall = (kind: string) => (event: LiveEvent<'notice'>) => event.data.kind === kind;
    await mona.waitForEvent('notice', isCall('call.ringing'));
    await tell(callId, { event: 'answer', answeringNumber: '402' });
    const { data } = await ali.waitForEvent('notice', isCall('call.answered'));
    expect(data as Partial<CurrentCall>).toMatchObject({ ...whole, state: 'active' });
    await mona.waitForEvent('notice', isCall('call.stopped'));
    // The end of an earlier call may still be on its way.
    const since = mona.events.filter(({ seq }) => seq > entered.seq);
    expect(since.flatMap((event) => (event.type === 'notice' ? [event.data.kind] : []))).toEqual([
      'call.ringing',
      'call.stopped',
    ]);
    await tell(callId, { event: 'hangup', cause: 'normalClearing' });
    await ali.waitForEvent('notice', isCall('call.ended'));
  });
});
