import iconv from 'iconv-lite';
import { type MailCase, mail, multipart, part, PNG, text, word } from './build.js';

type Piece = string | Buffer;
const bytes = (...pieces: Piece[]) =>
  Buffer.concat(pieces.map((one) => (typeof one === 'string' ? Buffer.from(one) : one)));

/** A mail with one file whose header fields are given. */
const named = (name: string, ...head: Piece[]): MailCase =>
  mail(`name: ${name}`, {
    head: ['Content-Type: multipart/mixed; boundary=b'],
    body: multipart('b', [
      text('It is dark.'),
      part([...head, 'Content-Transfer-Encoding: base64'], PNG.toString('base64')),
    ]),
  });
const attached = (name: string, ...parameters: Piece[]) =>
  named(
    name,
    'Content-Type: application/pdf',
    bytes('Content-Disposition: attachment', ...parameters.flatMap((one) => [';\r\n ', one])),
  );
const percent = (value: string, charset = 'utf-8') =>
  [...iconv.encode(value, charset)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
/** The pieces of RFC 2231, each of `size` characters. */
const pieces = (value: string, size: number) => {
  const all = percent(value).match(new RegExp(`.{1,${size}}`, 'g'))!;
  return all.map((piece, at) => `filename*${at}*=${at === 0 ? "utf-8''" : ''}${piece}`);
};

const ARABIC = 'فاتورة الكهرباء.pdf';
const LONG = `${'تقرير '.repeat(12).trim()}.pdf`;

/** Names of attached files, as mail programs write them. */
export const FILE_NAMES: MailCase[] = [
  attached('Arabic in RFC 2231', `filename*=UTF-8''${percent(ARABIC)}`),
  attached('Arabic in RFC 2231, pieces of whole bytes', ...pieces(LONG, 60)),
  attached('Arabic in RFC 2231, pieces across bytes', ...pieces(LONG, 61)),
  attached(
    'Arabic in RFC 2231 of windows-1256',
    `filename*=windows-1256''${percent(ARABIC, 'windows-1256')}`,
  ),
  attached('Arabic in RFC 2231 of iso-8859-6', `filename*=iso-8859-6''${percent(ARABIC, 'iso-8859-6')}`),
  attached('Arabic in one encoded word', `filename="${word(ARABIC)}"`),
  attached('Arabic in one encoded word of windows-1256', `filename="${word(ARABIC, 'windows-1256')}"`),
  attached('Arabic in two encoded words', `filename="${word('فاتورة ')} ${word('الكهرباء.pdf')}"`),
  attached('Arabic in raw UTF-8', `filename="${ARABIC}"`),
  attached('Arabic in raw UTF-8 without quotes', `filename=فاتورة.pdf`),
  attached('Arabic in raw windows-1256', bytes('filename="', iconv.encode(ARABIC, 'windows-1256'), '"')),
  attached(
    'Arabic in raw iso-8859-6',
    bytes('filename="', iconv.encode('فاتورة الكهرباء', 'iso-8859-6'), '.pdf"'),
  ),
  attached('percent signs without RFC 2231', `filename="${percent(ARABIC)}"`),
  attached('line break among percent signs', `filename="${percent('مخطط')}%0D%0A${percent('.pdf')}"`),
  attached('percent sign of its own', 'filename="100% sure.pdf"'),
  attached('plus sign of its own', 'filename="a+b.pdf"'),
  named(
    'Arabic in the type alone',
    `Content-Type: application/pdf; name="${word(ARABIC)}"`,
    'Content-Disposition: attachment',
  ),
  named(
    'Arabic in the type by RFC 2231',
    `Content-Type: application/pdf; name*=utf-8''${percent(ARABIC)}`,
    'Content-Disposition: attachment',
  ),
  named(
    'Arabic in both, one broken',
    `Content-Type: application/pdf; name="${word(ARABIC)}"`,
    'Content-Disposition: attachment; filename="=?utf-8?B?broken"',
  ),
  attached('Latin in RFC 2231', "filename*=iso-8859-1'fr'R%E9sum%E9.pdf"),
  attached('Latin in an encoded word', 'filename="=?iso-8859-1?Q?R=E9sum=E9=2Epdf?="'),
  attached(
    'Japanese of Outlook',
    `filename="${word(Buffer.from('\x1b$B@A5a=q\x1b(B.pdf', 'latin1'), 'iso-2022-jp')}"`,
  ),
  attached('Chinese of Foxmail', `filename="${word('发票.pdf', 'gb18030')}"`),
  attached('Russian of The Bat', `filename="${word('счёт.pdf', 'koi8-r')}"`),
  attached('Hebrew in RFC 2231', `filename*=utf-8''${percent('חשבונית.pdf')}`),
  attached('spaces without quotes', 'filename=street lamp.pdf'),
  attached('apostrophes', 'filename="Laila\'s plan.pdf"'),
  attached('quotes of RFC 2231 left out', `filename*=${percent('plan.pdf')}`),
  attached('dots before', 'filename="../../etc/plan.pdf"'),
  attached('path of Windows', 'filename="C:\\\\Users\\\\laila\\\\plan.pdf"'),
  attached('line break inside', 'filename="pl\r\n an.pdf"'),
  attached('direction marks inside', 'filename="plan\u202Efdp.exe"'),
  attached('nul inside', bytes('filename="plan', Buffer.from([0]), '.pdf"')),
  attached('only dots', 'filename="..."'),
  attached('device of Windows', 'filename="CON.pdf"'),
  attached('emoji', 'filename="plan 📎.pdf"'),
];
