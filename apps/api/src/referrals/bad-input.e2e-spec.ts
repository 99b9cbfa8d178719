import { uuidv7 } from '#wasl/kernel';
import { type ReferralSystem, startReferralSystem } from '../../../../test/support/referral-system.js';

const NOTHING = { requester: 'none', messages: [], attachments: [] };

describe('bad input about referrals', () => {
  let centre: ReferralSystem;
  let number: string;
  let note: string;

  beforeAll(async () => {
    centre = await startReferralSystem();
    number = await centre.fileTicket();
    await centre.system.database.query(`UPDATE entity SET active = false WHERE key = 'energy'`);
    const made = await centre.clients.mona!.post(`/api/v1/tickets/${number}/messages`, {
      kind: 'internal_note',
      body: 'among ourselves',
    });
    note = made.body.id as string;
  });
  afterAll(() => centre.stop());

  const faultsOf = (body: Record<string, unknown>) =>
    (body.errors as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);

  it.each<[string, object, string]>([
    ['an unknown entity', { entity: 'nowhere' }, 'entity not_found'],
    ['a retired entity', { entity: 'energy' }, 'entity entity_closed'],
    ['no note', { note: '  ' }, 'note required'],
    ['a part without a title', { part: { title: '' } }, 'part.title required'],
    ['a field that is not known', { urgent: true }, 'urgent unknown'],
    [
      'an unknown way to share the requester',
      { share: { ...NOTHING, requester: 'all' } },
      'share.requester choice',
    ],
    ['messages that are no list', { share: { ...NOTHING, messages: 'some' } }, 'share.messages choice'],
    ['files that have no id', { share: { ...NOTHING, attachments: ['x'] } }, 'share.attachments choice'],
    ['a message of no ticket', { share: { ...NOTHING, messages: [uuidv7()] } }, 'share.messages not_found'],
    [
      'a file of no ticket',
      { share: { ...NOTHING, attachments: [uuidv7()] } },
      'share.attachments not_found',
    ],
  ])('should refuse %s', async (_what, given, fault) => {
    const { status, body } = await centre.refer(number, given);
    expect([status, faultsOf(body)[0]]).toEqual([400, fault]);
  });

  it('should refuse to share a note of staff', async () => {
    const { body } = await centre.refer(number, { share: { ...NOTHING, messages: [note] } });
    expect(faultsOf(body)).toEqual(['share.messages not_found']);
  });

  it('should leave nothing half-written, and the ticket as it was', async () => {
    expect((await centre.clients.mona!.get(`/api/v1/tickets/${number}/referrals`)).body.data).toEqual([]);
    expect(await centre.ticketOf(number)).toMatchObject({ status: 'new' });
  });

  it('should refuse to refer to the entity of whoever owns the ticket', async () => {
    const road = await centre.fileTicket('road');
    const given = await centre.clients.wafa!.post(`/api/v1/tickets/${road}/assign`, { assignee: 'me' });
    expect(given.status).toBe(200);
    const own = await centre.clients.mona!.post(
      `/api/v1/tickets/${road}/referrals`,
      { entity: 'works', note: 'x', share: NOTHING },
      { 'accept-language': 'ar' },
    );
    expect(own.body).toMatchObject({ status: 409, code: 'referral.own_entity' });
    expect(own.body.detail).toMatch(/[\u0600-\u06ff]/);
  });

  it('should refuse a return to oneself, to nobody, or to a retired entity', async () => {
    const id = await centre.referred(await centre.fileTicket());
    for (const [belongsTo, code] of [
      ['works', 'same_entity'],
      ['nowhere', 'not_found'],
      ['energy', 'entity_closed'],
    ]) {
      const { body } = await centre.verb('wafa', id, 'return', { reason: 'not ours', belongsTo });
      expect(faultsOf(body)).toEqual([`belongsTo ${code}`]);
    }
    expect((await centre.clients.wafa!.get(`/api/v1/referrals/${id}`)).body.state).toBe('received');
  });

  it('should refuse files of others in messages and proofs', async () => {
    const id = await centre.referred(await centre.fileTicket());
    const foreign = await centre.upload('mona', 'mine');
    const said = await centre.verb('wafa', id, 'messages', {
      kind: 'note',
      body: 'x',
      attachments: [foreign],
    });
    expect(faultsOf(said.body)).toEqual(['attachments not_found']);
    await centre.verb('wafa', id, 'accept');
    const done = await centre.verb('wafa', id, 'complete', { outcome: 'fixed', note: 'x', proof: [foreign] });
    expect(faultsOf(done.body)).toEqual(['proof not_found']);
    const detail = (await centre.clients.wafa!.get(`/api/v1/referrals/${id}`)).body;
    expect(detail).toMatchObject({ state: 'accepted', messages: [], proof: [] });
  });

  it('should refuse filters that do not exist', async () => {
    for (const [query, fault] of [
      ['state=lost', 'state choice'],
      ['box=all', 'box choice'],
      ['page[after]=x', 'page[after] cursor'],
    ])
      expect(faultsOf((await centre.clients.mona!.get(`/api/v1/referrals?${query}`)).body)).toEqual([fault]);
  });

  it('should refuse the decision of whoever is no arbiter, or for a retired entity', async () => {
    const id = await centre.referred(await centre.fileTicket());
    await centre.system.database.query('UPDATE referral SET arbiter_since = now() WHERE id = $1', [id]);
    expect((await centre.verb('mona', id, 'decide', { entity: 'works', reason: 'x' })).body.code).toBe(
      'permission.denied',
    );
    const closed = await centre.verb('sana', id, 'decide', { entity: 'energy', reason: 'x' });
    expect(faultsOf(closed.body)).toEqual(['entity entity_closed']);
  });
});
