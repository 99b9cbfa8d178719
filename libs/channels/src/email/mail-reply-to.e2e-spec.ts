import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import {
  CheckSenders,
  ClaimReplyTo,
  OriginalMail,
  ReceiveMail,
  SenderChecking,
  type SenderDns,
} from '#wasl/channels';
import { uuidv7 } from '#wasl/kernel';
import { SETTINGS, UnitOfWork } from '#wasl/platform';
import { ContactViews, HeldMessages, Messages, staffActor, TicketContacts } from '#wasl/tickets';
import {
  InboundMail,
  mailText,
  newMessageId,
  type TicketRow,
} from '../../../../test/support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const KEY = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
const NAMES: Record<string, string> = {
  'mail._domainkey.ministry.example': KEY,
  'mail._domainkey.elsewhere.example': KEY,
  '_dmarc.ministry.example': 'v=DMARC1; p=reject',
  'ministry.example': 'v=spf1 ip4:203.0.113.7 -all',
};
const dns: SenderDns = async (name, type) => {
  const text = type === 'TXT' ? NAMES[name] : undefined;
  if (!text) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  return [[text]];
};
const FROM = 'form@ministry.example';
const GENERAL = 'general@contact.example';
let people = 0;

interface Signing {
  domain?: string;
  /** names in `h=` */
  covers?: string;
  /** `l=` */
  length?: number;
}

/** A mail that is signed as it stands, and changed on its way. */
async function signedMail(
  draft: { id?: string; replyTo: string | null; subject?: string; from?: string; head?: string[] },
  { domain = 'ministry.example', covers = 'From:Subject:Reply-To', length }: Signing = {},
  change = (raw: string) => raw,
): Promise<string> {
  const head = [...(draft.replyTo ? [`Reply-To: ${draft.replyTo}`] : []), ...(draft.head ?? [])];
  const raw = mailText({
    ...draft,
    from: draft.from ?? `Contact form <${FROM}>`,
    head,
    body: `The lamp is dark at house ${++people}.`,
  }).replace(/\n/g, '\r\n');
  // The signer takes the names as one text, whatever its types say, and the length of the body for each signature.
  const headerList = covers as unknown as string[];
  const key = { signingDomain: domain, selector: 'mail', privateKey: PEM, maxBodyLength: length };
  const signing = { ...key, headerList, signTime: new Date(), signatureData: [key] };
  const { signatures, errors } = await dkimSign(raw, signing);
  expect(errors).toEqual([]);
  return change(signatures + raw);
}

