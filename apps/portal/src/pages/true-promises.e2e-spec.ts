import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '#wasl/kernel';
import { SubmitTicket } from '#wasl/selfservice';
import { parseTicketNumber } from '#wasl/tickets';
import { TrackCookie } from '../http/track-cookie.js';
import { type Portal, startPortal } from '../../../../test/support/portal-app.js';
import { TEXTS } from '../texts/index.js';

describe('promises of the portal', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    await portal.database.query('DELETE FROM rate_limit');
    await portal.database.query('DELETE FROM attempt_budget');
  });

  const { notices } = TEXTS.en.receipt;

  it.each([
    [{ email: 'someone@example.com' }, notices.email.claimed, notices.none],
    [{ phone: '36001234' }, notices.phoneOnly, notices.phone.claimed],
    [{}, notices.none, notices.phoneOnly],
  ])('has a receipt for %j that says what will happen', async (requester, said, unsaid) => {
    const filed = await portal.app.get(SubmitTicket).submit({
      kind: 'complaint',
      subject: 'Noise',
      description: 'At night',
      language: 'en',
      requester: { audience: 'citizen', ...requester },
    });
    let cookie = '';
    const response = { cookie: (name: string, value: string) => (cookie = `${name}=${value}`) };
    await portal.app
      .get(TrackCookie)
      .open({ headers: {} } as never, response as never, parseTicketNumber(filed.number)!);
    const { text } = await portal.client.get(`/en/receipt/${filed.number}`).set('Cookie', cookie).expect(200);
    expect(text).toContain(said);
    expect(text).not.toContain(unsaid);
    expect(text).not.toMatch(/If you gave/);
  });

  it('asks for no code of a message that was not sent', async () => {
    const filed = await portal.app.get(SubmitTicket).submit({
      kind: 'complaint',
      subject: 'Noise',
      description: 'At night',
      language: 'en',
      requester: { audience: 'citizen', phone: '36001234' },
    });
    const agent = portal.agent();
    const form = { number: filed.number, code: filed.trackingCode, go: 'next' };
    await agent.post('/en/track').type('form').send(form).expect(303);
    const { text } = await agent.get(`/en/track/${filed.number}`).expect(200);
    expect(text).not.toContain(TEXTS.en.confirm.codeTitle.phone);
  });

  it('sends a lost code only where it can be sent, and says so before', async () => {
    const { text } = await portal.client.get('/en/track/code').expect(200);
    expect(text).toContain(TEXTS.en.track.lostLeadMail);
    expect(text).not.toContain(TEXTS.en.track.contact);
    const ask = (contact: string) =>
      portal.client
        .post('/en/track/code')
        .type('form')
        .send({ number: '2648-1937-0521', contact, go: 'next' });
    expect((await ask('36001234').expect(422)).text).toContain(TEXTS.en.track.mailOnly);
    expect((await ask('someone@example.com').expect(200)).text).toContain(TEXTS.en.track.codeSent);
  });

  it('offers to chat only while somebody is there', async () => {
    const offers = async () =>
      Promise.all(
        ['/en', '/ar', '/en/services/water-bill'].map(async (path) =>
          /id="chat-title"|\/chat\?service=/.test((await portal.client.get(path).expect(200)).text),
        ),
      );
    expect(await offers()).toEqual([false, false, false]);
    const staff = uuidv7();
    await portal.database.query(
      `INSERT INTO staff (id, email, name, role) VALUES ($1, 'chat@demo.example', 'Agent', 'agent')`,
      [staff],
    );
    await portal.database.query(
      `INSERT INTO agent_queue (staff_id, queue_id) SELECT $1, id FROM queue WHERE key = 'general'`,
      [staff],
    );
    await portal.database.query(
      `INSERT INTO presence (staff_id, state, since, idle_since) VALUES ($1, 'available', now(), now())`,
      [staff],
    );
    expect(await offers()).toEqual([true, true, true]);
  });
});
