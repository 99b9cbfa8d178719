import { file, lines, type MailCase, mail, multipart, part, text } from './build.js';

const auto = (name: string, ...head: string[]) => mail(name, { head });
const report = (name: string, type: string, status: string, extra: string[] = []): MailCase => ({
  ...mail(name, {
    from: 'MAILER-DAEMON@home.example',
    subject: 'Undelivered Mail',
    head: [`Content-Type: multipart/report; report-type=${type}; boundary=b`, ...extra],
    body: multipart('b', [
      text('Sorry.'),
      part([`Content-Type: message/${type}`], status),
      part(['Content-Type: text/rfc822-headers'], lines('Message-ID: <ours@contact.example>', 'Subject: x')),
    ]),
  }),
  envelopeFrom: '',
});

/** Automatic mail, and references between mails. */
export const AUTOMATIC: MailCase[] = [
  auto('vacation note', 'Auto-Submitted: auto-replied'),
  auto('newsletter', 'List-Id: News <news.example>', 'Precedence: bulk'),
  auto('bulk', 'Precedence: bulk'),
  auto('Exchange that suppresses answers', 'X-Auto-Response-Suppress: OOF, AutoReply'),
  auto('old auto-reply', 'X-Autoreply: yes'),
  auto('said by a person', 'Auto-Submitted: no'),
  { ...mail('empty return path'), envelopeFrom: '' },
  report('delivery report', 'delivery-status', 'Reporting-MTA: dns; x\r\n\r\nAction: failed\r\n'),
  report(
    'read receipt',
    'disposition-notification',
    'Disposition: manual-action/MDN-sent-manually; displayed\r\n',
    ['Auto-Submitted: auto-replied'],
  ),
  mail('reply', { head: ['In-Reply-To: <2@home.example>', 'References: <1@home.example> <2@home.example>'] }),
  mail('reply with folded references', {
    head: ['References: <1@home.example>\r\n <2@home.example>\r\n\t<3@home.example>'],
  }),
  mail('reply with words among references', {
    head: ['In-Reply-To: Your message of Monday <1@home.example> "x"'],
  }),
  mail('reply with references twice', {
    head: ['References: <1@home.example>', 'References: <2@home.example>'],
  }),
  mail('reply with broken references', {
    head: ['References: 1@home.example, <2@home.example', 'In-Reply-To: <>'],
  }),
  mail('thread of a thousand', {
    head: [`References: ${Array.from({ length: 1000 }, (_, i) => `<${i}@home.example>`).join('\r\n ')}`],
  }),
  mail('reply with its number', { subject: 'Re: [#2648-1937-0525] Street light' }),
  mail('ticket file with the text in Arabic', {
    head: ['Content-Type: multipart/mixed; boundary=b'],
    body: multipart('b', [text('مظلم'), file('صورة.pdf', 'application/pdf', '%PDF-1.4')]),
  }),
];
