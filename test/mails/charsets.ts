import iconv from 'iconv-lite';
import { base64, type MailCase, mail, word } from './build.js';

const ARABIC = 'السلام عليكم، الإنارة في الشارع لا تعمل منذ أسبوع.';
const RUSSIAN = 'Здравствуйте, уличный фонарь не горит уже неделю.';
const JAPANESE = '街灯が一週間消えています。';
const CHINESE = '路灯已经坏了一个星期。';

/** A text in `charset`, sent under the name `declared`. */
function written(
  name: string,
  content: string,
  charset: string,
  declared: string | null = charset,
): MailCase {
  return mail(name, {
    head: [
      `Content-Type: text/plain${declared === null ? '' : `; charset=${declared}`}`,
      'Content-Transfer-Encoding: 8bit',
    ],
    body: iconv.encode(content, charset),
  });
}

const bytes = (name: string, declared: string, body: Buffer) =>
  mail(name, { head: [`Content-Type: text/plain; charset=${declared}`], body });

/** Every script in every charset, declared correctly, wrongly, and not at all. */
export const CHARSETS: MailCase[] = [
  written('utf-8', ARABIC, 'utf-8'),
  written('utf-8 in quotes', ARABIC, 'utf-8', '"UTF-8"'),
  written('utf-8 as utf8', ARABIC, 'utf-8', 'utf8'),
  written('windows-1256', ARABIC, 'windows-1256'),
  written('windows-1256 as cp1256', ARABIC, 'windows-1256', 'cp1256'),
  written('iso-8859-6', ARABIC, 'iso-8859-6'),
  written('iso-8859-6 logical', ARABIC, 'iso-8859-6', 'iso-8859-6-i'),
  written('asmo-708', ARABIC, 'iso-8859-6', 'ASMO-708'),
  written('cp720', ARABIC, 'cp720', 'DOS-720'),
  written('koi8-r', RUSSIAN, 'koi8-r'),
  written('koi8-u', 'Ліхтар біля будинку не світить.', 'koi8-u'),
  written('windows-1251', RUSSIAN, 'windows-1251'),
  written('shift-jis', JAPANESE, 'shift_jis', 'Shift_JIS'),
  written('euc-jp', JAPANESE, 'euc-jp'),
  bytes('iso-2022-jp', 'ISO-2022-JP', Buffer.from('\x1b$B39O)\x1b(B', 'latin1')),
  bytes('iso-2022-jp not declared', 'us-ascii', Buffer.from('\x1b$B39O)\x1b(B', 'latin1')),
  written('gb18030', CHINESE, 'gb18030'),
  written('gb2312 declared, gbk used', '路灯坏了，請修理。', 'gbk', 'gb2312'),
  written('big5', '路燈壞了一個星期。', 'big5'),
  written('euc-kr', '가로등이 고장났습니다.', 'euc-kr', 'ks_c_5601-1987'),
  written('iso-8859-1', 'Le réverbère est cassé.', 'iso-8859-1'),
  written('windows-1252 quotes declared as iso-8859-1', 'It’s “dark” – again', 'windows-1252', 'iso-8859-1'),
  written('iso-8859-9', 'Sokak lambası sönük, ışık yok.', 'iso-8859-9'),
  written('windows-1255', 'הרחוב חשוך', 'windows-1255'),
  written('iso-8859-8 logical', 'הרחוב חשוך', 'iso-8859-8', 'iso-8859-8-i'),
  written('tis-620', 'ไฟถนนเสีย', 'tis-620'),
  written('utf-7', ARABIC, 'utf-7', 'utf-7'),
  written('utf-7 by its old name', ARABIC, 'utf-7', 'unicode-1-1-utf-7'),
  bytes(
    'utf-16 with a mark',
    'utf-16',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(ARABIC, 'utf16le')]),
  ),
  mail('utf-16 in base64', {
    head: ['Content-Type: text/plain; charset=utf-16be', 'Content-Transfer-Encoding: base64'],
    body: base64(iconv.encode(ARABIC, 'utf-16be')),
  }),
  bytes('utf-16 declared, ascii sent', 'utf-16', Buffer.from('It is dark.')),
  bytes('utf-8 with a mark', 'utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(ARABIC)])),
  written('utf-8 not declared', ARABIC, 'utf-8', null),
  written('utf-8 declared as ascii', ARABIC, 'utf-8', 'us-ascii'),
  written('utf-8 declared as iso-8859-1', ARABIC, 'utf-8', 'iso-8859-1'),
  written('utf-8 declared as windows-1256', ARABIC, 'utf-8', 'windows-1256'),
  written('utf-8 declared as unknown-8bit', ARABIC, 'utf-8', 'unknown-8bit'),
  written('utf-8 declared as nonsense', ARABIC, 'utf-8', 'x-my-charset'),
  written('windows-1256 not declared', ARABIC, 'windows-1256', null),
  written('windows-1256 declared as utf-8', ARABIC, 'windows-1256', 'utf-8'),
  written('windows-1256 declared as iso-8859-1', ARABIC, 'windows-1256', 'iso-8859-1'),
  written('windows-1256 declared as iso-8859-6', 'پارک – چراغ', 'windows-1256', 'iso-8859-6'),
  written('windows-1256 declared as unknown-8bit', ARABIC, 'windows-1256', 'unknown-8bit'),
  written('iso-8859-6 not declared', ARABIC.replace('،', ' '), 'iso-8859-6', null),
  written('koi8-r not declared', RUSSIAN, 'koi8-r', null),
  written('windows-1251 declared as utf-8', RUSSIAN, 'windows-1251', 'utf-8'),
  written('windows-1252 not declared', 'Le réverbère est cassé.', 'windows-1252', null),
  bytes(
    'utf-8 with one byte spoilt',
    'utf-8',
    Buffer.concat([Buffer.from('الشارع '), Buffer.from([0xd8]), Buffer.from(' مظلم')]),
  ),
  bytes('utf-8 cut inside a character', 'utf-8', Buffer.from('الشارع مظلم جدا').subarray(0, -1)),
  bytes('nul in the text', 'utf-8', Buffer.from('It is\0 dark.')),
  mail('charset in HTML alone', {
    head: ['Content-Type: text/html', 'Content-Transfer-Encoding: 8bit'],
    body: iconv.encode(
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head><body><p>${ARABIC}</p></body></html>`,
      'windows-1256',
    ),
  }),
  mail('quoted-printable windows-1256', {
    head: ['Content-Type: text/plain; charset="windows-1256"', 'Content-Transfer-Encoding: quoted-printable'],
    body: word('الشارع مظلم', 'windows-1256', 'Q').split('?')[3]!,
  }),
];
