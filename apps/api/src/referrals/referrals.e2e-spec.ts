import { waitFor } from '#wasl/testing';
import {
  PICTURE,
  type ReferralSystem,
  startReferralSystem,
} from '../../../../test/support/referral-system.js';

describe('a referral', () => {
  let centre: ReferralSystem;

  beforeAll(async () => {
    centre = await startReferralSystem();
  });
  afterAll(() => centre.stop());

  const get = async (as: string, id: string) =>
    (await centre.clients[as]!.get(`/api/v1/referrals/${id}`)).body;

  it('should be sent to one of the entities that work', async () => {
    await centre.system.database.query(`UPDATE entity SET active = false WHERE key = 'energy'`);
    // The directory is some seconds old at most.
    const keys = await waitFor(
      async () => {
        const { body } = await centre.clients.mona!.get('/api/v1/entities');
        const all = (body.data as { key: string }[]).map(({ key }) => key);
        return all.includes('energy') ? undefined : all;
      },
      { within: 20_000, what: 'the retired entity to be left out' },
    );
    expect(keys).toEqual(['health', 'water', 'works']);
    await centre.system.database.query(`UPDATE entity SET active = true`);
  });

  it('should be sent, received, accepted and completed with a photo, under one number', async () => {
    const number = await centre.fileTicket('road');
    const sent = await centre.refer(number);
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      ticket: number,
      entity: 'works',
      part: null,
      state: 'sent',
      note: 'please mend it',
      about: { service: 'road', proof: 'photo' },
      receivedAt: null,
      returns: 0,
      share: { requester: 'name', messages: 'all', attachments: 'all' },
    });
    expect(Date.parse(sent.body.acceptBy as string)).toBeGreaterThan(Date.parse(sent.body.sentAt as string));
    expect(await centre.ticketOf(number)).toMatchObject({ status: 'pending', pendingOn: 'entity' });
    const id = sent.body.id as string;

    const seen = await get('wafa', id);
    expect(seen).toMatchObject({
      state: 'received',
      matter: {
        subject: 'a hole in the road',
        description: 'deep and wet',
        requester: { name: 'Fatima', audience: 'citizen' },
        location: { address: 'Road 12' },
      },
    });
    expect(JSON.stringify(seen)).not.toContain('17123456');
    expect((await centre.verb('wafa', id, 'accept')).body.state).toBe('accepted');

    const missing = await centre.verb('wafa', id, 'complete', { outcome: 'fixed', note: 'mended' });
    expect(missing.body).toMatchObject({ status: 400, errors: [{ path: 'proof', code: 'required' }] });
    const text = await centre.upload('wafa', 'no picture', 'proof.txt');
    const wrong = await centre.verb('wafa', id, 'complete', {
      outcome: 'fixed',
      note: 'mended',
      proof: [text],
    });
    expect(wrong.body).toMatchObject({ status: 400, errors: [{ path: 'proof', code: 'proof_photo' }] });
    const photo = await centre.upload('wafa', PICTURE);
    const done = await centre.verb('wafa', id, 'complete', {
      outcome: 'fixed',
      note: 'mended',
      proof: [photo],
    });
    expect(done.body).toMatchObject({ state: 'completed', outcome: 'fixed', answer: 'mended' });
    expect((await get('mona', id)).proof).toMatchObject([{ id: photo }]);
    expect(await centre.ticketOf(number)).toMatchObject({ number, status: 'open', pendingOn: null });
  });

  it('should go to the arbiter with the second return, whose decision binds', async () => {
    const number = await centre.fileTicket();
    const first = await centre.referred(number);
    const back = await centre.verb('wafa', first, 'return', { reason: 'not ours', belongsTo: 'water' });
    expect(back.body).toMatchObject({
      state: 'returned',
      returns: 1,
      belongsTo: 'water',
      arbiterSince: null,
    });
    expect(await centre.ticketOf(number)).toMatchObject({ status: 'open' });
    const circle = await centre.refer(number);
    expect(circle.body).toMatchObject({ status: 409, code: 'referral.circle' });

    const second = await centre.referred(number, { entity: 'water' });
    const again = await centre.verb('wael', second, 'return', { reason: 'neither' });
    expect(again.body).toMatchObject({ state: 'returned', returns: 2 });
    expect(again.body.arbiterSince).not.toBeNull();
    expect((await centre.refer(number, { entity: 'energy' })).body.code).toBe('referral.with_arbiter');

    const box = await centre.clients.sana!.get('/api/v1/referrals?box=arbiter');
    expect(box.body.data).toMatchObject([{ id: second }]);
    expect((await centre.verb('mona', second, 'decide', { entity: 'works', reason: 'x' })).status).toBe(403);
    const decided = await centre.verb('sana', second, 'decide', {
      entity: 'works',
      reason: 'the road is theirs',
    });
    expect(decided.body).toMatchObject({ state: 'sent', entity: 'works', binding: true, returns: 2 });
    expect(await centre.ticketOf(number)).toMatchObject({ status: 'pending', pendingOn: 'entity' });
    const refused = await centre.verb('wafa', decided.body.id as string, 'return', { reason: 'no' });
    expect(refused.body).toMatchObject({ status: 409, code: 'referral.binding' });
    expect((await centre.clients.sana!.get('/api/v1/referrals?box=arbiter')).body.data).toEqual([]);
    expect((await centre.verb('sana', second, 'decide', { entity: 'works', reason: 'x' })).body.code).toBe(
      'referral.not_in_arbitration',
    );
  });

  it('should show an entity nothing but its own words after a return or a recall', async () => {
    const number = await centre.fileTicket();
    const id = await centre.referred(number);
    await centre.verb('mona', id, 'messages', { kind: 'note', body: 'a word of the centre' });
    await centre.verb('wafa', id, 'messages', { kind: 'question', body: 'how deep is it?' });
    expect(await centre.ticketOf(number)).toMatchObject({ status: 'open' });
    await centre.verb('mona', id, 'messages', { kind: 'answer', body: 'very deep' });
    expect(await centre.ticketOf(number)).toMatchObject({ status: 'pending', pendingOn: 'entity' });
    expect(((await get('wafa', id)).messages as unknown[]).length).toBe(3);
    await centre.verb('wafa', id, 'return', { reason: 'not our road' });
    const left = await get('wafa', id);
    expect(left).toMatchObject({
      state: 'returned',
      note: null,
      matter: null,
      about: null,
      reason: 'not our road',
    });
    expect(left.messages).toMatchObject([{ body: 'how deep is it?' }]);
    for (const secret of ['hole', 'deep and wet', 'Fatima', 'very deep', 'a word', 'please mend'])
      expect(JSON.stringify(left)).not.toContain(secret);
    expect((await get('mona', id)).matter).toMatchObject({ subject: 'a hole in the road' });

    const recalled = await centre.referred(number, { entity: 'water' });
    await centre.verb('mona', recalled, 'recall', { reason: 'a mistake of ours' });
    const lost = await get('wael', recalled);
    expect(lost).toMatchObject({ state: 'recalled', note: null, matter: null, reason: null });
    expect(JSON.stringify(lost)).not.toContain('hole');
  });

  it('should keep the parts of a joint case apart, and wait for the last of them', async () => {
    const number = await centre.fileTicket();
    const road = await centre.referred(number, { part: { title: 'The road' } });
    const pipe = await centre.referred(number, { entity: 'water', part: { title: 'The pipe' } });
    expect((await centre.refer(number, { entity: 'energy', part: { title: 'the  ROAD' } })).body.code).toBe(
      'referral.live',
    );
    await centre.verb('wafa', road, 'accept');
    await centre.verb('wafa', road, 'complete', { outcome: 'answered', note: 'done' });
    expect(await centre.ticketOf(number)).toMatchObject({ status: 'pending', pendingOn: 'entity' });
    await centre.verb('mona', pipe, 'recall', { reason: 'not needed' });
    expect(await centre.ticketOf(number)).toMatchObject({ status: 'open' });
    const listed = await centre.clients.mona!.get(`/api/v1/tickets/${number}/referrals`);
    expect(listed.body.data).toMatchObject([
      { id: road, part: { title: 'The road' }, state: 'completed' },
      { id: pipe, state: 'recalled' },
    ]);
  });

  it('should be recalled with the ticket that is settled', async () => {
    const number = await centre.fileTicket();
    const id = await centre.referred(number);
    const resolved = await centre.clients.mona!.post(`/api/v1/tickets/${number}/resolve`, {
      note: 'we did it',
    });
    expect(resolved.status).toBe(200);
    expect(await get('mona', id)).toMatchObject({ state: 'recalled' });
    expect((await centre.refer(number)).body.code).toBe('referral.settled');
  });

  it('should refuse what its state does not allow, naming both states in the language of the caller', async () => {
    const number = await centre.fileTicket();
    const id = await centre.referred(number);
    const early = await centre.verb('wafa', id, 'complete', { outcome: 'answered', note: 'x' });
    expect(early.body).toMatchObject({ status: 409, code: 'referral.state' });
    expect(early.body.detail).toBe('A referral that is sent cannot become completed.');
    await centre.verb('wafa', id, 'accept');
    const twice = await centre.verb('wafa', id, 'accept', undefined, { 'accept-language': 'ar' });
    expect(twice.body).toMatchObject({ status: 409, code: 'referral.state' });
    expect(twice.body.detail).toMatch(/accepted.*accepted/);
    await centre.verb('mona', id, 'recall', { reason: 'x' });
    for (const [verb, body] of [
      ['accept', undefined],
      ['return', { reason: 'x' }],
      ['complete', { outcome: 'answered', note: 'x' }],
      ['messages', { kind: 'note', body: 'x' }],
    ] as const)
      expect([verb, (await centre.verb('wafa', id, verb, body)).body.code]).toEqual([verb, 'referral.state']);
    expect((await centre.verb('mona', id, 'recall', { reason: 'x' })).body.code).toBe('referral.state');
  });

  it('should repeat the same answer for the same key', async () => {
    const number = await centre.fileTicket();
    const body = {
      entity: 'works',
      note: 'once',
      share: { requester: 'none', messages: [], attachments: [] },
    };
    const key = { 'idempotency-key': 'refer-this-once-and-no-more' };
    const path = `/api/v1/tickets/${number}/referrals`;
    const one = await centre.clients.mona!.post(path, body, key);
    const two = await centre.clients.mona!.post(path, body, key);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body.id).toBe(one.body.id);
    await centre.clients.wafa!.get(`/api/v1/referrals/${one.body.id as string}`);
    const later = await centre.clients.mona!.post(path, body, key);
    expect(later.body).toEqual(one.body);
    expect((await centre.clients.mona!.post(path, { ...body, note: 'other' }, key)).body.code).toBe(
      'idempotency.mismatch',
    );
    const accepting = { 'idempotency-key': 'accept-this-once-and-no-more' };
    expect((await centre.verb('wafa', one.body.id as string, 'accept', {}, accepting)).status).toBe(200);
    expect((await centre.verb('wafa', one.body.id as string, 'accept', {}, accepting)).status).toBe(200);
  });
});
