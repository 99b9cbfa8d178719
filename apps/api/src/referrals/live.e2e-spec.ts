import type { LiveEvent } from '#wasl/contracts';
import { ReferralSweep } from '#wasl/referrals';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { type ReferralSystem, startReferralSystem } from '../../../../test/support/referral-system.js';

describe('live messages about referrals', () => {
  let centre: ReferralSystem;
  let wafa: Client;
  let mona: Client;

  beforeAll(async () => {
    centre = await startReferralSystem({ worker: true });
    wafa = centre.clients.wafa!;
    mona = centre.clients.mona!;
    for (const client of [wafa, mona, centre.clients.sana!]) await client.connect();
  });
  afterAll(() => centre.stop());

  /** Waits for what the desk, or somebody, is told of a referral. */
  const told = (client: Client, room: string, id: string, what: string) =>
    waitFor(
      () =>
        client.events.find(
          (event: LiveEvent) =>
            event.room === room &&
            (event.type === 'notice' || event.type === 'referral.changed') &&
            JSON.stringify(event.data).includes(id) &&
            (event.data as { what?: string }).what === what,
        ),
      { what: `${what} in ${room}` },
    );

  it('should open the desk of an entity to nobody else', async () => {
    for (const client of [mona, centre.clients.sana!])
      expect(await client.subscribe('referrals:works')).toEqual({ ok: false, code: 'permission.denied' });
    for (const room of ['referrals:water', 'referrals:nowhere'])
      expect(await wafa.subscribe(room)).toEqual({ ok: false, code: 'entity.not_found' });
    expect(await wafa.subscribe('referrals:WORKS')).toEqual({ ok: false, code: 'room.unknown' });
  });

  it('should tell the desk of each change, and the owner of what comes back', async () => {
    expect(await wafa.subscribe('referrals:works')).toMatchObject({
      ok: true,
      snapshot: { entity: 'works', waiting: 0, accepted: 0, overdue: 0 },
    });
    await wafa.subscribe('me');
    await mona.subscribe('me');
    const number = await centre.fileTicket();
    await mona.post(`/api/v1/tickets/${number}/assign`, { assignee: 'me' });
    await mona.subscribe(`ticket:${number}`);
    const id = await centre.referred(number);
    expect((await told(wafa, 'referrals:works', id, 'sent')).data).toEqual({
      id,
      number,
      entity: 'works',
      what: 'sent',
      state: 'sent',
      desk: { entity: 'works', waiting: 1, accepted: 0, overdue: 0 },
    });
    await centre.verb('wafa', id, 'accept');
    await told(mona, 'me', id, 'accepted');
    await mona.waitForEvent('ticket.changed', ({ data }) => data.changed.includes('referrals'));
    await centre.verb('mona', id, 'messages', { kind: 'note', body: 'hurry' });
    await told(wafa, 'me', id, 'message');
    expect(mona.events.filter(({ data }) => (data as { what?: string }).what === 'message')).toEqual([]);
    await centre.verb('wafa', id, 'return', { reason: 'not ours' });
    await told(mona, 'me', id, 'returned');
    expect(await centre.ticketOf(number)).toMatchObject({ status: 'open', assignee: { name: 'mona' } });
  });

  it('should tell those who arbitrate when nobody takes it', async () => {
    await centre.clients.sana!.subscribe('me');
    const id = await centre.referred(await centre.fileTicket());
    await centre.system.database.query(
      `UPDATE referral SET accept_by = now() - interval '1 day', next_step_at = now() - interval '1 day' WHERE id = $1`,
      [id],
    );
    const sweep = centre.system.api.get(ReferralSweep);
    await sweep.takeDueSteps();
    await sweep.takeDueSteps();
    await told(wafa, 'referrals:works', id, 'overdue');
    await told(centre.clients.sana!, 'me', id, 'arbitration');
  });
});
