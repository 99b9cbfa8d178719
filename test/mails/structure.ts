import { base64, CRLF, file, html, lines, type MailCase, mail, multipart, part, PNG, text } from './build.js';

const of = (type: string, boundary = 'b') => `Content-Type: multipart/${type}; boundary="${boundary}"`;
const nested = (type: string, boundary: string, parts: (string | Buffer)[], more = '') =>
  part([`Content-Type: multipart/${type}; boundary=${boundary}${more}`], multipart(boundary, parts));
const picture = (id: string) =>
  part(
    [
      'Content-Type: image/png; name=lamp.png',
      `Content-ID: <${id}>`,
      'Content-Disposition: inline; filename=lamp.png',
      'Content-Transfer-Encoding: base64',
    ],
    PNG.toString('base64'),
  );
const forwarded = lines(
  'From: Omar <omar@work.example>',
  'Subject: Lamp number 12',
  'Message-ID: <inner@work.example>',
  'Content-Type: text/plain',
  '',
  'Please see to it.',
);
const attachedMail = (...head: string[]) => part(['Content-Type: message/rfc822', ...head], forwarded);

const ICS = [
  'BEGIN:VCALENDAR',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'SUMMARY:Inspection of the',
  '  lamp',
  'DTSTART;TZID=Asia/Bahrain:20251006T093000',
  'DTEND:20251006T070000Z',
  'LOCATION:Road 345\\, House 12',
  'ORGANIZER;CN="Omar: Works":mailto:omar@work.example',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join(CRLF);
const calendar = part(['Content-Type: text/calendar; charset=utf-8; method=REQUEST'], ICS);

/** Multipart mails as mail programs build them. */
export const STRUCTURE: MailCase[] = [
  mail('alternative', {
    head: [of('alternative')],
    body: multipart('b', [text('It is dark.'), html('<p>It is <b>dark</b>.</p>')]),
  }),
  mail('alternative, HTML first', {
    head: [of('alternative')],
    body: multipart('b', [html('<p>x</p>'), text('It is dark.')]),
  }),
  mail('alternative, text empty', {
    head: [of('alternative')],
    body: multipart('b', [text(' \r\n'), html('<p>It is dark.</p>')]),
  }),
  mail('HTML alone', {
    head: ['Content-Type: text/html; charset=utf-8'],
    body: '<html><body><p>It is</p><p>dark.</p></body></html>',
  }),
  mail('HTML with script and style', {
    head: ['Content-Type: text/html; charset=utf-8'],
    body: '<style>p { color: red }</style><script>alert(1)</script><p onclick="x()">It is dark.</p><!-- hidden -->',
  }),
  mail('Outlook: related in alternative in mixed', {
    head: [of('mixed')],
    body: multipart('b', [
      nested('alternative', 'a', [
        text('It is dark.'),
        nested('related', 'r', [html('<p>It is dark.<img src="cid:lamp@x"></p>'), picture('lamp@x')]),
      ]),
      file('plan.pdf', 'application/pdf', '%PDF-1.4'),
    ]),
  }),
  mail('Apple Mail: text, picture, text', {
    head: [of('mixed')],
    body: multipart('b', [text('Look:\r\n'), picture('1@x'), text('\r\nIt is dark.')]),
  }),
  mail('Apple Mail: HTML around a file', {
    head: [of('mixed')],
    body: multipart('b', [
      html('<p>Look:</p>'),
      file('plan.pdf', 'application/pdf', '%PDF-1.4'),
      html('<p>Thanks</p>'),
    ]),
  }),
  mail('five levels', {
    head: [of('mixed')],
    body: multipart('b', [
      nested('mixed', 'c', [
        nested('mixed', 'd', [nested('alternative', 'e', [nested('related', 'f', [text('It is dark.')])])]),
      ]),
      file('plan.pdf', 'application/pdf', '%PDF-1.4'),
    ]),
  }),
  mail('boundaries that begin alike', {
    head: [of('mixed', 'x')],
    body: multipart('x', [
      nested('mixed', 'xy', [text('It is dark.'), file('a.pdf', 'application/pdf', '%PDF')]),
      file('b.pdf', 'application/pdf', '%PDF'),
    ]),
  }),
  mail('boundary with every sign', {
    head: [of('mixed', "a'()+_,-./:=? z")],
    body: multipart("a'()+_,-./:=? z", [text('It is dark.')]),
  }),
  mail('delimiters with white space after', {
    head: [of('mixed')],
    body: `--b  ${CRLF}Content-Type: text/plain${CRLF}${CRLF}It is dark.${CRLF}--b-- ${CRLF}`,
  }),
  mail('words before and after', {
    head: [of('mixed')],
    body: Buffer.concat([
      Buffer.from(`This is a message in MIME format.${CRLF}`),
      multipart('b', [text('It is dark.')]),
      Buffer.from('Scanned.'),
    ]),
  }),
  mail('part without a head', {
    head: [of('mixed')],
    body: `--b${CRLF}${CRLF}It is dark.${CRLF}--b--${CRLF}`,
  }),
  mail('text as an attachment', {
    head: [of('mixed')],
    body: multipart('b', [text('It is dark.'), file('notes.txt', 'text/plain', 'notes')]),
  }),
  mail('HTML as an attachment', {
    head: [of('mixed')],
    body: multipart('b', [text('It is dark.'), file('page.html', 'text/html', '<b>x</b>')]),
  }),
  mail('inline text with a name', {
    head: [of('mixed')],
    body: multipart('b', [
      text('It is dark.'),
      part(['Content-Type: text/plain; name=notes.txt', 'Content-Disposition: inline'], 'notes'),
    ]),
  }),
  mail('only a file', {
    head: [
      'Content-Type: application/pdf; name=plan.pdf',
      'Content-Disposition: attachment; filename=plan.pdf',
      'Content-Transfer-Encoding: base64',
    ],
    body: base64('%PDF-1.4'),
  }),
  mail('empty file', {
    head: [of('mixed')],
    body: multipart('b', [text('It is dark.'), file('empty.txt', 'text/plain', '')]),
  }),
  mail('digest', {
    head: [of('digest')],
    body: multipart('b', [part([], forwarded), part([], forwarded)]),
  }),
  mail('forwarded as an attachment', {
    head: [of('mixed')],
    body: multipart('b', [text('It is dark.'), attachedMail()]),
  }),
  mail('forwarded as an attachment with a name', {
    head: [of('mixed')],
    body: multipart('b', [
      text('It is dark.'),
      attachedMail('Content-Disposition: attachment; filename="old mail.eml"'),
    ]),
  }),
  mail('forwarded in base64', {
    head: [of('mixed')],
    body: multipart('b', [
      text('It is dark.'),
      part(['Content-Type: message/rfc822', 'Content-Transfer-Encoding: base64'], base64(forwarded)),
    ]),
  }),
  mail('forwarded and nothing else', { head: ['Content-Type: message/rfc822'], body: forwarded }),
  mail('invitation beside text', {
    head: [of('alternative')],
    body: multipart('b', [text('It is dark.'), html('<p>It is dark.</p>'), calendar]),
  }),
  mail('invitation alone', {
    head: ['Content-Type: text/calendar; charset=utf-8; method=REQUEST'],
    body: ICS,
  }),
  mail('invitation with its file', {
    head: [of('mixed')],
    body: multipart('b', [
      nested('alternative', 'a', [text('It is dark.'), calendar]),
      file('invite.ics', 'application/ics', ICS),
    ]),
  }),
  mail('visiting card', {
    head: [of('mixed')],
    body: multipart('b', [
      text('It is dark.'),
      part(['Content-Type: text/vcard'], 'BEGIN:VCARD\r\nFN:Laila\r\nEND:VCARD\r\n'),
    ]),
  }),
  mail('enriched text', {
    head: ['Content-Type: text/enriched'],
    body: '<bold>It</bold> is <color><param>red</param>dark</color>. 1 << 2',
  }),
  mail('flowed', {
    head: ['Content-Type: text/plain; charset=utf-8; format=flowed'],
    body: 'The light in front \r\nof our house \r\nis out.\r\n\r\n> It was \r\n> repaired.\r\n -- no\r\n-- \r\nLaila\r\n',
  }),
  mail('flowed and joined', {
    head: ['Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes'],
    body: 'الشا \r\nرع مظلم\r\n',
  }),
  mail('quoted-printable', {
    head: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
    body: 'The street=20=\r\nis dark =3D not lit. =D9=85=D8=B8=\r\n=D9=84=D9=85',
  }),
  mail('base64 text', {
    head: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
    body: base64('الشارع مظلم منذ أسبوع ولا أحد يجيب على الهاتف، نرجو الإصلاح'),
  }),
  mail('related root named by start', {
    head: ['Content-Type: multipart/related; boundary=b; start="<root@x>"'],
    body: multipart('b', [
      picture('lamp@x'),
      part(['Content-Type: text/html', 'Content-ID: <root@x>'], '<p>It is dark.</p>'),
    ]),
  }),
];
