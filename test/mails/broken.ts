import { base64, CRLF, file, html, lines, type MailCase, mail, multipart, part, PNG, text } from './build.js';

const MIXED = 'Content-Type: multipart/mixed; boundary=b';
const plan = file('plan.pdf', 'application/pdf', '%PDF-1.4');
const both = multipart('b', [text('It is dark.'), plan]);
const ending = (raw: Buffer, newline: string) =>
  Buffer.from(raw.toString('latin1').replace(/\r\n/g, newline), 'latin1');
const ordinary = mail('', { head: [MIXED], body: both }).raw;

/** Mail that violates the standards or was damaged in transit. */
export const BROKEN: MailCase[] = [
  mail('end of the last part missing', {
    head: [MIXED],
    body: multipart('b', [text('It is dark.'), plan], { closed: false }),
  }),
  mail('cut off inside a file', { head: [MIXED], body: both.subarray(0, both.length - 12) }),
  mail('cut off inside the head of a part', {
    head: [MIXED],
    body: both.subarray(0, both.indexOf('Content-Disposition')),
  }),
  mail('inner end missing', {
    head: [MIXED],
    body: multipart('b', [
      part(
        ['Content-Type: multipart/alternative; boundary=a'],
        multipart('a', [text('It is dark.'), html('<p>x</p>')], { closed: false }),
      ),
      plan,
    ]),
  }),
  mail('inner boundary the same as the outer', {
    head: [MIXED],
    body: multipart('b', [
      part(['Content-Type: multipart/alternative; boundary=b'], multipart('b', [text('It is dark.')])),
      plan,
    ]),
  }),
  mail('boundary not named', { head: ['Content-Type: multipart/mixed'], body: both }),
  mail('boundary named wrongly', { head: ['Content-Type: multipart/mixed; boundary=other'], body: both }),
  mail('multipart without parts', { head: [MIXED], body: 'It is dark.\r\n' }),
  mail('multipart in base64', { head: [MIXED, 'Content-Transfer-Encoding: base64'], body: both }),
  mail('delimiter inside a line', { head: [MIXED], body: multipart('b', [text('It is --b dark.')]) }),
  { name: 'bare line feeds', raw: ending(ordinary, '\n') },
  { name: 'bare carriage returns', raw: ending(ordinary, '\r') },
  { name: 'carriage return twice', raw: ending(ordinary, '\r\r\n') },
  {
    name: 'line ends mixed',
    raw: Buffer.concat([ending(mail('x', { body: '' }).raw, '\n'), Buffer.from('It is\r\ndark.\n')]),
  },
  mail('base64 that is plain text', { head: ['Content-Transfer-Encoding: base64'], body: 'It is dark.' }),
  mail('base64 with a footer', {
    head: ['Content-Transfer-Encoding: base64'],
    body: `${base64('It is dark.')}${CRLF}${CRLF}______${CRLF}A list footer`,
  }),
  mail('base64 padded line by line', {
    head: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
    body: ['It is ', 'dark', '.'].map((piece) => Buffer.from(piece).toString('base64')).join(CRLF),
  }),
  mail('base64 without padding', {
    head: ['Content-Transfer-Encoding: base64'],
    body: base64('It is dark.').replace(/=+$/, ''),
  }),
  mail('quoted-printable that is plain text', {
    head: ['Content-Transfer-Encoding: quoted-printable'],
    body: 'a = b, 100=% and =ZZ',
  }),
  mail('quoted-printable in small letters', {
    head: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
    body: '=d9=85=d8=b8=d9=84=d9=85',
  }),
  mail('quoted-printable cut off', {
    head: ['Content-Transfer-Encoding: quoted-printable'],
    body: 'It is dark.=',
  }),
  mail('encoding unknown', { head: ['Content-Transfer-Encoding: x-mine'] }),
  mail('encoding in capitals with quotes', {
    head: ['Content-Transfer-Encoding: "BASE64"'],
    body: base64('It is dark.'),
  }),
  mail('seven bits with eight', {
    head: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 7bit'],
    body: 'مظلم',
  }),
  mail('lines of a head that are none', { head: ['This is no field', 'X-Good: yes'] }),
  mail('field name with a space', { head: ['X Bad: yes', 'Reply-To : reply@home.example'] }),
  mail('field without a value', { head: ['X-Empty:', 'X-More: 1'] }),
  mail('nul in the head', { subject: 'Street\0 light' }),
  {
    name: 'line of a mailbox before the head',
    raw: Buffer.concat([
      Buffer.from(`From person@home.example Mon Oct  6 09:30:00 2025${CRLF}`),
      mail('mbox').raw,
    ]),
  },
  {
    name: 'no empty line',
    raw: lines('From: Person <person@home.example>', 'Subject: Street light', 'It is dark.'),
  },
  { name: 'empty lines first', raw: Buffer.concat([Buffer.from('\r\n\r\n'), mail('late').raw]) },
  { name: 'not a mail at all', raw: Buffer.from(PNG), envelopeFrom: 'person@home.example' },
  { name: 'nothing', raw: Buffer.alloc(0), envelopeFrom: 'person@home.example' },
  mail('Message-ID without brackets', { id: null, head: ['Message-ID: bare@home.example'] }),
  mail('Message-ID twice', { head: ['Message-ID: <second@home.example>'] }),
  mail('Message-ID folded', { id: null, head: ['Message-ID:\r\n <folded@home.example>'] }),
  mail('content type twice', {
    head: ['Content-Type: text/plain; charset=utf-8', 'Content-Type: text/html'],
    body: 'مظلم',
  }),
  mail('type text without a kind', { head: ['Content-Type: text'] }),
  mail('charset given twice', {
    head: ['Content-Type: text/plain; charset=utf-8; charset=us-ascii'],
    body: 'مظلم',
  }),
];
