import { describe, expect, it } from '@jest/globals';
import { isLoopback, mailServerTls } from './mail-tls.js';

const settings = { SMTP_OUT_TLS_VERIFY: true, IMAP_TLS_VERIFY: true };

describe('TLS for mail servers', () => {
  it.each(['127.0.0.1', '127.9.9.9', '[::1]', '::1', 'localhost', 'LOCALHOST', 'mail.localhost'])(
    'should recognise %s as this machine',
    (host) => expect(isLoopback(host)).toBe(true),
  );

  it.each(['10.0.0.1', 'mail.example', 'localhost.evil.example', '127.0.0.1.evil.example', '::2', ''])(
    'should not take %s for this machine',
    (host) => expect(isLoopback(host)).toBe(false),
  );

  it('should require encryption and valid certificates unless settings say otherwise', () => {
    expect(mailServerTls('SMTP_OUT', 'mail.example', settings)).toEqual({
      required: true,
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    });
    expect(mailServerTls('IMAP', '127.0.0.1', settings).required).toBe(false);
    const open = { ...settings, IMAP_TLS_VERIFY: false, IMAP_TLS_REQUIRED: false };
    expect(mailServerTls('IMAP', 'mail.example', open)).toMatchObject({
      required: false,
      tls: { rejectUnauthorized: false },
    });
    expect(mailServerTls('SMTP_OUT', 'mail.example', open)).toMatchObject({
      required: true,
      tls: { rejectUnauthorized: true },
    });
  });
});