describe('Reply-To of a mail that its domain vouches for', () => {
  let system: MailSystem;
  let desk: InboundMail;
  let checking: SenderChecking;
  beforeAll(async () => {
    system = await startMailSystem();
    desk = new InboundMail(system);
    checking = new SenderChecking(dns);
    await system.db.query(
      `INSERT INTO staff (id, email, name, role, password_hash, language, created_at)
       VALUES ($1, 'agent@contact.example', 'Agent', 'agent', 'x', 'en', now())`,
      [AGENT],
    );
  });
  afterAll(async () => {
    checking?.onApplicationShutdown();
    await system?.stop();
  });

  const AGENT = uuidv7();
  const check = async () => {
    const { app, db } = system;
    const senders = new CheckSenders(
      db,
      app.get(UnitOfWork),
      app.get(HeldMessages),
      app.get(TicketContacts),
      app.get(OriginalMail),
      checking,
      app.get(SETTINGS),
      app.get(ClaimReplyTo),
    );
    await senders.run();
    await system.waitUntilIdle();
  };
  const contactsOf = (ticket: TicketRow) => system.app.get(ContactViews).ofTicket(ticket.number);
  const named = async (ticket: TicketRow) => (await contactsOf(ticket)).filter(({ replyTo }) => replyTo);
  const mailsTo = async (address: string) =>
    (await system.outgoing())
      .filter(({ mail }) => JSON.stringify(mail.to).includes(address))
      .map(({ mail }) => mail);
  const newPerson = () => `layla${++people}@home.example`;
  const receive = async (raw: string, from = FROM) => {
    const id = /^Message-ID: (\S+)/im.exec(raw)![1]!;
    await system.send(raw, { to: GENERAL, from });
    return desk.ticketOfMail(id);
  };
  const filed = async (replyTo = newPerson()) => {
    const ticket = await receive(await signedMail({ replyTo }));
    await check();
    return { ticket, replyTo };
  };
  const answer = async (ticket: TicketRow, body: string) => {
    await system.app.get(Messages).byStaff(ticket.number, { kind: 'public_reply', body }, staffActor(AGENT));
    await system.waitUntilIdle();
  };

  it('makes a claimed contact, which is told once, in fixed words', async () => {
    const { ticket, replyTo } = await filed();
    expect(await named(ticket)).toMatchObject([
      {
        kind: 'email',
        value: replyTo,
        state: 'claimed',
        wroteToUs: false,
        role: 'requester',
        withheld: false,
      },
    ]);
    const [mail, ...others] = await mailsTo(replyTo);
    expect(others).toEqual([]);
    expect(mail!.text).toContain('/confirm/');
    expect(`${mail!.subject} ${mail!.text} ${String(mail!.html)}`).not.toMatch(
      /lamp|street light|Contact form/i,
    );
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
    const history = await system.db.query(
      `SELECT data->>'by' AS by, actor_kind FROM history WHERE ticket_id = $1 AND type = 'contact_named'`,
      [ticket.id],
    );
    expect(history).toEqual([{ by: 'reply_to', actor_kind: 'system' }]);
  });

  it('changes nothing when the mail is repeated or checked again', async () => {
    const replyTo = newPerson();
    const raw = await signedMail({ replyTo });
    const ticket = await receive(raw);
    await check();
    await receive(raw);
    await system.db.query('UPDATE inbound_mail SET check_at = now() WHERE ticket_id = $1', [ticket.id]);
    await check();
    expect(await named(ticket)).toHaveLength(1);
    expect(await mailsTo(replyTo)).toHaveLength(1);
  });

  it('gets the answers once the link is used, those of before included', async () => {
    const { ticket, replyTo } = await filed();
    await answer(ticket, 'The first answer.');
    expect(await mailsTo(replyTo)).toHaveLength(1);
    const [contact] = await named(ticket);
    await system.app
      .get(UnitOfWork)
      .run((tx) => system.app.get(TicketContacts).byOwner(tx, contact!.id, 'proved_by_link'));
    await answer(ticket, 'The second answer.');
    const texts = (await mailsTo(replyTo)).map(({ text }) => text!);
    expect(texts.some((text) => text.includes('The first answer.'))).toBe(true);
    expect(texts.some((text) => text.includes('The second answer.'))).toBe(true);
    const toForm = (await mailsTo(FROM)).map(({ text }) => text ?? '').join();
    expect(toForm).toContain('The first answer.');
    expect(toForm).not.toContain('The second answer.');
  });

  it('gets them once its owner replies, and once staff confirm it', async () => {
    const byReply = await filed();
    const [notice] = await mailsTo(byReply.replyTo);
    await system.send(mailText({ from: byReply.replyTo, subject: 'Re: it', body: 'It was me.' }), {
      to: notice!.replyTo!.value[0]!.address!,
      from: byReply.replyTo,
    });
    expect(await named(byReply.ticket)).toMatchObject([{ state: 'verified', provedBy: 'proved_by_reply' }]);
    const byStaff = await filed();
    const [contact] = await named(byStaff.ticket);
    await system.app
      .get(TicketContacts)
      .byStaff(byStaff.ticket.number, contact!.id, 'confirmed_by_staff', AGENT);
    for (const [{ ticket, replyTo }, text] of [
      [byReply, 'The answer to a reply.'],
      [byStaff, 'The answer after a call.'],
    ] as const) {
      await answer(ticket, text);
      expect((await mailsTo(replyTo)).at(-1)!.text).toContain(text);
    }
  });

  const asWritten = (raw: string) => raw;
  const withThief = (raw: string) => `Reply-To: thief@home.example\r\n${raw}`;
  it.each<[string, string, Signing, (raw: string) => string]>([
    ['was added to a mail that has none', 'pass', { covers: 'From:Subject' }, withThief],
    ['was added before the signed one', 'pass', {}, withThief],
    [
      'was added after the signed one',
      'fail',
      {},
      (raw) => raw.replace('\r\n\r\n', '\r\nReply-To: thief@home.example\r\n\r\n'),
    ],
    ['is signed by another domain', 'fail', { domain: 'elsewhere.example' }, asWritten],
    ['is not covered by the signature', 'pass', { covers: 'From:Subject' }, asWritten],
    ['is signed with a part of the body', 'pass', { length: 10 }, asWritten],
    ['was replaced', 'fail', {}, (raw) => raw.replace(/^Reply-To: .*$/m, 'Reply-To: thief@home.example')],
  ])('counts for nothing when it %s (DMARC: %s)', async (what, dmarc, signing, change) => {
    const replyTo = what.endsWith('has none') ? null : newPerson();
    const ticket = await receive(await signedMail({ replyTo }, signing, change));
    await check();
    expect(
      await system.db.query(`SELECT checks->>'dmarc' AS dmarc FROM inbound_mail WHERE ticket_id = $1`, [
        ticket.id,
      ]),
    ).toEqual([{ dmarc }]);
    expect((await contactsOf(ticket)).map(({ value }) => value)).toEqual([FROM]);
    for (const address of ['thief@home.example', ...(replyTo ? [replyTo] : [])])
      expect(await mailsTo(address)).toEqual([]);
  });

  it('counts for nothing on a mail that goes on with a ticket, so that nobody redirects its answers', async () => {
    const { ticket } = await filed();
    const replyTo = newPerson();
    const subject = `Re: [#${ticket.number.replace(/(\d{4})(?=\d)/g, '$1-')}] lamp`;
    const joined = await receive(await signedMail({ replyTo, subject }));
    await check();
    expect(joined.id).toBe(ticket.id);
    expect(await named(ticket)).toHaveLength(1);
    expect(await mailsTo(replyTo)).toEqual([]);
  });

  it.each([
    ['stopped our mail', 'mail_stopped_at'],
    ['cannot be reached', 'undeliverable_at'],
  ])('counts for nothing where the address %s', async (_what, column) => {
    const replyTo = newPerson();
    await system.db.query(`INSERT INTO address_reach (kind, value, ${column}) VALUES ('email', $1, now())`, [
      replyTo,
    ]);
    const { ticket } = await filed(replyTo);
    expect(await named(ticket)).toEqual([]);
  });

  it('counts for nothing after its owner refused a ticket of the same sender, and for our own addresses', async () => {
    const { ticket, replyTo } = await filed();
    const [contact] = await named(ticket);
    await system.app
      .get(UnitOfWork)
      .run((tx) => system.app.get(TicketContacts).byOwner(tx, contact!.id, 'refused_by_owner'));
    expect(await named((await filed(replyTo)).ticket)).toEqual([]);
    expect(await mailsTo(replyTo)).toHaveLength(1);
    expect(await named((await filed('billing@contact.example')).ticket)).toEqual([]);
  });

  it('is told no more often than a typed address, whoever signs', async () => {
    const victim = newPerson();
    const tickets: TicketRow[] = [];
    for (let n = 0; n < 7; n++) tickets.push((await filed(victim)).ticket);
    expect(await mailsTo(victim)).toHaveLength(5);
    const [last] = await named(tickets.at(-1)!);
    expect(last).toMatchObject({ state: 'claimed', withheld: true });
  });

  it('is limited by the network that delivered it and by what was written', async () => {
    const id = newMessageId();
    const raw = await signedMail({ id, replyTo: newPerson() });
    const client = { ip: '203.0.113.7', helo: 'mx.ministry.example' };
    await system.app
      .get(ReceiveMail)
      .receive({ from: FROM, recipients: [GENERAL], client }, Buffer.from(raw));
    await check();
    const rows = await system.db.query(
      `SELECT source IS NOT NULL AS source, content IS NOT NULL AS content FROM ticket_contact
        WHERE reply_to AND ticket_id = $1`,
      [(await desk.ticketOfMail(id)).id],
    );
    expect(rows).toEqual([{ source: true, content: true }]);
  });
});
