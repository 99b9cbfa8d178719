import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, describe, expect, it } from '@jest/globals';
import { generate } from 'selfsigned';
import { imapAddress } from './imap-address.js';
import { MailboxSession } from './mailbox-session.js';

const SETTINGS = { SMTP_OUT_TLS_VERIFY: true, IMAP_TLS_VERIFY: true };

describe('The connection to the mailbox', () => {
  let server: Server;
  const sockets = new Set<Socket>();
  let heard: string;
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  /** A server that offers no STARTTLS, refuses every sign-in, and notes what it hears. */
  const greet = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n');
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
      for (const tag of chunk.toString('utf8').matchAll(/^(\S+) (\S+)/gm)) {
        const isSignIn = /LOGIN|AUTHENTICATE/i.test(tag[2]!);
        if (/CAPABILITY/i.test(tag[2]!)) socket.write('* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n');
        socket.write(`${tag[1]} ${isSignIn ? 'NO [AUTHENTICATIONFAILED] no' : 'OK done'}\r\n`);
      }
    });
  };
  const serve = async (made: Server): Promise<number> => {
    heard = '';
    server = made;
    server.on('connection', (socket) => sockets.add(socket));
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as { port: number }).port;
  };
  const open = (url: string, settings: object = {}) =>
    MailboxSession.open(imapAddress(url, { ...SETTINGS, ...settings }), () => undefined);
  const signInHeard = () => /LOGIN|AUTHENTICATE/i.test(heard);

  it('sends no password to a server with a wrong certificate, unless a setting allows it', async () => {
    const { cert, private: key } = generate([{ name: 'commonName', value: '127.0.0.1' }], {
      keySize: 2048,
      algorithm: 'sha256',
    });
    const url = `imaps://me:secret@127.0.0.1:${await serve(createTlsServer({ cert, key }, greet))}/INBOX`;
    await expect(open(url)).rejects.toThrow(/certificate/i);
    expect(heard).toBe('');
    await expect(open(url, { IMAP_TLS_VERIFY: false })).rejects.toThrow(/refuses the sign-in/);
    expect(signInHeard()).toBe(true);
  });

  it('sends no password over an unencrypted connection where encryption is required', async () => {
    const url = `imap://me:secret@127.0.0.1:${await serve(createServer(greet))}/INBOX`;
    await expect(open(url, { IMAP_TLS_REQUIRED: true })).rejects.toThrow();
    expect(signInHeard()).toBe(false);
    await expect(open(url)).rejects.toThrow(/refuses the sign-in/);
    expect(signInHeard()).toBe(true);
  });
});
