import { WebhookSystem } from '../../../test/support/webhook-system.js';

const EVENTS = [
  'referral.sent',
  'referral.recalled',
  'referral.message',
  'referral.overdue',
  'referral.decided',
];

describe('webhooks about referrals', () => {
  let hooks: WebhookSystem;

  beforeAll(async () => {
    hooks = await WebhookSystem.start();
    for (const key of ['works', 'water'])
      await hooks.admin.post('/api/v1/admin/entities', { key, name: { ar: key, en: key } });
  });
  afterAll(() => hooks.stop());

  it('tell an entity of its own, in order and without a text', async () => {
    const receiver = await hooks.receiver();
    const webhook = await hooks.create(receiver.url, EVENTS, { entity: 'works' });
    const number = await hooks.ticket();
    const refer = async (entity: string) => {
      const { body } = await hooks.admin.post(`/api/v1/tickets/${number}/referrals`, {
        entity,
        part: { title: entity },
        note: 'the lamp is out',
        share: { requester: 'none', messages: [], attachments: [] },
      });
      return body.id as string;
    };
    const id = await refer('works');
    await refer('water');
    await hooks.admin.post(`/api/v1/referrals/${id}/messages`, { kind: 'note', body: 'a lamp' });
    await hooks.admin.post(`/api/v1/referrals/${id}/recall`, { reason: 'a mistake with the lamp' });
    await hooks.system.waitUntilIdle();
    await hooks.told(receiver, number, 3);
    const told = receiver.about(number).map(({ body }) => JSON.parse(body) as { type: string; data: object });
    expect(told.map(({ type }) => type)).toEqual(['referral.sent', 'referral.message', 'referral.recalled']);
    for (const { data } of told)
      expect(data).toEqual({
        number,
        referral: id,
        entity: 'works',
        state: expect.stringMatching(/sent|recalled/) as string,
        by: 'centre',
      });
    expect(receiver.received.map(({ body }) => body).join()).not.toMatch(/lamp|water/);
    await hooks.remove(webhook);
  });
});
