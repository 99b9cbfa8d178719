import { createTransport } from 'nodemailer';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { type Counter, startCounter, visitFrom } from '../../../../test/support/counter-app.js';
import { modulesOf, readQr } from '../../../../test/support/read-qr.js';
import { MailIntake } from '#wasl/channels';

const MATTER = {
  subject: 'A new meter',
  description: 'The meter has stood still since Sunday',
  language: 'en',
  requester: { name: 'Salma', phone: '36001234', email: 'salma@example.com', audience: 'citizen' },
};

describe('a ticket at the counter', () => {
  let counter: Counter;
  let mona: Client;
  let ali: Client;
  beforeAll(async () => {
    counter = await startCounter();
    ({ mona, ali } = counter);
  });
  afterEach(() => counter.tidy());
  afterAll(() => counter.system.stop());

  const begin = async (clerk: Client = mona) => visitFrom(await clerk.post('/api/v1/counter/visits')).id;
  const open = (id: string, matter: object = {}, clerk = mona, headers = {}) =>
    clerk.post(`/api/v1/counter/visits/${id}/tickets`, { ...MATTER, ...matter }, headers);
  const openOne = async (matter: object = {}) => {
    const id = await begin();
    const { number } = visitFrom(await open(id, matter)).ticket!;
    return { id, number };
  };
  const end = (id: string, code?: string) =>
    mona.post(`/api/v1/counter/visits/${id}/end`, code === undefined ? {} : { code });

  it('should be assigned to the clerk, with the visit as its interaction', async () => {
    const { id, number } = await openOne();
    expect((await mona.get(`/api/v1/tickets/${number}`)).body).toMatchObject({
      channel: 'counter',
      status: 'open',
      queue: 'general',
      assignee: { id: counter.system.people.mona!.id },
      requester: { name: 'Salma', phone: '+97336001234' },
    });
    expect((await end(id, 'never-heard-of')).status).toBe(400);
    expect((await end(id, 'settled')).status).toBe(204);
    expect(await counter.interactionsOf(number)).toEqual([
      {
        channel: 'counter',
        agent_id: counter.system.people.mona!.id,
        answered_at: expect.any(Date),
        ended_at: expect.any(Date),
        wrap_up_code: 'settled',
      },
    ]);
    expect((await end(id)).body.code).toBe('visit.over');
  });

  it('should wait in its queue when the clerk transfers it', async () => {
    const { number } = await openOne({ queue: 'billing', handOver: true });
    expect(await counter.workOf(number)).toMatchObject({ state: 'waiting', held: false, agentId: null });
    expect((await mona.get(`/api/v1/tickets/${number}`)).body).toMatchObject({
      queue: 'billing',
      status: 'new',
    });
  });

  it('should be resolved at once when the clerk knows the answer', async () => {
    const { number } = await openOne({ kind: 'enquiry', answer: 'At any office, with your card' });
    expect((await mona.get(`/api/v1/tickets/${number}`)).body).toMatchObject({ status: 'resolved' });
    const { body } = await mona.get(`/api/v1/tickets/${number}/messages`);
    expect(body.data).toMatchObject([{ kind: 'public_reply', body: 'At any office, with your card' }]);
    expect(await counter.workOf(number)).toBeUndefined();
  });

  it('should be created once per submission and once per visit', async () => {
    const id = await begin();
    const send = (matter: object, key: string) => open(id, matter, mona, { 'idempotency-key': key });
    const both = await Promise.all([send({}, 'k1'), send({}, 'k1')]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(both.map((answer) => visitFrom(answer).ticket!.number)).size).toBe(1);
    const second = await send({ subject: 'Another' }, 'k2');
    expect([second.status, second.body.code]).toEqual([409, 'visit.has_ticket']);
  });

  it('should be accessible only at the clerk’s own desk', async () => {
    const id = await begin();
    for (const [path, body] of [
      ['tickets', MATTER],
      ['continue', { ticket: '2648-1937-0521', said: 'x' }],
      ['end', {}],
    ] as const) {
      const answer = await ali.post(`/api/v1/counter/visits/${id}/${path}`, body);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await mona.post('/api/v1/counter/visits')).body.code).toBe('visit.unfinished');
  });

  it('should store no personal data of anonymous visitors', async () => {
    const { number } = await openOne({
      requester: { name: 'Salma', phone: '36009999', audience: 'anonymous' },
      identityNumber: '850112345',
    });
    expect((await mona.get(`/api/v1/tickets/${number}`)).body.requester).toEqual({
      id: expect.any(String),
      name: null,
      audience: 'anonymous',
    });
    const found = await mona.post('/api/v1/counter/requesters', {
      phone: '36009999',
      identityNumber: '850112345',
    });
    expect(found.body.data).toEqual([]);
  });

  it('should continue by phone and by mail under the same number', async () => {
    const requester = { name: 'Huda', phone: '36005555', email: 'huda@example.com', audience: 'citizen' };
    const { id, number } = await openOne({ requester });
    await end(id);
    const call = { callId: 'c-huda', from: '+97336005555', to: '80008001', direction: 'in' };
    await counter.system.anonymous.post(`/api/v1/cti/${counter.system.settings.CTI_TOKEN}`, {
      event: 'newCall',
      ...call,
    });
    const owed = await mona.post('/api/v1/callbacks', {
      phone: '36005555',
      ticket: number,
      callId: 'c-huda',
    });
    expect(owed.body).toMatchObject({ ticket: number });
    const port = counter.worker.get(MailIntake, { strict: false }).port;
    await createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({
      from: 'huda@example.com',
      to: 'general@contact.example',
      subject: `[#${number}] one more thing`,
      text: 'I have found the old bill.',
    });
    const { body } = await mona.get(`/api/v1/tickets/${number}/messages`);
    expect((body.data as { body: string; channel: string }[]).map(({ channel }) => channel)).toContain(
      'email',
    );
    const channels = (await counter.interactionsOf(number)).map(({ channel }) => channel);
    expect(channels).toEqual(expect.arrayContaining(['counter', 'phone']));
    const all = await counter.system.database.query(
      `SELECT 1 FROM ticket t JOIN requester_address a ON a.requester_id = t.requester_id WHERE a.value = 'huda@example.com'`,
    );
    expect(all).toHaveLength(1);
  });

  describe('of a known requester', () => {
    it('should find requesters by telephone, email and identity number, and warn of a suspicious number', async () => {
      const requester = { name: 'Noor', phone: '36007777', email: 'Noor@Example.com', audience: 'resident' };
      await openOne({ requester, identityNumber: '٠٨٠١ ١٢٣٤٥' });
      for (const clue of [
        { phone: '٣٦٠٠٧٧٧٧' },
        { email: 'noor@example.com' },
        { identityNumber: '080112345' },
      ]) {
        const { body } = await mona.post('/api/v1/counter/requesters', clue);
        expect(body).toMatchObject({
          data: [{ name: 'Noor', phone: '+97336007777', email: 'noor@example.com', identityEnding: '345' }],
          doubt: null,
        });
      }
      const doubted = await mona.post('/api/v1/counter/requesters', { identityNumber: '123' });
      expect(doubted).toMatchObject({ status: 200, body: { data: [], doubt: 'form' } });
      expect((await mona.post('/api/v1/counter/requesters', { phone: 'none' })).status).toBe(400);
    });

    it('should add new contact addresses, but not those of another requester', async () => {
      const { id: first } = await openOne({ requester: { phone: '36006661', audience: 'citizen' } });
      await end(first);
      const find = async (clue: object) =>
        (await mona.post('/api/v1/counter/requesters', clue)).body.data as { id: string; by: string[] }[];
      const [known] = await find({ phone: '36006661' });
      const { id } = await openOne({
        requesterId: known!.id,
        requester: { name: 'Zain', email: 'zain@example.com', phone: '36001234' },
        identityNumber: '770112345',
      });
      await end(id);
      expect(await find({ email: 'zain@example.com', identityNumber: '770112345' })).toMatchObject([
        { id: known!.id, name: 'Zain', by: ['email', 'identity'] },
      ]);
      expect((await find({ phone: '36001234' }))[0]!.id).not.toBe(known!.id);
    });

    it('should show similar open tickets before a new one is created', async () => {
      const own = { name: 'Rana', phone: '36008881', audience: 'citizen' };
      const mine = await openOne({ requester: own, subject: 'Lantern broken near the mosque' });
      await end(mine.id);
      const others = await openOne({ requester: { name: 'Sami' }, subject: 'Lantern broken again' });
      await end(others.id);
      const [{ id: requester }] = (await mona.post('/api/v1/counter/requesters', { phone: '36008881' })).body
        .data as [{ id: string }];
      const similar = async (words: string | null) =>
        (
          (await mona.post('/api/v1/counter/similar', { requester, words })).body.data as {
            number: string;
            own: boolean;
          }[]
        ).map(({ number, own: isOwn }) => [number, isOwn]);
      expect(await similar(null)).toEqual([[mine.number, true]]);
      await waitFor(async () => (await similar('lantern broken')).length === 2, {
        what: 'the words to be indexed',
      });
      expect(await similar('lantern broken')).toEqual([
        [mine.number, true],
        [others.number, false],
      ]);
      expect(await similar('lantern swimming')).toEqual([[mine.number, true]]);
    });

    it('should continue a ticket of another channel, with a message and the visit as interaction', async () => {
      const filed = await counter.system.anonymous.post('/api/v1/public/tickets', {
        kind: 'complaint',
        subject: 'Noise',
        description: 'At night',
        language: 'ar',
        requester: { email: 'night@example.com', audience: 'citizen' },
      });
      const number = filed.body.number as string;
      const id = await begin();
      const went = await mona.post(`/api/v1/counter/visits/${id}/continue`, {
        ticket: number.replaceAll('-', ' '),
        said: 'It is the workshop next door',
        takeIt: true,
      });
      expect(went).toMatchObject({ status: 200, body: { ticket: { number, status: 'open' } } });
      const { body } = await mona.get(`/api/v1/tickets/${number}/messages`);
      expect(body.data).toMatchObject([
        { kind: 'requester_message', channel: 'counter', body: 'It is the workshop next door' },
      ]);
      const channels = (await counter.interactionsOf(number)).map(({ channel }) => channel);
      expect(channels.sort()).toEqual(['counter', 'web']);
      expect((await mona.get(`/api/v1/tickets/${number}`)).body).toMatchObject({
        channel: 'web',
        assignee: { id: counter.system.people.mona!.id },
      });
    });

    it('should not be taken from a colleague, nor continue when closed', async () => {
      const { id, number } = await openOne();
      await end(id);
      const aliVisit = await begin(ali);
      const goOn = (said: string) =>
        ali.post(`/api/v1/counter/visits/${aliVisit}/continue`, { ticket: number, said, takeIt: true });
      expect((await goOn('hello')).body.code).toBe('ticket.taken');
      await counter.system.database.query(
        `UPDATE ticket SET status = 'closed', closed_at = now() - interval '400 days', assignee_id = NULL WHERE number = $1`,
        [number.replaceAll('-', '')],
      );
      expect((await goOn('hello')).body.code).toBe('tracking.cannot_reply');
      expect((await counter.interactionsOf(number)).length).toBe(1);
    });
  });

  describe('the receipt of a visit', () => {
    it('should contain number, code and next steps, in the requester’s language', async () => {
      const { id, number } = await openOne({ language: 'ar' });
      const { status, body } = await mona.get(`/api/v1/counter/visits/${id}/receipt`);
      expect([status, body]).toMatchObject([
        200,
        {
          language: 'ar',
          number,
          centre: { name: { ar: 'مركز الخدمة', en: 'Service centre' } },
          desk: '1',
          expectedAt: expect.any(String),
        },
      ]);
      const { trackingCode } = body as { trackingCode: string };
      const tracked = await counter.system.anonymous.post('/api/v1/public/track', { number, trackingCode });
      expect(tracked.status).toBe(200);
    });

    it('should have a QR code of the ticket page, without personal data in the URL', async () => {
      const { id, number } = await openOne();
      const { body } = await mona.get(`/api/v1/counter/visits/${id}/receipt`);
      const read = new URL(readQr(modulesOf(body.qr as { size: number; path: string })));
      expect(read.href).toBe(body.link);
      expect([read.pathname, read.search]).toEqual(['/en/track', `?number=${number}`]);
      expect(read.hash).toBe(`#code=${body.trackingCode as string}`);
      expect(read.href).not.toMatch(/Salma|36001234|salma/);
    });

    it('should be available only to the clerk who served the visitor', async () => {
      const { id } = await openOne();
      expect((await ali.get(`/api/v1/counter/visits/${id}/receipt`)).body.code).toBe('visit.not_found');
      await end(id);
      expect((await mona.get(`/api/v1/counter/visits/${id}/receipt`)).status).toBe(200);
    });
  });
});
