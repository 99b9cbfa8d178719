import { base64, CRLF, html, type MailCase, mail, multipart, part, text } from './build.js';

const many = (n: number, of: (i: number) => string | Buffer) => Array.from({ length: n }, (_, i) => of(i));

function nest(depth: number): Buffer {
  const opened = many(
    depth,
    (i) => `--b${i}${CRLF}Content-Type: multipart/mixed; boundary=b${i + 1}${CRLF}${CRLF}`,
  );
  return Buffer.from(`${opened.join('')}--b${depth}${CRLF}${CRLF}deep${CRLF}`);
}

const typed = (type: string) => [`Content-Type: ${type}`];

/** Mail made to exhaust the parser, and mail that is merely large. */
export const BOMBS: MailCase[] = [
  mail('25 megabytes in a file', {
    head: typed('multipart/mixed; boundary=b'),
    body: multipart('b', [
      text('It is dark.'),
      part(
        ['Content-Type: application/pdf; name=plan.pdf', 'Content-Transfer-Encoding: base64'],
        base64(Buffer.alloc(18_000_000, 'plan')),
      ),
    ]),
  }),
  mail('25 megabytes of text', {
    head: typed('text/plain; charset=utf-8'),
    body: Buffer.alloc(25_000_000, 'It is dark.\r\n'),
  }),
  mail('25 megabytes in quoted-printable', {
    head: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
    body: Buffer.alloc(25_000_000, '=D9=85=D8=B8=D9=84=D9=85=\r\n'),
  }),
  mail('25 megabytes of HTML', {
    head: typed('text/html; charset=utf-8'),
    body: Buffer.alloc(25_000_000, '<p>It is dark.</p>'),
  }),
  mail('thousands of parts', {
    head: typed('multipart/mixed; boundary=b'),
    body: multipart(
      'b',
      many(5_000, () => text('x')),
    ),
  }),
  mail('thousands of parts in each of many', {
    head: typed('multipart/mixed; boundary=b'),
    body: multipart(
      'b',
      many(50, (i) =>
        part(
          typed(`multipart/mixed; boundary=c${i}`),
          multipart(
            `c${i}`,
            many(1_000, () => text('x')),
          ),
        ),
      ),
    ),
  }),
  mail('a thousand files', {
    head: typed('multipart/mixed; boundary=b'),
    body: multipart('b', [
      text('It is dark.'),
      ...many(1_000, (i) => part(typed(`image/png; name=${i}.png`), 'x')),
    ]),
  }),
  mail('parts a thousand deep', { head: typed('multipart/mixed; boundary=b0'), body: nest(1_000) }),
  mail('mails a hundred deep', {
    head: typed('message/rfc822'),
    body: many(100, () => `Content-Type: message/rfc822${CRLF}${CRLF}`).join(''),
  }),
  mail('head of ten thousand fields', { head: many(10_000, (i) => `X-Field-${i}: ${i}`) }),
  mail('head of two megabytes', { head: [`X-Long: ${'x'.repeat(2_000_000)}`] }),
  mail('field folded ten thousand times', { head: [`X-Folded: ${'x\r\n '.repeat(10_000)}`] }),
  mail('From of two hundred thousand brackets', {
    from: `Person ${'('.repeat(200_000)} <person@home.example>`,
    head: ['Reply-To: person@home.example'],
  }),
  mail('Subject of thousands of words', { subject: many(4_000, () => '=?utf-8?Q?x?=').join('\r\n ') }),
  mail('parameters by the thousand', {
    head: [`Content-Type: text/plain${many(5_000, (i) => `; a${i}*0*=x`).join('')}`],
  }),
  mail('tags a hundred thousand deep', { head: typed('text/html'), body: `${'<b>'.repeat(200_000)}deep` }),
  mail('tags never closed', { head: typed('text/html'), body: '<a href="'.repeat(100_000) }),
  mail('delimiters in a row', {
    head: typed('multipart/mixed; boundary=b'),
    body: `--b${CRLF}`.repeat(300_000),
  }),
  mail('dashes alone', { head: typed('multipart/mixed; boundary="-"'), body: '-'.repeat(2_000_000) }),
  mail('begin by the thousand', { body: `begin 644 x${CRLF}`.repeat(100_000) }),
  mail('equal signs alone', {
    head: ['Content-Transfer-Encoding: quoted-printable'],
    body: '='.repeat(2_000_000),
  }),
  mail('equal signs in base64', {
    head: ['Content-Transfer-Encoding: base64'],
    body: 'QQ=='.repeat(500_000),
  }),
  mail('braces of RTF', { head: typed('text/rtf'), body: '{\\b '.repeat(500_000) }),
  mail('blank lines', { body: CRLF.repeat(2_000_000) }),
  mail('white space', { head: typed('text/html'), body: `<p>${' '.repeat(2_000_000)}</p>` }),
  mail('quotes a thousand deep', {
    head: ['Content-Type: text/plain; format=flowed'],
    body: `${'>'.repeat(1_000)} x \r\n`.repeat(1_000),
  }),
  mail('references of a megabyte', { head: [`References: ${'<'.repeat(200_000)}`] }),
  mail('HTML and nothing in it', {
    head: typed('multipart/alternative; boundary=b'),
    body: multipart(
      'b',
      many(300, () => html('<p></p>')),
    ),
  }),
];
