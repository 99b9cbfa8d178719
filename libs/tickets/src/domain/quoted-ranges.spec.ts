import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cpuMs } from '../../../../test/support/machine-speed.js';
import { quotedRangesOf } from './quoted-ranges.js';

/** The message with each collapsed range replaced by its kind in brackets. */
function shown(text: string): string {
  let out = '';
  let at = 0;
  for (const { kind, from, to } of quotedRangesOf(text)) {
    out += `${text.slice(at, from)}[${kind}]`;
    at = to;
  }
  return (out + text.slice(at)).trim();
}

const ATTRIBUTIONS = [
  ['Gmail', 'On Mon, Oct 6, 2025 at 9:30 AM Laila Haddad <laila@home.example> wrote:'],
  [
    'Gmail, broken',
    'On Mon, Oct 6, 2025 at 9:30 AM National Contact Centre\n<general@contact.example> wrote:',
  ],
  ['Gmail in French', 'Le lun. 6 oct. 2025 à 09:30, Laila Haddad <laila@home.example> a écrit :'],
  [
    'Gmail in Arabic',
    'في الاثنين، 6 أكتوبر 2025 في 9:30 ص تمت كتابة ما يلي بواسطة \u202aLaila\u202c\u200f <\u202alaila@home.example\u202c\u200f>:',
  ],
  ['Apple Mail', '> On 6 Oct 2025, at 09:30, Laila <laila@home.example> wrote:'],
  ['Apple Mail in French', 'Le 6 oct. 2025 à 09:30, Laila <laila@home.example> a écrit :'],
  ['Apple Mail in Arabic', '\u200fفي ٦ أكتوبر ٢٠٢٥، الساعة ٩:٣٠ ص، كتب/كتبت ‏Laila <laila@home.example>:'],
  ['Thunderbird', 'On 10/6/25 09:30, Laila Haddad wrote:'],
  ['Thunderbird in French', 'Le 06/10/2025 à 09:30, Laila Haddad a écrit :'],
  ['Thunderbird in Arabic', 'كتب ليلى حداد في 06/10/2025 09:30:'],
  ['Yahoo', 'On Monday, October 6, 2025 at 09:30:00 AM GMT+3, Laila <laila@home.example> wrote:'],
  ['Yahoo in Arabic', 'في الاثنين، 6 أكتوبر 2025 9:30:00 ص، كتب ليلى <laila@home.example>:'],
  ['somebody', 'Laila Haddad wrote:'],
  ['somebody in Arabic', 'كتب ليلى حداد:'],
] as const;

const HEADS = [
  [
    'Outlook',
    'From: Centre <general@contact.example>\nSent: Monday, October 6, 2025 9:30 AM\nTo: Laila\nSubject: Lamp',
  ],
  [
    'Outlook with a rule',
    '________________________________\nFrom: Centre <general@contact.example>\nSent: Monday\nTo: Laila\nSubject: Lamp',
  ],
  [
    'Outlook in French',
    'De : Centre <general@contact.example>\nEnvoyé : lundi 6 octobre 2025 09:30\nÀ : Laila\nObjet : Lampe',
  ],
  [
    'Outlook in Arabic',
    'من: مركز الاتصال <general@contact.example>\nتم الإرسال: الاثنين، 6 أكتوبر 2025 9:30 ص\nإلى: ليلى\nالموضوع: إنارة',
  ],
  [
    'Outlook in Arabic, marked',
    '\u200fمن: المركز\n\u200fتاريخ الإرسال: 6/10/2025\n\u200fإلى: ليلى\n\u200fالموضوع: إنارة',
  ],
  ['Outlook Express', '----- Original Message -----\nFrom: Centre\nTo: Laila\nSent: Monday\nSubject: Lamp'],
  ['Outlook 2003', '-----Original Message-----\nFrom: Centre\nSent: Monday\nTo: Laila\nSubject: Lamp'],
  [
    'Outlook 2003 in French',
    "-----Message d'origine-----\nDe : Centre\nEnvoyé : lundi\nÀ : Laila\nObjet : Lampe",
  ],
  ['Outlook 2003 in Arabic', '-----رسالة أصلية-----\nمن: المركز\nإلى: ليلى'],
  [
    'Outlook on the web, bold',
    '*From:* Centre <general@contact.example>\n*Sent:* Monday\n*To:* Laila\n*Subject:* Lamp',
  ],
] as const;

