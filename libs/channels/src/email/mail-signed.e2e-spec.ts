import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authenticate } from 'mailauth';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import {
  CheckSenders,
  ClaimReplyTo,
  OriginalMail,
  ReceiveMail,
  SenderChecking,
  type SenderDns,
} from '#wasl/channels';
import { SETTINGS, UnitOfWork } from '#wasl/platform';
import { HeldMessages, TicketContacts } from '#wasl/tickets';
import { waitFor } from '#wasl/testing';
import { InboundMail, mailText, newMessageId } from '../../../../test/support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const KEY = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
const NAMES: Record<string, string> = {
  'mail._domainkey.contact.example': KEY,
  'mail._domainkey.home.example': KEY,
  'home.example': 'v=spf1 ip4:203.0.113.7 -all',
  '_dmarc.home.example': 'v=DMARC1; p=reject',
};
const absent = () => Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
const dns: SenderDns = async (name, type) => {
  const text = type === 'TXT' ? NAMES[name] : undefined;
  if (!text) throw absent();
  return [[text]];
};

describe('Sender checks', () => {
  let folder: string;
  let system: MailSystem;
  let desk: InboundMail;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wasl-dkim-'));
    writeFileSync(join(folder, 'key.pem'), PEM);
    system = await startMailSystem({
      DKIM_DOMAIN: 'contact.example',
      DKIM_SELECTOR: 'mail',
      DKIM_KEY_FILE: join(folder, 'key.pem'),
    });
    desk = new InboundMail(system);
  });
  afterAll(async () => {
    await system?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const checking = (lookUp: SenderDns) =>
    new CheckSenders(
      system.db,
      system.app.get(UnitOfWork),
      system.app.get(HeldMessages),
      system.app.get(TicketContacts),
      system.app.get(OriginalMail),
      new SenderChecking(lookUp),
      system.app.get(SETTINGS),
      system.app.get(ClaimReplyTo),
    );
  const rowOf = async (id: string) => {
    const [row] = await system.db.query<{ checks: unknown; due: boolean }>(
      'SELECT checks, check_at IS NOT NULL AS due FROM inbound_mail WHERE message_id = $1',
      [id],
    );
    return row!;
  };
  const receive = async (ip: string, sign: boolean, change = (raw: string) => raw) => {
    const id = newMessageId();
    let raw = mailText({ id }).replace(/\n/g, '\r\n');
    if (sign) {
      const key = { signingDomain: 'home.example', selector: 'mail', privateKey: PEM };
      // Without a time given, the signer asks the clock twice, and signs badly when a second ends in between.
      const signed = await dkimSign(raw, { ...key, signTime: new Date(), signatureData: [key] });
      raw = signed.signatures + raw;
    }
    const client = { ip, helo: 'mx.home.example' };
    const envelope = { from: 'person@home.example', recipients: ['general@contact.example'], client };
    await system.app.get(ReceiveMail).receive(envelope, Buffer.from(change(raw)));
    return id;
  };

  it('sign outgoing mail with DKIM', async () => {
    const { ticket } = await desk.openTicket();
    const id = await desk.acknowledgementOf(ticket.id);
    const sent = await waitFor(
      async () => (await system.outgoing()).find(({ mail }) => mail.messageId === id),
      { within: 30_000, what: 'the acknowledgement to leave' },
    );
    const verify = async (raw: string) => {
      const { dkim } = await authenticate(Buffer.from(raw), { resolver: dns as never, mta: 'x.example' });
      return dkim.results.map(({ status, signingDomain }) => [status.result, signingDomain]);
    };
    expect(await verify(sent.raw)).toEqual([['pass', 'contact.example']]);
    expect(await verify(sent.raw.replace(/^Subject: .*$/m, 'Subject: another'))).toEqual([
      ['fail', 'contact.example'],
    ]);
  });

  it('run against the sender’s domain once the mail is stored', async () => {
    const genuine = await receive('203.0.113.7', true);
    const elsewhere = await receive('198.51.100.9', false);
    const changed = await receive('198.51.100.9', true, (raw) => raw.replace('dark', 'bright'));
    expect(await rowOf(genuine)).toEqual({ checks: null, due: true });
    await checking(dns).run();
    expect(await rowOf(genuine)).toEqual({
      checks: { spf: 'pass', dkim: 'pass', dmarc: 'pass' },
      due: false,
    });
    expect(await rowOf(elsewhere)).toEqual({
      checks: { spf: 'fail', dkim: 'none', dmarc: 'fail' },
      due: false,
    });
    expect((await rowOf(changed)).checks).toEqual({ spf: 'fail', dkim: 'fail', dmarc: 'fail' });
  });

  it('use the first Received header when our own mail system relayed the mail', async () => {
    const received =
      'Received: from mx.home.example (mx.home.example [203.0.113.7]) by relay.contact.example;\r\n\tSun, 1 Mar 2026 10:00:00 +0000\r\n';
    const id = await receive('10.0.0.5', true, (raw) => received + raw);
    await checking(dns).run();
    expect((await rowOf(id)).checks).toEqual({ spf: 'pass', dkim: 'pass', dmarc: 'pass' });
  });

  it('are retried later when DNS fails, with the mail available meanwhile', async () => {
    const id = await receive('203.0.113.7', true);
    await checking(async () => {
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    }).run();
    expect((await desk.ticketOfMail(id)).subject).toBe('Street light');
    expect(await rowOf(id)).toMatchObject({ checks: { dkim: 'temperror' }, due: true });
    await system.db.query('UPDATE inbound_mail SET check_at = now() WHERE message_id = $1', [id]);
    await checking(dns).run();
    expect(await rowOf(id)).toEqual({ checks: { spf: 'pass', dkim: 'pass', dmarc: 'pass' }, due: false });
  });

  it('do not delay a stop during DNS lookups, and are repeated by the next process', async () => {
    const id = await receive('203.0.113.7', true);
    let asked = () => undefined as void;
    const asking = new Promise<void>((resolve) => (asked = resolve));
    const silent = checking(() => {
      asked();
      return new Promise(() => undefined);
    });
    const running = silent.run();
    await asking;
    const began = Date.now();
    silent.onModuleDestroy();
    await running;
    expect(Date.now() - began).toBeLessThan(15_000);
    expect(await rowOf(id)).toEqual({ checks: null, due: true });
    await checking(dns).run();
    expect(await rowOf(id)).toEqual({ checks: { spf: 'pass', dkim: 'pass', dmarc: 'pass' }, due: false });
  });
});
