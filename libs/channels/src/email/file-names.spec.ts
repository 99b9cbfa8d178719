import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { readMail } from './read-mail.js';

const AT = 'Content-Disposition: attachment';
const pdf = (...head: string[]) => ['Content-Type: application/pdf', ...head];
const AS_1256 = (text: string) => iconv.encode(text, 'windows-1256').toString('latin1');
const AS_UTF8 = (text: string) => Buffer.from(text).toString('latin1');

/** @param head of the part, one character for each byte */
function nameOf(head: string[], body = 'x'): string {
  const raw = [
    'From: a@b.example',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    ...head,
    '',
    body,
    '--b--',
  ].join('\r\n');
  return readMail(Buffer.from(raw, 'latin1'), '').attachments[0]!.name;
}

describe('the name of a file', () => {
  it.each([
    ['plain', pdf(`${AT}; filename=plan.pdf`), 'plan.pdf'],
    ['quoted', pdf(`${AT}; filename="a; \\"b\\".pdf"`), 'a; "b".pdf'],
    ['of the type alone', ['Content-Type: application/pdf; name="plan.pdf"'], 'plan.pdf'],
    [
      'of the type, beside an empty one',
      ['Content-Type: application/pdf; name=plan.pdf', `${AT}; filename=""`],
      'plan.pdf',
    ],
    ['in the wrong parameter', pdf(`${AT}; name=plan.pdf`), 'plan.pdf'],
    ['RFC 2231', pdf(`${AT}; filename*=UTF-8'ar'%D8%AE%D8%B7%D8%A9.pdf`), 'خطة.pdf'],
    [
      'RFC 2231 beside a plain one',
      pdf(`${AT}; filename=x.pdf; filename*=UTF-8''%D8%AE%D8%B7%D8%A9.pdf`),
      'خطة.pdf',
    ],
    ['RFC 2231 in windows-1256', pdf(`${AT}; filename*=windows-1256''%CE%D8%C9.pdf`), 'خطة.pdf'],
    [
      'RFC 2231 in pieces',
      pdf(`${AT}; filename*0*=UTF-8''%D8%AE%D8;`, ' filename*1*=%B7%D8%A9; filename*2=".pdf"'),
      'خطة.pdf',
    ],
    ['pieces in disorder, one twice', pdf(`${AT}; filename*1=b.pdf; filename*0=a; filename*1=c`), 'ab.pdf'],
    ['RFC 2047', pdf(`${AT}; filename="=?utf-8?B?2K7Yt9ipLnBkZg==?="`), 'خطة.pdf'],
    ['RFC 2047 without quotes', pdf(`${AT}; filename==?utf-8?B?2K7Yt9ipLnBkZg==?=`), 'خطة.pdf'],
    ['RFC 2047 in two words', pdf(`${AT}; filename="=?utf-8?B?2K7Yt9ip?=`, ' =?utf-8?Q?.pdf?="'), 'خطة.pdf'],
    ['raw UTF-8', pdf(`${AT}; filename="${AS_UTF8('خطة.pdf')}"`), 'خطة.pdf'],
    ['raw windows-1256', pdf(`${AT}; filename="${AS_1256('خطة الشارع.pdf')}"`), 'خطة الشارع.pdf'],
    ['missing', pdf(AT), 'attachment.pdf'],
    [
      'missing, of an image',
      ['Content-Type: image/jpeg', 'Content-ID: <1@x>', 'Content-Disposition: inline'],
      'image.jpg',
    ],
    ['missing, of a recording', ['Content-Type: audio/mpeg'], 'audio.mp3'],
    [
      'missing, of a document',
      ['Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      'attachment.docx',
    ],
    [
      'of a mail without an extension',
      ['Content-Type: message/rfc822; name="Street light"'],
      'Street light.eml',
    ],
    ['of a mail with one', ['Content-Type: message/rfc822; name="Light.EML"'], 'Light.EML'],
  ])('%s', (_form, head, name) => {
    expect(nameOf(head)).toBe(name);
  });

  it('of an attached mail without one is its subject', () => {
    const head = ['Content-Type: message/rfc822'];
    expect(nameOf(head, 'Subject: =?utf-8?B?2K7Yt9ip?=\r\n\r\nx')).toBe('خطة.eml');
    expect(nameOf(head, 'From: a@b.example\r\n\r\nx')).toBe('message.eml');
  });
});