describe('the quoted ranges of a message', () => {
  it.each(ATTRIBUTIONS)('%s: the quote and what introduces it', (_client, line) => {
    expect(shown(`Still dark.\n\n${line}\n\n> It was repaired.\n> Really.\n>\n> > Dark.\n`)).toBe(
      'Still dark.\n\n[quoted]',
    );
  });

  it.each(ATTRIBUTIONS.filter(([client]) => client !== 'Apple Mail'))(
    '%s: the history to the end when it has no marks',
    (_client, line) => {
      expect(shown(`Still dark.\n\n${line}\n\nIt was repaired.\n\nReally.\n`)).toBe(
        'Still dark.\n\n[quoted]',
      );
    },
  );

  it.each(HEADS)('%s: the older mail to the end', (_client, head) => {
    expect(shown(`Still dark.\n\nLaila\n\n${head}\n\nIt was repaired.`)).toBe(
      'Still dark.\n\nLaila\n\n[quoted]',
    );
  });

  it('keeps answers between quotes, and collapses each quote', () => {
    expect(shown('On Monday, Laila wrote:\n> When?\nTomorrow.\n> Who?\nOmar.')).toBe(
      '[quoted]\nTomorrow.\n[quoted]\nOmar.',
    );
  });

  it('keeps an answer below the quote, and collapses the signature under it', () => {
    expect(shown('Laila wrote:\n> When?\n\nTomorrow.\n\n-- \nOmar\nWorks')).toBe(
      '[quoted]\n\nTomorrow.\n\n[signature]',
    );
  });

  it.each([
    '-- \nLaila Haddad\nRoad 345',
    '--\nLaila',
    'Sent from my iPhone',
    'Sent from Outlook for Android',
    'Get Outlook for iOS',
    'Envoyé de mon iPhone',
    'Télécharger Outlook pour Android',
    'أُرسلت من الـ iPhone الخاص بي',
    'أرسلت من هاتفي',
    'تم الإرسال من هاتف Samsung Galaxy',
    'الحصول على Outlook لـ iOS',
  ])('collapses a signature: %j', (signature) => {
    expect(shown(`Still dark.\n\n${signature}`)).toBe('Still dark.\n\n[signature]');
    expect(shown(`Still dark.\n\n${signature}\n\nLaila wrote:\n> x`)).toBe(
      'Still dark.\n\n[signature]\n\n[quoted]',
    );
  });

  it.each([
    [
      'a forwarded mail',
      'Please see below.\n\n---------- Forwarded message ---------\nFrom: Omar\nDate: Monday\nSubject: Lamp\nTo: Laila\n\nIt is dark.',
    ],
    [
      'one that Apple forwarded',
      'Begin forwarded message:\n\nFrom: Omar\nSubject: Lamp\nDate: Monday\nTo: Laila\n\nIt is dark.',
    ],
    [
      'one forwarded in Arabic',
      'للاطلاع\n---------- رسالة معاد توجيهها ---------\nمن: عمر\nالتاريخ: الاثنين\nالموضوع: إنارة\nإلى: ليلى\n\nالشارع مظلم',
    ],
    ['a message that is all quote', '> It is dark.\n> Really.'],
    ['an older mail with nothing above', 'From: Omar\nSent: Monday\nTo: Laila\nSubject: Lamp\n\nIt is dark.'],
    ['a line of dashes', 'One\n-----\nTwo'],
    ['words like those of a head', 'From: the harbour\nwe came on foot.\nSubject to rain.'],
    ['a sentence with wrote', 'My neighbour wrote that it is dark.'],
    ['a long list under two dashes', `Parts:\n--\n${'a part\n'.repeat(30)}`],
    ['an announcement that nothing follows', 'Still dark.\nOn Monday, Laila wrote:'],
    ['nothing', ''],
  ])('does not collapse %s', (_what, text) => {
    expect(quotedRangesOf(text)).toEqual([]);
  });

  const bits = fc.constantFrom(
    '> x',
    '',
    'word',
    '-- ',
    'On 1/1/25, A wrote:',
    'From: a',
    'Sent: b',
    'To: c',
    'من: ا',
    'إلى: ب',
    'الموضوع: ج',
    '-----Original Message-----',
    'Sent from my iPhone',
    '\u200f',
    '________________',
  );
  it('is ordered, within the text, and leaves something to read', () => {
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        const folds = quotedRangesOf(text);
        folds.forEach(({ from, to }, i) => {
          expect(from).toBeGreaterThanOrEqual(i > 0 ? folds[i - 1]!.to : 0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
        });
        if (folds.length > 0)
          expect(
            shown(text)
              .replace(/\[\w+\]/g, '')
              .trim(),
          ).not.toBe('');
      }),
      { numRuns: 2_000 },
    );
  });

  it('finishes in time for the longest messages', () => {
    const { ms } = cpuMs(() => {
      for (const line of ['> x', 'On 1', 'On a wrote:', 'From: x', 'كتب 1', '-- ', '', 'Sent from my x'])
        quotedRangesOf(`${line}\n`.repeat(Math.floor(100_000 / (line.length + 1))));
      quotedRangesOf('On '.repeat(33_000));
    });
    expect(ms).toBeLessThan(3_000);
  });
});
