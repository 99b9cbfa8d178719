import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDeliveryReport } from './delivery-report.js';
import { detectLanguage } from './detect-language.js';
import { nestsDeeperThan } from './html-depth.js';
import { MailHeaders } from './mail-headers.js';
import { derivedMessageId, isDerivedMessageId, messageIdFrom, referencesOf } from './message-id.js';
import { noSubject, oneLine, tagsIn, taggedSubject, stripTags } from './subject.js';

describe('a Message-ID', () => {
  it.each([
    ['<a@b>', '<a@b>'],
    [' <a@b> (comment)', '<a@b>'],
    ['a@b', '<a@b>'],
    ['', null],
    ['nonsense', null],
    ['a b@c', null],
    [`<${'x'.repeat(400)}@b>`, null],
  ])('is read from %j', (text, id) => {
    expect(messageIdFrom(text)).toBe(id);
  });

  it('is derived from the content when there is none', () => {
    expect(derivedMessageId(Buffer.from('x'))).toBe(derivedMessageId(Buffer.from('x')));
    expect(derivedMessageId(Buffer.from('x'))).not.toBe(derivedMessageId(Buffer.from('y')));
    expect(isDerivedMessageId(derivedMessageId(Buffer.from('x')))).toBe(true);
  });

  it('of the nearest mail comes first among references, each once', () => {
    expect(referencesOf('<3@x>', '<1@x>\r\n <2@x> <3@x>')).toEqual(['<3@x>', '<2@x>', '<1@x>']);
    expect(referencesOf('', 'no ids at all')).toEqual([]);
    expect(referencesOf('', Array.from({ length: 500 }, (_, i) => `<${i}@x>`).join(' '))).toHaveLength(50);
  });
});

describe('a subject', () => {
  it('carries our tag, and numbers are found in it', () => {
    expect(taggedSubject('2648-1937-0521', 'Lamp')).toBe('[#2648-1937-0521] Lamp');
    expect(tagsIn('Re: [#2648-1937-0521] Lamp')).toEqual(['2648-1937-0521']);
    expect(tagsIn('[#٢٦٤٨-١٩٣٧-٠٥٢٥]')).toEqual(['٢٦٤٨-١٩٣٧-٠٥٢٥']);
    expect(tagsIn('[2648-1937-0521] #2648-1937-0521 [#12]')).toEqual([]);
  });

  it('is stripped of tags that are ticket numbers, and keeps others', () => {
    const isNumber = (text: string) => text === '2648-1937-0521';
    expect(stripTags('Re: [#2648-1937-0521] Lamp [#INVOICE-000123]', isNumber)).toBe(
      'Re: Lamp [#INVOICE-000123]',
    );
    expect(stripTags('[#2648-1937-0521]', isNumber)).toBe('');
  });

  it('is one line of visible characters, whatever was sent', () => {
    expect(oneLine('a\r\nBcc: b\u2028c\u202ed\u0000e')).toBe('a Bcc: b c d e');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const line = oneLine(text);
        expect(line).not.toMatch(/[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e]/);
        expect(line.length).toBeLessThanOrEqual(300);
      }),
    );
  });

  it.each(['\u3000\u3000街灯\u3000', '\u200b\u3000街灯\u3000\u2060', '\u00a0街灯\ufeff'])(
    'has no padding, of whatever kind: %j',
    (text) => {
      expect(oneLine(text)).toBe('街灯');
    },
  );

  it('gets a default in the language when there is none', () => {
    expect(noSubject('ar')).toBe('رسالة بلا عنوان');
    expect(noSubject('de')).toBe('(no subject)');
  });
});

describe('the language of a mail', () => {
  const languages = ['ar', 'en'];
  it.each([
    ['الشارع مظلم', '', 'ar'],
    ['The street is dark', '', 'en'],
    ['الشارع مظلم منذ أسبوع\n-- \nLaila, Ministry', '', 'ar'],
    ['A long English sentence with one word: شكرا', '', 'en'],
    ['', '', 'ar'],
    ['12345', '', 'ar'],
    ['The street is dark', 'ar-BH', 'ar'],
    ['The street is dark', 'de', 'en'],
  ])('%j with %j is %s', (text, declared, language) => {
    expect(detectLanguage(text, declared, languages)).toBe(language);
  });
});

describe('the depth of HTML', () => {
  it('counts nested elements, not siblings', () => {
    expect(nestsDeeperThan('<b>'.repeat(300), 256)).toBe(true);
    expect(nestsDeeperThan('<b></i>'.repeat(300), 256)).toBe(true);
    expect(nestsDeeperThan('<b></b>'.repeat(300), 256)).toBe(false);
    expect(nestsDeeperThan('<br><p><li><td>'.repeat(300), 256)).toBe(false);
    expect(nestsDeeperThan('<div><b></div>'.repeat(300), 256)).toBe(false);
  });
});

describe('a header', () => {
  it('is unfolded, and found by its name in any case', () => {
    const headers = MailHeaders.from('Subject: a\r\n b\r\nX: 1\r\nX: 2\r\nbroken line\r\n\r\nBody: no');
    expect(headers.first('subject')).toBe('a b');
    expect(headers.all('x')).toEqual(['1', '2']);
    expect(headers.has('body')).toBe(false);
    expect(headers.first('constructor')).toBe('');
  });
});

describe('a delivery report', () => {
  const part = (type: string, text: string) => ({ type, content: Buffer.from(text) });

  it('names the mail it is about, its status, and the reason', () => {
    const report = readDeliveryReport(new MailHeaders(['In-Reply-To: <z@x>']), [
      part('text/plain', 'Action: delayed'),
      part(
        'message/delivery-status',
        'Reporting-MTA: dns; x\n\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 gone',
      ),
      part('message/rfc822', 'Message-ID: <a@b>\nSubject: x\n\nMessage-ID: <body@b>'),
    ]);
    expect(report).toEqual({
      originals: ['<a@b>', '<z@x>'],
      action: 'failed',
      detail: '5.1.1 smtp; 550 gone',
      addresses: [],
    });
  });

  it('without a status is not a failure', () => {
    expect(readDeliveryReport(new MailHeaders([]), [])).toEqual({
      originals: [],
      action: 'other',
      detail: '',
      addresses: [],
    });
  });
});
