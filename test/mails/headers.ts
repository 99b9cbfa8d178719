import iconv from 'iconv-lite';
import { file, lines, type MailCase, mail, multipart, part, PNG, text, word } from './build.js';

const ARABIC = Buffer.from('إنارة الشارع معطلة');
const cut = (at: number) => [word(ARABIC.subarray(0, at)), word(ARABIC.subarray(at))];

const subject = (name: string, value: string | Buffer, head: string[] = []) =>
  mail(name, { subject: value, head });

/** A mail with one attachment whose headers are given. */
function named(name: string, ...head: (string | Buffer)[]): MailCase {
  return mail(name, {
    head: ['Content-Type: multipart/mixed; boundary=b'],
    body: multipart('b', [
      text('It is dark.'),
      part([...head, 'Content-Transfer-Encoding: base64'], PNG.toString('base64')),
    ]),
  });
}
const disposition = (name: string, ...parameters: (string | Buffer)[]) =>
  named(
    name,
    'Content-Type: image/png',
    Buffer.concat([
      Buffer.from('Content-Disposition: attachment'),
      ...parameters.map((one) => Buffer.concat([Buffer.from(';\r\n '), Buffer.from(one)])),
    ]),
  );

/** Encoded words and parameters, valid and as found in practice. */
export const HEADERS: MailCase[] = [
  subject('subject in base64', word('إنارة الشارع معطلة')),
  subject('subject in quoted-printable', word('إنارة الشارع معطلة', 'utf-8', 'Q')),
  subject('subject in windows-1256', word('إنارة الشارع معطلة', 'windows-1256')),
  subject('subject in iso-8859-6', word('إنارة الشارع معطلة', 'iso-8859-6', 'Q')),
  subject('subject in koi8-r', word('Фонарь', 'koi8-r')),
  subject('subject in shift-jis', word('街灯', 'Shift_JIS')),
  subject('subject in gb18030', word('路灯', 'gb18030')),
  subject('subject in utf-7', word('شارع', 'utf-7', 'Q')),
  subject('subject folded between words', cut(12).join('\r\n ')),
  subject('subject split inside a character', cut(11).join('\r\n ')),
  subject('subject split, words not separated', cut(12).join('')),
  subject('subject split between charsets', `${word('إنارة ')} ${word('الشارع', 'windows-1256')}`),
  subject('subject with words and plain text', `Re: ${word('إنارة')} again ${word('الشارع')}!`),
  subject('subject with underscores', '=?iso-8859-1?Q?R=E9verb=E8re_cass=E9?='),
  subject('subject with a language', '=?utf-8*ar?B?2KXZhtin2LHYqQ==?='),
  subject('subject with an unknown charset', '=?x-mine?Q?Lamp?='),
  subject('subject word declared wrongly', word(iconv.encode('إنارة الشارع', 'windows-1256'), 'utf-8')),
  subject('subject word never closed', '=?utf-8?B?2KXZhtin2LHYqQ=='),
  subject('subject with a space in a word', '=?utf-8?Q?Street light?='),
  subject('subject word without padding', '=?utf-8?B?2KXZhtin2LHYqQ?='),
  subject('subject word broken in base64', '=?utf-8?B?2KXZ*htin2LHYqQ==?='),
  subject('subject in raw UTF-8', 'إنارة الشارع'),
  subject('subject in raw windows-1256', iconv.encode('إنارة الشارع معطلة', 'windows-1256'), [
    'Content-Type: text/plain; charset=windows-1256',
  ]),
  subject('subject in raw Latin', iconv.encode('Réverbère cassé', 'latin1')),
  subject('subject empty', ''),
  mail('subject missing', { subject: null }),
  subject('subject of white space', ' \t '),
  subject('subject folded with a tab', 'Street\r\n\tlight'),
  subject('subject over three lines', 'Street\r\n light\r\n is out'),
  subject('subject with a bell and a zero-width space', 'Street\u0007 li\u200bght'),
  subject('subject of a thousand characters', 'Dark '.repeat(250)),
  mail('subject twice', { head: ['Subject: Another'] }),
  named('name of type alone', 'Content-Type: image/png; name="lamp.png"'),
  disposition('file name plain', 'filename=lamp.png'),
  disposition('file name quoted', 'filename="street lamp.png"'),
  disposition('file name with quotes inside', 'filename="the \\"lamp\\".png"'),
  disposition('file name never closed', 'filename="lamp.png'),
  disposition('file name of RFC 2231', "filename*=utf-8''%D8%B5%D9%88%D8%B1%D8%A9.png"),
  disposition('file name of RFC 2231 with a language', "filename*=utf-8'ar'%D8%B5%D9%88%D8%B1%D8%A9.png"),
  disposition('file name of RFC 2231 in windows-1256', "filename*=windows-1256''%D5%E6%D1%C9.png"),
  disposition('file name in pieces', 'filename*0="street "', 'filename*1="lamp"', 'filename*2=".png"'),
  disposition('file name in pieces, disordered', 'filename*1="lamp.png"', 'filename*0="street "'),
  disposition(
    'file name in encoded pieces',
    "filename*0*=utf-8''%D8%B5%D9%88",
    'filename*1*=%D8%B1%D8%A9',
    'filename*2=".png"',
  ),
  disposition(
    'file name split inside a character',
    "filename*0*=utf-8''%D8%B5%D9",
    'filename*1*=%88%D8%B1%D8%A9.png',
  ),
  disposition(
    'file name in both forms',
    'filename="lamp.png"',
    "filename*=utf-8''%D8%B5%D9%88%D8%B1%D8%A9.png",
  ),
  disposition('file name in encoded words', `filename="${word('صورة.png')}"`),
  disposition('file name in encoded words without quotes', `filename=${word('صورة.png')}`),
  disposition('file name in raw UTF-8', 'filename="صورة.png"'),
  disposition(
    'file name in raw windows-1256',
    Buffer.concat([
      Buffer.from('filename="'),
      iconv.encode('صورة الشارع', 'windows-1256'),
      Buffer.from('.png"'),
    ]),
  ),
  disposition('file name with a path', 'filename="C:\\\\photos\\\\lamp.png"'),
  disposition('file name with semicolons', 'filename="a;b;c.png"'),
  disposition('file name missing'),
  named('type missing', 'Content-Disposition: attachment; filename=lamp.bin'),
  named('type nonsense', 'Content-Type: picture', 'Content-Disposition: attachment; filename=lamp.bin'),
  mail('type in capitals', { head: ['CONTENT-TYPE: TEXT/PLAIN; CHARSET="UTF-8"'], body: 'مظلم' }),
  mail('type with a comment', {
    head: ['Content-Type: text/plain (said the program); charset=utf-8'],
    body: 'مظلم',
  }),
  mail('type with spaces around', { head: ['Content-Type: text/plain ; charset = "utf-8"'], body: 'مظلم' }),
  mail('type folded', { head: ['Content-Type: text/plain;\r\n\tcharset=\r\n "utf-8"'], body: 'مظلم' }),
  mail('a hundred recipients', {
    head: [
      `Cc: ${Array.from({ length: 100 }, (_, i) => `Person ${i} <p${i}@home.example>`).join(',\r\n ')}`,
      'Content-Type: multipart/mixed; boundary=b',
    ],
    body: multipart('b', [text('It is dark.'), file('lamp.png', 'image/png', PNG)]),
  }),
  { name: 'head only', raw: lines('From: Person <person@home.example>', 'Subject: Street light', '') },
  {
    name: 'head only, cut off',
    raw: Buffer.from('From: Person <person@home.example>\r\nSubject: Street light'),
  },
];
