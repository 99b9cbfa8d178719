import { describe, expect, it } from '@jest/globals';
import { imapAddress } from '../imap-address.js';
import { shouldCollect, type ListedMail, batchesOf } from './mail-selection.js';
import { envelopeFromHeaders } from './header-envelope.js';

const settings = { SMTP_OUT_TLS_VERIFY: true, IMAP_TLS_VERIFY: true };

describe('the address of a mailbox', () => {
  it('is read from a URL, with the standard ports and folder where it names none', () => {
    expect(imapAddress('imaps://me%40home.example:a%2Fb@mail.example', settings)).toEqual({
      host: 'mail.example',
      port: 993,
      secure: true,
      user: 'me@home.example',
      password: 'a/b',
      folder: 'INBOX',
      security: { required: true, tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true } },
      key: 'me@home.example@mail.example/INBOX',
    });
    expect(imapAddress('imap://u:p@[::1]:1143/Public/To%20do', settings)).toMatchObject({
      host: '::1',
      port: 1143,
      secure: false,
      folder: 'Public/To do',
      security: { required: false },
    });
  });
});

describe('a mail in a mailbox', () => {
  const since = new Date('2026-03-01T00:00:00Z');
  const cursor = { uidValidity: '1', firstUid: 100, lastUid: 50, since };
  const mail = (uid: number, seen: boolean, receivedAt: string | null = null): ListedMail => ({
    uid,
    seen,
    size: 1,
    receivedAt: receivedAt === null ? null : new Date(receivedAt),
  });

  it.each([
    ['dealt with', mail(50, false), false],
    ['of before, read', mail(99, true), false],
    ['of before, unread', mail(99, false), true],
    ['new, unread', mail(100, false), true],
    ['new, read by a person meanwhile', mail(101, true), true],
    ['numbered anew, of before we collected', mail(60, true, '2026-02-28T00:00:00Z'), false],
    ['numbered anew, of since then', mail(60, true, '2026-03-02T00:00:00Z'), true],
  ])('%s', (_what, one, wanted) => {
    expect(shouldCollect(one, cursor)).toBe(wanted);
  });

  it('is fetched in batches of limited number and bytes, or alone', () => {
    const sizes = [3, 3, 3, 20, 1, 1, 1, 1];
    const parts = batchesOf(
      sizes.map((size, uid) => ({ uid, size, seen: false, receivedAt: null })),
      3,
      7,
    );
    expect(parts.map((part) => part.map(({ size }) => size))).toEqual([[3, 3], [3], [20], [1, 1, 1], [1]]);
  });
});

describe('the envelope reconstructed from the header', () => {
  it('names the delivery addresses first, then those that the author named', () => {
    const head = [
      'Return-Path: <bounce+1@home.example>',
      'Delivered-To: box@provider.example',
      'X-Original-To: billing@contact.example',
      'From: Person <person@home.example>',
      'To: "One, Two" <general@contact.example>, undisclosed:;',
      'Cc: BILLING@contact.example,',
      ' Third <third@home.example>',
      '',
      'To: not@in.header',
    ].join('\r\n');
    expect(envelopeFromHeaders(head)).toEqual({
      from: 'bounce+1@home.example',
      recipients: [
        'box@provider.example',
        'billing@contact.example',
        'general@contact.example',
        'third@home.example',
      ],
    });
  });

  it('has the author as its sender when none was recorded, and none for a bounce', () => {
    expect(envelopeFromHeaders('From: P <p@home.example>\n\n').from).toBe('p@home.example');
    expect(envelopeFromHeaders('Return-Path: <>\nFrom: MAILER-DAEMON@home.example\n\n').from).toBe('');
  });
});
