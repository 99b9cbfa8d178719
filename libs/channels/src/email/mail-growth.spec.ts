import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cpuMs } from '../../../../test/support/machine-speed.js';
import { FaultList } from './domain/mime/faults.js';
import { mailPage } from './mail-page.js';
import { readMail } from './read-mail.js';

const SMALL = 16 * 1024;
const TENFOLD = 10 * SMALL;
/** Ten would be linear; the rest is for caches, garbage collection and other users of the machine. */
const MAX_RATIO = 30;
/** Less is noise. */
const FLOOR_MS = 6;

const HEAD = 'From: a@b.example\r\nMIME-Version: 1.0\r\n';
const typed = (type: string, body: string, encoding = '8bit') =>
  `${HEAD}Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
const hex = (digits: string) => Buffer.from(digits, 'hex').toString('latin1');
const packed = (type: string, content: string) =>
  typed(type, Buffer.from(content, 'latin1').toString('base64'), 'base64');

/** The places of a mail into which something repeated is put. */
const PLACES: Record<string, (content: string) => string> = {
  'content type': (it) => `${HEAD}Content-Type: text/plain; a=b${it}\r\n\r\nx`,
  'content types of parts': (it) =>
    typed(
      'multipart/mixed; boundary=b',
      Array.from(
        { length: 6 },
        () => `--b\r\nContent-Type: text/plain${it.slice(it.length / 2)}\r\n\r\nx\r\n`,
      ).join('') + '--b--',
    ),
  disposition: (it) =>
    `${HEAD}Content-Type: text/plain\r\nContent-Disposition: attachment; filename="a"${it}\r\n\r\nx`,
  boundary: (it) =>
    typed(`multipart/mixed; boundary="${it.slice(0, 4_000)}"`, `--${it}\r\n\r\nx\r\n--${it}--`),
  'boundary of a body': (it) => typed('multipart/mixed; boundary=b', it),
  subject: (it) => `Subject: ${it}\r\n${HEAD}\r\nx`,
  author: (it) => `From: ${it} <a@b.example>\r\n\r\nx`,
  'many authors': (it) => `${HEAD}${`From: ${it.slice(0, 15_000)}\r\n`.repeat(it.length / 15_000 + 1)}\r\nx`,
  recipients: (it) => `${HEAD}To: ${it}\r\nReply-To: ${it}\r\n\r\nx`,
  references: (it) => `${HEAD}References: ${it}\r\nIn-Reply-To: ${it}\r\nMessage-ID: ${it}\r\n\r\nx`,
  received: (it) => `${HEAD}${`Received: ${it.slice(0, 40)}\r\n`.repeat(it.length / 60)}\r\nx`,
  head: (it) => `${HEAD}${it}\r\n\r\nx`,
  'whole mail': (it) => it,
  'old line ends': (it) => `${HEAD}X: \r\r\n${it}\r\n\r\nx`,
  text: (it) => typed('text/plain; charset=utf-8', it),
  'text without a charset': (it) => typed('text/plain', it),
  'text of flowed lines': (it) => typed('text/plain; format=flowed; delsp=yes', it),
  'quoted-printable': (it) => typed('text/plain', it, 'quoted-printable'),
  base64: (it) => typed('text/plain', it, 'base64'),
  uuencode: (it) => typed('text/plain', `begin 644 x\r\n${it}`, 'x-uuencode'),
  html: (it) => typed('text/html', it),
  'link of HTML': (it) => typed('text/html', `<a href="http://a.example/${it}">a</a>`),
  'image of HTML': (it) => typed('text/html', `<img src="cid:${it}">`),
  'remote image of HTML': (it) => typed('text/html', `<img src="http://a.example/${it}">`),
  rtf: (it) => typed('text/rtf', `{\\rtf1 ${it}}`),
  enriched: (it) => typed('text/enriched', it),
  calendar: (it) => typed('text/calendar', `BEGIN:VEVENT\r\nSUMMARY;${it}:x\r\n${it}\r\nEND:VEVENT`),
  'signed text': (it) => typed('text/plain', `-----BEGIN PGP SIGNED MESSAGE-----\n${it}`),
  'attached mail': (it) => typed('message/rfc822', it),
  tnef: (it) => packed('application/ms-tnef', hex('789f3e220100') + it),
  cms: (it) => packed('application/pkcs7-mime', it),
};

const LINES = [
  '\r\n',
  '\r',
  '\n',
  '\r\r\n',
  ' ',
  '\t',
  '\0',
  '--b',
  '--b\r\n',
  '--',
  '-',
  ': ',
  'X: y\r\n',
  '\r\n ',
];
const WORDS = [
  '; a*0*=%41',
  '; a*1=b',
  ';',
  '=',
  '"',
  '\\',
  "'",
  '%',
  '*',
  '=?a?q?b?=',
  '=?utf-8?b?2YU=?=',
  '=?',
  '?=',
  '_',
];
const ADDRESSES = [
  '(',
  ')',
  '<',
  '>',
  '@',
  ',',
  ':',
  'a@b.example',
  '<a@b>',
  'x',
  '\xe9',
  '\xd9\x85',
  '[',
  ']',
  '.',
];
const MARKUP = [
  '<b>',
  '</b>',
  '<p>',
  '<li>',
  '<td>',
  '<!--',
  '-->',
  '<!---->',
  '&',
  '&amp;',
  '&#',
  '<a href="',
  '<style>',
  '</',
];
const OTHERS = [
  '{',
  '}',
  '\\b ',
  "\\'e9",
  '\\u1 ',
  '> x \r\n',
  'x \r\n',
  ' \r\n',
  '=\r\n',
  '==',
  'QQ==',
  'begin 644 x\r\n',
  'M',
  '`\r\n',
  ';X=',
];
const PARTS = [
  '--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  '- ',
  'end\r\n',
];
const BINARY = [
  hex('01029006000000000000000000'),
  hex('0203900600040000000000000000000000'),
  hex('3080'),
  hex('2480'),
  hex('0000'),
];
const BITS = [...LINES, ...WORDS, ...ADDRESSES, ...MARKUP, ...OTHERS, ...PARTS, ...BINARY];

