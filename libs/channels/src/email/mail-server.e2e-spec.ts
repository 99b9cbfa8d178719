import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AsyncLocalStorage } from 'node:async_hooks';
import { connect } from 'node:net';
import pg from 'pg';
import { MailAddresses, ReceiveMail } from '#wasl/channels';
import { type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { Attachments } from '#wasl/tickets';
import { runAsOwner } from '#wasl/testing';
import { MailIntake } from './intake/mail-intake.js';
import { SmtpClient } from '../../../../test/bench/smtp-client.js';
import { InboundMail, mailText, newMessageId } from '../../../../test/support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';

describe('The mail server', () => {
  let system: MailSystem;
  let desk: InboundMail;
  beforeAll(async () => {
    system = await startMailSystem();
    desk = new InboundMail(system);
  });
  afterAll(() => system?.stop());

  it('announces the size limit, and rejects larger mail', async () => {
    const hello = await ehlo(system.app.get(MailIntake).port);
    expect(hello).toContain('SIZE 26214400');
    expect(hello).toContain('STARTTLS');
    expect(hello).not.toMatch(/AUTH/);
    const large = mailText({ body: 'x'.repeat(70).concat('\n').repeat(390_000) });
    await expect(system.send(large, { to: 'general@contact.example' })).rejects.toMatchObject({
      responseCode: 552,
    });
  });

  it('responds with a temporary error when the database fails, and accepts the retry', async () => {
    await runAsOwner(system.databaseUrl, `ALTER TABLE inbound_mail RENAME TO inbound_mail_away`);
    const id = newMessageId();
    const raw = mailText({ id });
    await expect(system.send(raw, { to: 'general@contact.example' })).rejects.toMatchObject({
      responseCode: 451,
    });
    await runAsOwner(system.databaseUrl, `ALTER TABLE inbound_mail_away RENAME TO inbound_mail`);
    expect(await system.send(raw, { to: 'general@contact.example' })).toMatch(/^250 /);
    expect(await desk.ticketOfMail(id)).toBeDefined();
  });

  it('responds with a temporary error when the disk is full', async () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    jest.spyOn(system.app.get(Attachments), 'store').mockRejectedValueOnce(full);
    const id = newMessageId();
    const raw = mailText({
      id,
      head: ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename=a.pdf'],
    });
    const to = 'general@contact.example';
    await expect(system.send(raw, { to })).rejects.toMatchObject({ responseCode: 452 });
    expect(await system.send(raw, { to })).toMatch(/^250 /);
    expect(await desk.ticketOfMail(id)).toBeDefined();
  });

  it('answers for each of many recipients, so that the client retries only those that exist', async () => {
    const known = Array.from({ length: 150 }, (_, n) => `general+${n}@contact.example`);
    const unknown = known.map((address) => address.replace('general', 'nobody'));
    const codes = new Map<string, string>();
    const client = await SmtpClient.open(system.app.get(MailIntake).port);
    const mixed = known.flatMap((address, n) => [address, unknown[n]!]);
    const raw = mailText({ subject: 'To many' });
    let rounds = 0;
    for (let rest = mixed; rest.length > 0 && rounds < 5; rounds++) {
      const answers = await client.begin('person@home.example', rest);
      rest.forEach((address, n) => codes.set(address, answers[n]!));
      expect(await client.data(raw)).toBe('250');
      rest = rest.filter((address) => codes.get(address)!.startsWith('4'));
      expect(rest.filter((address) => unknown.includes(address))).toEqual([]);
    }
    client.close();
    expect(rounds).toBe(2);
    expect(known.map((address) => codes.get(address))).toEqual(known.map(() => '250'));
    expect(unknown.map((address) => codes.get(address))).toEqual(unknown.map(() => '550'));
    expect(await desk.count(`ticket WHERE subject = 'To many'`)).toBe(1);
  });

  it('says which port is taken when it cannot start', async () => {
    const { port } = system.app.get(MailIntake);
    const settings = { ...system.app.get<RuntimeSettings>(SETTINGS), SMTP_IN_PORT: port };
    const second = new MailIntake(settings, system.app.get(MailAddresses), system.app.get(ReceiveMail));
    await expect(second.onApplicationBootstrap()).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  });

  it('accepts more concurrent mail than it has database connections', async () => {
    const ids = Array.from({ length: 60 }, newMessageId);
    const to = 'general@contact.example';
    await Promise.all(
      ids.map((id, i) => system.send(mailText({ id, from: `crowd${i}@home.example` }), { to })),
    );
    expect(await desk.count('mail_thread WHERE message_id = ANY($1::text[])', [ids])).toBe(60);
  });

  it('needs at most twelve statements for a mail', async () => {
    const envelope = { from: 'known@home.example', recipients: ['general@contact.example'] };
    const receive = () =>
      system.app.get(ReceiveMail).receive(envelope, Buffer.from(mailText({ from: 'known@home.example' })));
    await receive();
    const ofThisMail = new AsyncLocalStorage<string[]>();
    const statements: string[] = [];
    const real = pg.Client.prototype.query;
    pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
      const [query] = given as [string | { text: string }];
      ofThisMail.getStore()?.push(typeof query === 'string' ? query : query.text);
      return (real as (...given: unknown[]) => unknown).apply(this, given);
    } as typeof real;
    try {
      await ofThisMail.run(statements, receive);
    } finally {
      pg.Client.prototype.query = real;
    }
    const transaction = statements.slice(statements.indexOf('BEGIN'), statements.indexOf('COMMIT') + 1);
    expect(transaction.length).toBeGreaterThan(5);
    expect(transaction.length).toBeLessThanOrEqual(12);
  });
});

async function ehlo(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.on('data', (data) => {
      heard += data.toString();
      if (/^220 /m.test(heard) && !heard.includes('250')) socket.write('EHLO test\r\n');
      if (/^250 /m.test(heard)) {
        socket.end('QUIT\r\n');
        resolve(heard);
      }
    });
    socket.on('error', reject);
  });
}
