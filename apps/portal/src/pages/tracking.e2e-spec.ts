import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SubmitTicket, PublicUploads } from '#wasl/selfservice';
import { Thumbnails } from '#wasl/tickets';
import { hiddenFieldsOf, type Portal, startPortal } from '../../../../test/support/portal-app.js';
import { PNG, resolveTicket } from '../../../../test/support/public-fixtures.js';
import { FileLinks } from '../http/file-links.js';
import { TEXTS } from '../texts/index.js';

describe('tracking on the portal', () => {
  let portal: Portal;
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
      subject: 'ضوضاء',
      description: 'في الليل',
      language: 'ar',
      requester: { audience: 'citizen', email: 'someone@example.com' },
    });
  });

  const open = (number = ticket.number, code = ticket.trackingCode) =>
    agent.post('/en/track').type('form').send({ number, code, go: 'next' });
  const page = () => agent.get(`/en/track/${ticket.number}`);
  const reply = (fields: object) =>
    agent
      .post(`/en/track/${ticket.number}/messages`)
      .type('form')
      .send({ go: 'next', ...fields });

  it('opens by number and code, without code or personal data in the URL', async () => {
    const answer = await open().expect(303);
    expect(answer.headers.location).toBe(`/en/track/${ticket.number}`);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/wasl_track=[^;]+; Max-Age=3600;.*HttpOnly; SameSite=Lax/);
    expect(cookie).not.toContain(ticket.trackingCode);
    const { text, headers } = await page().expect(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain('ضوضاء');
    expect(text).toContain(TEXTS.en.ticket.statuses.new);
    expect(text).not.toContain('someone@example.com');
  });

  it.each(['۰۱۲۳۴۵۶۷۸۹', '٠١٢٣٤٥٦٧٨٩', '०१२३४५६७८९', '০১২৩৪৫৬৭৮৯'])(
    'accepts the digits %s',
    async (script) => {
      const written = (text: string) => text.replace(/\d/g, (digit) => script[Number(digit)]!);
      await open(written(ticket.number), ` ${written(ticket.trackingCode).toLowerCase()} `).expect(303);
    },
  );

  it('redirects visitors without the code to the form, with the number filled in', async () => {
    const answer = await page().expect(303);
    expect(answer.headers.location).toBe(`/en/track?number=${ticket.number}`);
    const form = await agent.get(answer.headers.location!);
    expect(form.text).toContain(`value="${ticket.number}"`);
  });

  it('refuses a forged cookie', async () => {
    const digits = ticket.number.replaceAll('-', '');
    for (const cookie of [`${digits}-9999999999`, `${digits}-9999999999.${'A'.repeat(43)}`, '.', '%']) {
      await portal.client.get(`/en/track/${ticket.number}`).set('Cookie', `wasl_track=${cookie}`).expect(303);
    }
  });

  describe('the ticket page', () => {
    const links = (text: string) =>
      [...text.matchAll(/href="([^"]+\/files\/[^"]+)"/g)].map(([, link]) => link!);

    /** A ticket with a photograph, and a reply with another. */
    async function withFiles() {
      const { id } = await portal.app.get(PublicUploads).upload({ name: 'meter.png', content: PNG });
      const filed = await portal.app.get(SubmitTicket).submit({
        kind: 'report',
        subject: 'Lamp',
        description: 'It has been dark\nfor three days',
        language: 'en',
        requester: { audience: 'citizen' },
        attachments: [id],
      });
      await agent
        .post('/en/track')
        .type('form')
        .send({ ...filed, code: filed.trackingCode, go: 'next' })
        .expect(303);
      return filed.number;
    }

    it('shows the requester’s first message and files, as sandboxed downloads', async () => {
      const number = await withFiles();
      const { text } = await agent.get(`/en/track/${number}`).expect(200);
      expect(text).toContain('It has been dark\nfor three days');
      const [link] = links(text);
      const file = await agent.get(link!).expect(200);
      expect(file.headers['content-disposition']).toContain("filename*=UTF-8''meter.png");
      expect(file.headers['content-security-policy']).toContain('sandbox');
      expect(file.headers['cache-control']).toBe('private, no-store');
    });

    it('shows thumbnails of photographs when ready, with reserved space', async () => {
      const number = await withFiles();
      const image =
        /<img src="([^"]+\/files\/[^"]+\/thumbnail)" alt="([^"]+)" loading="lazy" width="1" height="1"\/>/;
      expect((await agent.get(`/en/track/${number}`)).text).not.toContain('/thumbnail');
      await portal.app.get(Thumbnails).renderPending(10);
      const [, address, alt] = image.exec((await agent.get(`/en/track/${number}`)).text)!;
      expect(alt).toBe(TEXTS.en.form.thumbnail);
      const { headers } = await agent.get(address!).expect(200);
      expect(headers).toMatchObject({
        'content-type': 'image/webp',
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      });
      await portal.client.get(address!).expect(303);
      await open();
      await agent.get(address!.replace(number, ticket.number)).expect(303);
    });

    it('serves a file only to this browser, under its ticket, for an hour', async () => {
      const number = await withFiles();
      const [link] = links((await agent.get(`/en/track/${number}`)).text);
      await portal.client.get(link!).expect(303);
      await open();
      await agent.get(link!.replace(number, ticket.number)).expect(303);
      await agent.get(link!.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))).expect(303);
      const signer = portal.app.get(FileLinks) as unknown as { clock: { now(): Date } };
      const { clock } = signer;
      signer.clock = { now: () => new Date(Date.now() + 61 * 60_000) };
      await agent.get(link!).expect(303);
      signer.clock = clock;
      await agent.get(link!).expect(200);
    });

    it('does not claim work in progress before it begins', async () => {
      await resolveTicket(portal.database, ticket.number);
      await open();
      const { token } = hiddenFieldsOf((await page()).text);
      await reply({ token, message: 'It is not settled' }).expect(303);
      const { text } = await page();
      expect(text).toContain('It is open again; a member of staff will take it up.');
      expect(text).toContain('The ticket was opened again');
      expect(text).not.toContain('We are working on it');
    });

    it('reopens a closed ticket within the country’s limit, and not later', async () => {
      await resolveTicket(portal.database, ticket.number);
      const close = (days: number) =>
        portal.database.query(
          `UPDATE ticket SET status = 'closed', closed_at = now() - make_interval(days => $2) WHERE number = $1`,
          [ticket.number.replaceAll('-', ''), days],
        );
      await close(15);
      await open();
      const late = await page();
      expect(late.text).toContain(TEXTS.en.ticket.closed);
      await close(13);
      const { text } = await page();
      expect(text).toContain(TEXTS.en.ticket.reopenTitle);
      await reply({ token: hiddenFieldsOf(text).token, message: 'Again' }).expect(303);
      const [row] = await portal.database.query<{ status: string }>(
        'SELECT status FROM ticket WHERE number = $1',
        [ticket.number.replaceAll('-', '')],
      );
      expect(row!.status).toBe('open');
    });
  });

  it('gives the same answer for a wrong number and a wrong code', async () => {
    const faultIn = async (number: string, code: string) => {
      const { text } = await open(number, code).expect(422);
      return text.replaceAll(/value="[^"]*"/g, '');
    };
    const wrongCode = await faultIn(ticket.number, 'AAAAAAAA');
    expect(wrongCode).toContain(TEXTS.en.track.wrong);
    expect(await faultIn('2648-1937-0521', ticket.trackingCode)).toBe(wrongCode);
    expect(await faultIn('nonsense', 'nonsense')).toBe(wrongCode);
  });

  it('never locks out a browser that opened the ticket before', async () => {
    const cookie = String((await open().expect(303)).headers['set-cookie']);
    expect(cookie).toMatch(/wasl_known=[^;]+; Max-Age=15552000;.*HttpOnly; SameSite=Lax/);
    const form = { number: ticket.number, code: 'AAAAAAAA', go: 'next' };
    await Promise.all(
      Array.from({ length: 12 }, () => portal.client.post('/en/track').type('form').send(form).expect(422)),
    );
    const right = { ...form, code: ticket.trackingCode };
    // Another browser gets the same answer for the right code as for a wrong one.
    const refused = await portal.client.post('/en/track').type('form').send(right).expect(422);
    expect(refused.text).toContain(TEXTS.en.track.wrong);
    await open().expect(303);
    // Wrong codes of another browser do not count against this one.
    for (let n = 0; n < 10; n++) await open(ticket.number, 'AAAAAAAA').expect(422);
    await open().expect(422);
    // A signature of another browser or another ticket is not accepted.
    const forged = /wasl_known=([\w-]+)/.exec(cookie)![1]!;
    await portal.client
      .post('/en/track')
      .set('Cookie', `wasl_known=${forged}.${'x'.repeat(22)}`)
      .type('form')
      .send(right)
      .expect(422);
  });

  it('adds a message with a file once, however often it is submitted', async () => {
    await open();
    const token = hiddenFieldsOf((await page()).text).token!;
    const send = () =>
      agent
        .post(`/en/track/${ticket.number}/messages`)
        .field({ token, message: 'And <now>', go: 'next', held: [] })
        .attach('files', PNG, 'now.png');
    expect((await send().expect(303)).headers.location).toBe(`/en/track/${ticket.number}?done=sent`);
    const messages = await portal.database.query('SELECT 1 FROM message WHERE body = $1', ['And <now>']);
    expect(messages).toHaveLength(1);
    const text = (await agent.get(`/en/track/${ticket.number}?done=sent`)).text;
    expect(text).toContain(TEXTS.en.ticket.sent);
    expect(text).toContain('And &lt;now&gt;');
    await reply({ token, message: 'Other words' }).expect(422);
    const twice = hiddenFieldsOf((await page()).text).token!;
    const both = await Promise.all([
      reply({ token: twice, message: 'x2' }),
      reply({ token: twice, message: 'x2' }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await portal.database.query(`SELECT 1 FROM message WHERE body = 'x2'`)).toHaveLength(1);
  });

  it('reopens a resolved ticket by a reply, and refuses one on a closed ticket', async () => {
    await open();
    await resolveTicket(portal.database, ticket.number);
    const { text } = await page();
    expect(text).toContain(TEXTS.en.ticket.reopenTitle);
    const { token } = hiddenFieldsOf(text);
    await reply({ token, message: 'Still there' }).expect(303);
    expect((await page()).text).toContain(TEXTS.en.ticket.statuses.open);
    const form = hiddenFieldsOf((await page()).text);
    await portal.database.query(`UPDATE ticket SET status = 'closed' WHERE number = $1`, [
      ticket.number.replaceAll('-', ''),
    ]);
    const refused = await reply({ token: form.token, message: 'Too late' }).expect(422);
    expect(refused.text).toContain(TEXTS.en.errors.cannotReply);
    expect((await page()).text).toContain(TEXTS.en.ticket.closed);
  });

  it('keeps an unfinished reply when the language changes, and when it is empty', async () => {
    await open();
    const arabic = await agent
      .post(`/ar/track/${ticket.number}/messages`)
      .type('form')
      .send({ go: 'stay', message: 'نصف رسالة' })
      .expect(200);
    expect(arabic.text).toContain('نصف رسالة</textarea>');
    expect((await reply({ message: ' ' }).expect(422)).text).toContain('href="#message"');
    await agent.get(`/ar/track/${ticket.number}/messages`).expect(303);
  });

  it('accepts one rating', async () => {
    await open();
    await resolveTicket(portal.database, ticket.number);
    const rate = (fields: object) =>
      agent.post(`/en/track/${ticket.number}/rating`).type('form').send(fields);
    expect((await rate({ comment: 'No score' }).expect(422)).text).toContain('No score</textarea>');
    expect((await rate({ score: '5' }).expect(303)).headers.location).toContain('done=rated');
    expect((await page()).text).not.toContain(TEXTS.en.ticket.rateTitle);
    expect((await rate({ score: '1' }).expect(422)).text).toContain(TEXTS.en.errors.cannotRate);
  });

  it('forgets the ticket on this device when asked to', async () => {
    await open();
    await agent.post(`/en/track/${ticket.number}/leave`).expect(303);
    await page().expect(303);
  });

  it('gives the same answer to every request for a lost code', async () => {
    const ask = async (contact: string) =>
      (
        await agent
          .post('/en/track/code')
          .type('form')
          .send({ number: ticket.number, contact, go: 'next' })
          .expect(200)
      ).text;
    expect(await ask('someone@example.com')).toBe(await ask('stranger@example.com'));
    const sent = await portal.database.query(`SELECT 1 FROM outbox WHERE type = 'tracking.code_requested'`);
    expect(sent).toHaveLength(1);
  });
});