const repeated = (bit: string, length: number) => bit.repeat(Math.ceil(length / bit.length));

/** Everything that is done with a stranger's mail: read, and shown. */
function reading(text: string, faults: FaultList): void {
  try {
    const { html, attachments } = readMail(Buffer.from(text, 'latin1'), 'a@b.example', faults);
    if (html) mailPage(html, attachments, true);
  } catch (error) {
    // Without an author, a mail is quarantined.
    if ((error as { code?: string }).code !== 'mail.no_sender') throw error;
  }
}

function costOf(text: string): { work: number; ms: number } {
  const faults = new FaultList(text.length);
  const { ms } = cpuMs(() => reading(text, faults));
  return { work: faults.work, ms };
}

/** @throws when something ten times as long costs far more than ten times as much */
function expectLinear(place: string, bit: string): void {
  const make = (length: number) => PLACES[place]!(repeated(bit, length));
  const small = costOf(make(SMALL));
  const big = costOf(make(TENFOLD));
  expect(big.work).toBeLessThan(MAX_RATIO * Math.max(small.work, SMALL));
  const allowed = () => MAX_RATIO * Math.max(FLOOR_MS, small.ms);
  // Noise only adds time, so the fastest of a few runs counts.
  for (let tries = 0; tries < 3 && big.ms >= allowed(); tries++)
    big.ms = Math.min(big.ms, costOf(make(TENFOLD)).ms);
  expect({ place, bit, ms: big.ms < allowed() ? 0 : big.ms }).toEqual({ place, bit, ms: 0 });
}

describe('the work of reading a mail', () => {
  it.each(Object.keys(PLACES))('is in proportion to what is repeated in its %s', (place) => {
    for (const bit of BITS) expectLinear(place, bit);
  });

  it('is in proportion to any repeated sequence', () => {
    const sequence = fc.array(fc.constantFrom(...BITS), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(PLACES)), sequence, (place, bits) =>
        expectLinear(place, bits.join('')),
      ),
      { numRuns: 150 },
    );
  });

  it('ends with an error when it is far more than the size explains', () => {
    const faults = new FaultList(1_000);
    faults.spend(1_000_000);
    expect(() => faults.spend(100_000)).toThrow('mail.too_complex');
  });
});
