import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SubmitTicket } from '#wasl/selfservice';
import { hiddenFieldsOf, type Portal, startPortal } from '../../../../test/support/portal-app.js';
import { PNG, resolveTicket } from '../../../../test/support/public-fixtures.js';
import { TEXTS } from '../texts/index.js';

describe('a reply typed when the session of a ticket has ended', () => {
  let portal: Portal;
  /** a browser that has no session of the ticket */
  let agent: ReturnType<Portal['agent']>;
  let ticket: { number: string; trackingCode: string };
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    await portal.database.query('DELETE FROM rate_limit');
    await portal.database.query('DELETE FROM attempt_budget');
    agent = portal.agent();
    ticket = await portal.app.get(SubmitTicket).submit({
      kind: 'complaint',
      subject: 'Noise',
      description: 'At night',
      language: 'en',
      requester: { audience: 'citizen', email: 'someone@example.com' },
    });
  });

  const WORDS = 'Every night "from" <ten>\nuntil four';
  const messages = () =>
    portal.database.query<{ body: string; files: number }>(
      `SELECT m.body, (SELECT count(*)::int FROM attachment a WHERE a.message_id = m.id) AS files
         FROM message m JOIN ticket t ON t.id = m.ticket_id WHERE t.number = $1`,
      [ticket.number.replaceAll('-', '')],
    );
  /** The fields of the forms that ask for the code, as a browser sends them. */
  const withKept = (text: string, fields: Record<string, string>) => ({ ...hiddenFieldsOf(text), ...fields });
  const post = (path: string, fields: Record<string, string>) => agent.post(path).field(fields);
  const sendLate = () =>
    agent
      .post(`/en/track/${ticket.number}/messages`)
      .field({ message: WORDS, go: 'next' })
      .attach('files', PNG, 'now.png');

  it('is kept with its files until the code is entered, and then sent once', async () => {
    const asked = await sendLate().expect(200);
    expect(asked.text).toContain(TEXTS.en.track.keptTitle);
    expect(asked.text).toContain(`value="${ticket.number}"`);
    expect(asked.text).toContain('now.png');
    expect(await messages()).toEqual([]);

    const wrong = await post(
      '/en/track',
      withKept(asked.text, { number: ticket.number, code: 'AAAAAAAA' }),
    ).expect(422);
    const arabic = await post(
      '/ar/track',
      withKept(wrong.text, { number: ticket.number, code: '', go: 'stay' }),
    );
    expect(arabic.text).toContain(TEXTS.ar.track.keptTitle);
    const right = { number: ticket.number, code: ticket.trackingCode, go: 'next' };
    const opened = await post('/en/track', withKept(arabic.text, right)).expect(200);
    expect(opened.headers.location).toBeUndefined();
    expect(opened.text).toContain(TEXTS.en.ticket.kept);
    expect(opened.text).toContain('Every night &quot;from&quot; &lt;ten&gt;\nuntil four</textarea>');

    const { token, held } = hiddenFieldsOf(opened.text);
    await post(`/en/track/${ticket.number}/messages`, {
      token: token!,
      held: held!,
      message: WORDS,
      go: 'next',
    }).expect(303);
    expect(await messages()).toEqual([{ body: WORDS, files: 1 }]);
  });

  it('is kept on the way to a lost code', async () => {
    const asked = await sendLate();
    const lost = await post('/en/track/code', withKept(asked.text, { number: ticket.number, go: 'stay' }));
    expect(lost.text).toContain(TEXTS.en.track.lostTitle);
    const contact = { number: ticket.number, contact: 'someone@example.com', go: 'next' };
    const sent = await post('/en/track/code', withKept(lost.text, contact)).expect(200);
    expect(sent.text).toContain(TEXTS.en.track.codeSent);
    const back = await post('/en/track', withKept(sent.text, { go: 'stay' })).expect(200);
    expect(hiddenFieldsOf(back.text)).toMatchObject({
      message: WORDS,
      held: expect.stringContaining('now.png'),
    });
  });

  it('is never in a URL, in a cookie or in the database before it is sent', async () => {
    const asked = await sendLate();
    expect(asked.headers.location).toBeUndefined();
    expect(String(asked.headers['set-cookie'])).not.toContain('night');
    expect(await messages()).toEqual([]);
    // Another browser is shown nothing of it.
    const other = await portal.client.get(`/en/track?number=${ticket.number}`).expect(200);
    expect(other.text).not.toContain('Every night');
  });

  it('keeps a bounded length, and not more files than a ticket may have', async () => {
    const held = Array.from({ length: 9 }, (_, n) => `id${n}|1|file${n}.png`);
    const form = new URLSearchParams([['message', 'x'.repeat(60_000)], ...held.map((one) => ['held', one])]);
    const { text } = await agent
      .post(`/en/track/${ticket.number}/messages`)
      .type('form')
      .send(form.toString())
      .expect(422);
    expect(hiddenFieldsOf(text).message).toHaveLength(20_000);
    expect(text.match(/name="held"/g)).toHaveLength(5);
  });

  it('keeps a rating and its comment as well', async () => {
    await resolveTicket(portal.database, ticket.number);
    const rating = await agent
      .post(`/en/track/${ticket.number}/rating`)
      .type('form')
      .send({ score: '2', comment: 'Too slow' })
      .expect(200);
    const right = { number: ticket.number, code: ticket.trackingCode, go: 'next' };
    const opened = await post('/en/track', withKept(rating.text, right)).expect(200);
    expect(opened.text).toContain('Too slow</textarea>');
    expect(opened.text).toMatch(/name="score" checked="" value="2"|name="score" value="2" checked=""/);
  });

  it('shows what was typed when the ticket was closed in the meantime', async () => {
    const asked = await sendLate();
    await portal.database.query(`UPDATE ticket SET status = 'closed' WHERE number = $1`, [
      ticket.number.replaceAll('-', ''),
    ]);
    const right = { number: ticket.number, code: ticket.trackingCode, go: 'next' };
    const opened = await post('/en/track', withKept(asked.text, right)).expect(200);
    expect(opened.text).toContain(TEXTS.en.ticket.closed);
    expect(opened.text).toContain('until four');
  });

  it('asks as before when nothing was typed', async () => {
    const { text } = await agent
      .post(`/en/track/${ticket.number}/messages`)
      .type('form')
      .send({ message: ' ', go: 'next' })
      .expect(200);
    expect(text).not.toContain(TEXTS.en.track.keptTitle);
  });
});
