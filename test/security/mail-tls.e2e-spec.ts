import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect as connectTcp, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { generate } from 'selfsigned';
import { SMTPServer } from 'smtp-server';
import { SmtpTransport } from '#wasl/notifications';
import { type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { CertificateSource, MailIntake } from '#wasl/channels';
import { InboundMail, mailText, newMessageId } from '../support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../support/mail-system.js';

const DAY_MS = 86_400_000;
/** A self-signed certificate. */
const certificateOf = (host: string) => {
  const { cert, private: key } = generate([{ name: 'commonName', value: host }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [/^[\d.]+$/.test(host) ? { type: 7, ip: host } : { type: 2, value: host }],
      },
    ],
  });
  return { cert, key };
};

describe('Our mail server over TLS', () => {
  let folder: string;
  let system: MailSystem;
  let port: number;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wasl-tls-'));
    system = await startMailSystem();
    port = system.app.get(MailIntake).port;
  });
  afterAll(async () => {
    await system?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('offers STARTTLS with a self-signed certificate, and accepts mail over it', async () => {
    const { DATA_DIR } = system.app.get<RuntimeSettings>(SETTINGS);
    const file = join(DATA_DIR, 'smtp-tls', 'own.pem');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const ca = await readFile(file, 'utf8');
    const client = createTransport({
      host: '127.0.0.1',
      port,
      requireTLS: true,
      tls: { ca, servername: 'contact.example', minVersion: 'TLSv1.2' },
    });
    const id = newMessageId();
    await client.sendMail({
      envelope: { from: 'person@home.example', to: 'general@contact.example' },
      raw: mailText({ id }),
    });
    client.close();
    expect(await new InboundMail(system).ticketOfMail(id)).toMatchObject({ subject: 'Street light' });
  });

  it('refuses TLS below 1.2', async () => {
    const old = { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    await expect(secured(port, 'STARTTLS\r\n', old)).rejects.toThrow(/protocol|alert|version/i);
    const { socket } = await secured(port, 'STARTTLS\r\n', {});
    expect(socket.getProtocol()).toMatch(/^TLSv1\.[23]$/);
    socket.destroy();
  });

  it('discards what was sent before STARTTLS', async () => {
    const injected = `STARTTLS\r\n${'NOOP\r\n'.repeat(300)}EHLO evil.example\r\nMAIL FROM:<evil@evil.example>\r\n`;
    const { socket } = await secured(port, injected, {});
    // The greeting and sender from before STARTTLS must be discarded; keeping them would give 250 here.
    expect(await say(socket, 'RCPT TO:<general@contact.example>')).toMatch(/^503 /);
    expect(await say(socket, 'EHLO client.example')).toMatch(/^250/);
    expect(await say(socket, 'RCPT TO:<general@contact.example>')).toMatch(/^503 /);
    socket.destroy();
  });

  it('renews its own certificate before expiry, and only then', async () => {
    const settings = { DATA_DIR: folder, MAIL_DOMAIN: 'contact.example' };
    const first = await new CertificateSource(settings).ifChanged();
    const source = new CertificateSource(settings);
    expect(await source.ifChanged()).toEqual(first);
    expect(await source.ifChanged(Date.now() + 300 * DAY_MS)).toBeNull();
    const renewed = await source.ifChanged(Date.now() + 340 * DAY_MS);
    expect(renewed!.cert).not.toBe(first!.cert);
    expect(await new CertificateSource(settings).ifChanged()).toEqual(renewed);
  });

  it('uses the configured certificate files, and reloads them together when they change', async () => {
    const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    const put = async ({ cert, key }: { cert: string; key: string }) => {
      await writeFile(certFile, cert);
      await writeFile(keyFile, key);
    };
    const [one, other] = [certificateOf('one.example'), certificateOf('other.example')];
    await put(one);
    const named = await startMailSystem({ SMTP_IN_TLS_CERT_FILE: certFile, SMTP_IN_TLS_KEY_FILE: keyFile });
    const intake = named.app.get(MailIntake);
    const shown = async () => {
      const { socket } = await secured(intake.port, 'STARTTLS\r\n', {});
      const { CN } = socket.getPeerCertificate().subject;
      socket.destroy();
      return CN;
    };
    expect(await shown()).toBe('one.example');
    await put({ cert: other.cert, key: one.key });
    await intake.renewCertificate();
    expect(await shown()).toBe('one.example');
    await put(other);
    await intake.renewCertificate();
    expect(await shown()).toBe('other.example');
    await named.stop();
  });
});

describe('Outgoing mail', () => {
  let folder: string;
  let received: number;
  const servers: SMTPServer[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wasl-tls-'));
  });
  afterAll(async () => {
    for (const server of servers) await new Promise<void>((resolve) => server.close(() => resolve()));
    await rm(folder, { recursive: true, force: true });
  });

  const serve = async (options: object): Promise<string> => {
    received = 0;
    const server = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => {
          received++;
          done();
        });
      },
      ...options,
    });
    server.on('error', () => undefined);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(server.server.address() as { port: number }).port}`;
  };
  const send = async (url: string, settings: object = {}) => {
    const transport = new SmtpTransport(url, {
      SMTP_OUT_TLS_VERIFY: true,
      IMAP_TLS_VERIFY: true,
      ...settings,
    });
    const envelope = { from: 'a@contact.example', to: 'b@home.example' };
    try {
      await transport.deliver({ id: 'x', envelope, content: Buffer.from('Subject: x\r\n\r\nx\r\n') });
    } finally {
      transport.close();
    }
  };

  it.each(['smtp', 'smtps'])('is not sent by %s to a server with an invalid certificate', async (scheme) => {
    const pair = certificateOf('127.0.0.1');
    const at = await serve({ ...pair, secure: scheme === 'smtps' });
    const url = `${scheme}://${at}`;
    await expect(send(url)).rejects.toThrow(/certificate/i);
    expect(received).toBe(0);
    const ca = join(folder, `${scheme}.pem`);
    await writeFile(ca, pair.cert);
    await send(url, { MAIL_TLS_CA_FILE: ca });
    await send(url, { SMTP_OUT_TLS_VERIFY: false });
    expect(received).toBe(2);
  });

  it('is not sent to a server with another host’s certificate', async () => {
    const pair = certificateOf('mail.example');
    const at = await serve(pair);
    const ca = join(folder, 'other.pem');
    await writeFile(ca, pair.cert);
    await expect(send(`smtp://${at}`, { MAIL_TLS_CA_FILE: ca })).rejects.toThrow(/altnames|hostname/i);
    expect(received).toBe(0);
  });

  it('is not sent unencrypted where encryption is required', async () => {
    const at = await serve({ disabledCommands: ['AUTH', 'STARTTLS'] });
    await expect(send(`smtp://${at}`, { SMTP_OUT_TLS_REQUIRED: true })).rejects.toThrow(/TLS/);
    expect(received).toBe(0);
    await send(`smtp://${at}`);
    expect(received).toBe(1);
  });
});

/** Connects, sends `plain` in one write, and continues over TLS. */
async function secured(
  port: number,
  plain: string,
  options: ConnectionOptions,
): Promise<{ socket: TLSSocket }> {
  const raw = connectTcp(port, '127.0.0.1');
  await next(raw, /^220 /m);
  raw.write('EHLO client.example\r\n');
  await next(raw, /^250 /m);
  raw.write(plain);
  await next(raw, /^220 /m);
  raw.removeAllListeners('data');
  const socket = connectTls({ socket: raw, rejectUnauthorized: false, ...options });
  await new Promise<void>((resolve, reject) => {
    socket.once('secureConnect', resolve);
    socket.once('error', reject);
  });
  return { socket };
}

function next(socket: Socket, end: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const take = (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (!end.test(text)) return;
      socket.off('data', take);
      resolve(text);
    };
    socket.on('data', take);
    socket.once('error', reject);
  });
}

function say(socket: TLSSocket, line: string): Promise<string> {
  const answer = next(socket, /^\d{3} .*\r\n/m);
  socket.write(`${line}\r\n`);
  return answer;
}
