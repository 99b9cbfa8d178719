import { type ReferralSystem, startReferralSystem } from '../../../../test/support/referral-system.js';

describe('referrals changed at the same time', () => {
  let centre: ReferralSystem;

  beforeAll(async () => {
    centre = await startReferralSystem();
  });
  afterAll(() => centre.stop());

  const stateOf = async (id: string) =>
    (await centre.clients.mona!.get(`/api/v1/referrals/${id}`)).body.state;
  const historyOf = async (number: string) => {
    const { body } = await centre.clients.mona!.get(`/api/v1/tickets/${number}/history`);
    return (body.data as { type: string; data: { what: string } }[])
      .filter(({ type }) => type === 'referral')
      .map(({ data }) => data.what);
  };

  it('should be accepted by one of two officers', async () => {
    for (let n = 0; n < 5; n++) {
      const number = await centre.fileTicket();
      const id = await centre.referred(number);
      const answers = await Promise.all([
        centre.verb('wafa', id, 'accept'),
        centre.verb('walid', id, 'accept'),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await historyOf(number)).toEqual(['sent', 'accepted']);
    }
  });

  it('should be recalled whether or not it was accepted a moment before', async () => {
    for (let n = 0; n < 5; n++) {
      const number = await centre.fileTicket();
      const id = await centre.referred(number);
      const [accepted, recalled] = await Promise.all([
        centre.verb('wafa', id, 'accept'),
        centre.verb('mona', id, 'recall', { reason: 'a mistake' }),
      ]);
      expect(recalled.status).toBe(200);
      expect([200, 409]).toContain(accepted.status);
      expect(await stateOf(id)).toBe('recalled');
      expect(await historyOf(number)).toEqual(
        accepted.status === 200 ? ['sent', 'accepted', 'recalled'] : ['sent', 'recalled'],
      );
      expect(await centre.ticketOf(number)).toMatchObject({ status: 'open' });
    }
  });

  it('should be returned or completed, not both', async () => {
    for (let n = 0; n < 5; n++) {
      const id = await centre.referred(await centre.fileTicket());
      await centre.verb('wafa', id, 'accept');
      const answers = await Promise.all([
        centre.verb('wafa', id, 'return', { reason: 'not ours' }),
        centre.verb('walid', id, 'complete', { outcome: 'answered', note: 'done' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });

  it('should be sent once for one part, by whoever comes first', async () => {
    const number = await centre.fileTicket();
    const answers = await Promise.all([
      centre.refer(number),
      centre.refer(number, { entity: 'water' }, 'sana'),
      centre.refer(number, { entity: 'energy' }, 'root'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const { body } = await centre.clients.mona!.get(`/api/v1/tickets/${number}/referrals`);
    expect(body.data).toHaveLength(1);
  });

  it('should end with the ticket that is resolved while it is answered', async () => {
    for (let n = 0; n < 5; n++) {
      const number = await centre.fileTicket();
      const id = await centre.referred(number);
      await centre.verb('wafa', id, 'accept');
      const [resolved, completed] = await Promise.all([
        centre.clients.mona!.post(`/api/v1/tickets/${number}/resolve`, { note: 'settled' }),
        centre.verb('wafa', id, 'complete', { outcome: 'answered', note: 'done' }),
      ]);
      expect(resolved.status).toBe(200);
      expect(await stateOf(id)).toBe(completed.status === 200 ? 'completed' : 'recalled');
      expect(await centre.ticketOf(number)).toMatchObject({ status: 'resolved' });
    }
  });
});
