import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type PublicApi, startPublicApi } from '../../../../test/support/public-api.js';
import { resolveTicket } from '../../../../test/support/public-fixtures.js';

describe('tracking over the public API', () => {
  let api: PublicApi;
  let ticket: { number: string; trackingCode: string };
  beforeAll(async () => {
    api = await startPublicApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.database.query('DELETE FROM rate_limit');
    await api.database.query('DELETE FROM attempt_budget');
    const { body } = await api.client.post('/api/v1/public/tickets').send({
      kind: 'complaint',
      subject: 'Noise',
      description: 'At night',
      language: 'en',
      requester: { email: 'Someone@Example.com', phone: '36001234', audience: 'citizen' },
    });
    ticket = { number: body.number, trackingCode: body.trackingCode };
  });

  const post = (path: string, body: object) => api.client.post(`/api/v1/public/track${path}`).send(body);
  const wrong = async (body: object) => (await post('', body).expect(404)).text;
  const codesSent = () =>
    api.database.query<{ data: object }>(`SELECT data FROM outbox WHERE type = 'tracking.code_requested'`);

  it('shows status, timeline and expected day in the language asked for', async () => {
    const { body } = await post('', ticket).set('Accept-Language', 'ar').expect(200);
    expect(body).toMatchObject({
      number: ticket.number,
      status: 'new',
      subject: 'Noise',
      canReply: true,
      canRate: false,
    });
    expect(body.statusText).toContain('استلمنا');
    expect(body.timeline).toEqual([{ at: expect.any(String), what: 'opened', text: 'استلمنا تذكرتك' }]);
    const english = await post('?lang=en', ticket).expect(200);
    expect(english.body.timeline[0].text).toBe('We received your ticket');
    expect(Object.keys(body)).not.toContain('language');
  });

  it('accepts any digits, case and separators', async () => {
    const number = ticket.number.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!).replaceAll('-', ' ');
    const code = ticket.trackingCode.toLowerCase().replace(/^(.{4})/, '$1-');
    await post('', { number, trackingCode: code }).expect(200);
  });

  it('gives the same answer for every error', async () => {
    const answers = await Promise.all([
      wrong({ ...ticket, trackingCode: 'AAAAAAAA' }),
      wrong({ ...ticket, number: '2648-1937-0521' }),
      wrong({ ...ticket, number: 'hello' }),
    ]);
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0]!).code).toBe('tracking.not_found');
  });

  it('locks a number for one source after guessing, even with the right code, and unlocks it later', async () => {
    const guesses = Array.from({ length: 10 }, () => wrong({ ...ticket, trackingCode: 'AAAAAAAA' }));
    const [answer] = await Promise.all(guesses);
    expect(await wrong(ticket)).toBe(answer);
    await api.database.query(`UPDATE attempt_budget SET ready_at = now()`);
    await post('', ticket).expect(200);
  });

  it('does not count correct codes as attempts', async () => {
    for (let i = 0; i < 12; i++) await post('', ticket).expect(200);
  });

  it('limits attempts per network address', async () => {
    await api.database.query(`UPDATE rate_limit SET hits = 1000000`);
    await post('', ticket).expect(200);
    await api.database.query(`UPDATE rate_limit SET hits = 1000000`);
    const { body } = await post('', ticket).expect(429);
    expect(body.code).toBe('rate.limited');
  });

  it('adds a message once per key, and reopens a resolved ticket', async () => {
    await resolveTicket(api.database, ticket.number);
    const send = () =>
      post('/messages', { ...ticket, body: 'Still noisy' }).set('Idempotency-Key', ticket.number);
    const { body } = await send().expect(201);
    expect(body.status).toBe('open');
    expect((await send().expect(201)).body.timeline).toEqual(body.timeline);
    expect(body.timeline).toContainEqual({
      at: expect.any(String),
      what: 'your_message',
      text: 'Still noisy',
    });
    await post('/messages', { ...ticket, trackingCode: 'AAAAAAAA', body: 'x' }).expect(404);
  });

  it('accepts one rating, after the ticket was resolved', async () => {
    const rate = (score: number) => post('/rate', { ...ticket, score, comment: 'Quick' });
    expect((await rate(5).expect(409)).body.code).toBe('tracking.cannot_rate');
    await resolveTicket(api.database, ticket.number);
    await rate(6).expect(400);
    expect((await rate(4).expect(201)).body.canRate).toBe(false);
    await rate(5).expect(409);
  });

  it('sends the code only to the requester’s own address, without revealing it', async () => {
    const ask = (contact: string, number = ticket.number) => post('/code', { number, contact }).expect(202);
    const answers = [
      await ask('stranger@example.com'),
      await ask('someone@example.com', '2648-1937-0521'),
      await ask('nonsense', 'nonsense'),
    ];
    expect(await codesSent()).toEqual([]);
    answers.push(await ask(' SOMEONE@example.com'), await ask('٣٦٠٠١٢٣٤'));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const sent = (await codesSent()).map(({ data }) => data);
    expect(sent).toEqual([
      expect.objectContaining({ number: ticket.number, channel: 'email' }),
      expect.objectContaining({ number: ticket.number, channel: 'phone' }),
    ]);
  });

  it('sends it at most three times an hour', async () => {
    const before = (await codesSent()).length;
    for (let i = 0; i < 5; i++) {
      await post('/code', { number: ticket.number, contact: 'someone@example.com' }).expect(202);
    }
    expect((await codesSent()).length - before).toBe(3);
  });
});
