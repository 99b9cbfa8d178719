import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodeText } from './charset.js';
import { NO_FAULTS } from './faults.js';

/** A sentence in each language, and the charsets in which its speakers write. */
const SENTENCES: Record<string, [string, string[]]> = {
  ar: ['السلام عليكم، الإنارة في الشارع لا تعمل منذ أسبوع. أرجو إصلاحها.', ['windows-1256', 'iso-8859-6']],
  fa: ['چراغ خیابان ما یک هفته است که خاموش است.', ['utf-8']],
  ur: ['ہماری گلی کی بتی ایک ہفتے سے بند ہے۔', ['utf-8']],
  he: ['פנס הרחוב לא דולק כבר שבוע. בבקשה תקנו אותו.', ['windows-1255', 'iso-8859-8']],
  fr: ['Le réverbère de notre rue est cassé depuis une semaine, à bientôt.', ['windows-1252', 'iso-8859-15']],
  de: ['Die Straßenlaterne ist kaputt. Können Sie sie für uns reparieren? äöüß ÄÖÜ', ['iso-8859-1']],
  tr: ['Sokağımızdaki lamba yanmıyor, lütfen düzeltin. Işık yok.', ['windows-1254', 'iso-8859-9']],
  ru: [
    'Здравствуйте, уличный фонарь не горит уже неделю.',
    ['koi8-r', 'windows-1251', 'iso-8859-5', 'cp866'],
  ],
  el: ['Το φως του δρόμου δεν λειτουργεί εδώ και μια εβδομάδα.', ['windows-1253', 'iso-8859-7']],
  zh: ['您好，我们街道的路灯已经坏了一个星期，请尽快修理。', ['gbk', 'gb18030']],
  'zh-Hant': ['您好，我們街道的路燈已經壞了一個星期，請儘快修理。', ['big5']],
  ja: ['街灯が一週間消えています。修理をお願いします。', ['shift_jis', 'euc-jp']],
  ko: ['우리 동네 가로등이 일주일째 고장났습니다. 고쳐 주세요.', ['euc-kr']],
  hi: ['हमारी गली की बत्ती एक सप्ताह से बंद है।', ['utf-8']],
};
const all = Object.entries(SENTENCES).flatMap(([language, [text, charsets]]) =>
  [...new Set([...charsets, 'utf-8'])].map((charset) => [language, charset, text] as const),
);
/** In these, a text tells its charset. The others need a declaration. */
const GUESSED = new Set(
  'utf-8 windows-1256 iso-8859-6 windows-1252 iso-8859-1 iso-8859-15 windows-1254 iso-8859-9 koi8-r windows-1251 gbk gb18030 big5 shift_jis euc-jp euc-kr'.split(
    ' ',
  ),
);

describe('a sentence', () => {
  it.each(all)('in %s, declared as %s, is read', (_language, charset, text) => {
    expect(decodeText(iconv.encode(text, charset), charset, NO_FAULTS)).toBe(text);
  });

  it.each(all.filter(([, charset]) => GUESSED.has(charset)))(
    'in %s, written as %s without saying so, is read',
    (_language, charset, text) => {
      expect(decodeText(iconv.encode(text, charset), null, NO_FAULTS)).toBe(text);
    },
  );

  it('in Japanese with escapes is read, declared or not', () => {
    const bytes = Buffer.from('\x1b$B39O)\x1b(B', 'latin1');
    for (const declared of ['ISO-2022-JP', null]) expect(decodeText(bytes, declared, NO_FAULTS)).toBe('街路');
  });
});

describe('a right declaration', () => {
  it.each([
    'äöüß',
    'ÄÖÜäöüß',
    'äöü ÄÖÜ ßéè àâç',
    'Grüße',
    'ñ',
    'ÆØÅæøå',
    'ÐÞðþ',
    'é è à ù',
    'Äöü',
    'àéîõü ÀÉÎÕÜ',
  ])('as Latin-1 of %j counts', (text) => {
    for (const charset of ['iso-8859-1', 'windows-1252', 'latin1'])
      expect(decodeText(iconv.encode(text, 'windows-1252'), charset, NO_FAULTS)).toBe(text);
  });

  it('counts even when one byte has no meaning in it', () => {
    const greek = Buffer.concat([iconv.encode('Το φως του δρόμου', 'windows-1253'), Buffer.from([0xd2])]);
    expect(decodeText(greek, 'windows-1253', NO_FAULTS)).toContain('Το φως του δρόμου');
  });
});

describe('a short text without a declaration', () => {
  it.each([
    ['الشارع مظلم', 'windows-1256'],
    ['الشارع مظلم', 'iso-8859-6'],
    ['фонарь', 'koi8-r'],
    ['фонарь', 'windows-1251'],
    ['路灯坏了', 'gbk'],
  ])('is read: %s in %s', (text, charset) => {
    expect(decodeText(iconv.encode(text, charset), null, NO_FAULTS)).toBe(text);
  });
});
