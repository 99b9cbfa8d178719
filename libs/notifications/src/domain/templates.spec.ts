import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UI_LANGUAGES } from '#wasl/kernel';
import { parseTicketNumber } from '#wasl/tickets';
import { BUILT_IN } from './built-in-templates.js';
import { checkCannedTexts } from './canned-reply.js';
import { checkTemplate } from './check-template.js';
import { languageOrder, nearestUiLanguage } from './language-order.js';
import { htmlBody, textBody } from './mail-body.js';
import { exampleValues } from './notices.js';
import { type PlaceholderName, PLACEHOLDERS, type Values } from './placeholders.js';
import { renderMail, renderText } from './render-template.js';
import { shortenAnswer } from './shorten-answer.js';
import { MAX_LENGTHS, NOTICES, TEMPLATE_RULES } from './template-catalogue.js';
import { hasBrokenPlaceholder, partsOf, placeholdersIn } from './template-text.js';

const ACKNOWLEDGEMENT = TEMPLATE_RULES.acknowledgement.mail!;
const VALUES: Values = {
  ticketNumber: '2648-1937-0521',
  trackingCode: 'K7QX2M9P',
  trackLink: 'https://portal.example/ar/track/2648-1937-0521',
  subject: 'إنارة',
  requesterName: 'Khalid',
  expectedBy: 'الخميس',
  sender: 'المركز',
};
const mailOf = (language: 'ar' | 'en', values: Values) =>
  renderMail(BUILT_IN[language].acknowledgement.mail!, values).paragraphs;
const faults = (body: string, subject: string | null = '{{subject}}') =>
  checkTemplate({ subject, body }, ACKNOWLEDGEMENT, 'mail').map(({ path, code, params }) =>
    [path, code, ...Object.values(params ?? {})].join(' '),
  );
const GOOD = '{{ticketNumber}} {{trackingCode}}\n{{trackLink}}';

describe('The built-in templates', () => {
  it('obey their own rules, in every language and medium', () => {
    for (const language of UI_LANGUAGES) {
      for (const { kind, medium, rules } of NOTICES) {
        const words = BUILT_IN[language][kind][medium]!;
        expect([kind, medium, checkTemplate(words, rules, medium)]).toEqual([kind, medium, []]);
      }
    }
  });

  it('for an acknowledgement are unchanged', () => {
    expect(textBody(mailOf('ar', VALUES), 'ar')).toBe(
      [
        'تحية طيبة،',
        'وصلتنا رسالتكم وسُجِّلت تذكرة برقم \u20662648-1937-0521\u2069.',
        'الموضوع: إنارة',
        'نتوقع إنجازها في موعد أقصاه الخميس.',
        'لمتابعة التذكرة:',
        'https://portal.example/ar/track/2648-1937-0521',
        'رمز المتابعة: \u2066K7QX2M9P\u2069',
        'لإضافة معلومات يكفي الرد على هذه الرسالة.',
        'المركز\n',
      ].join('\n\n'),
    );
    const html = htmlBody(mailOf('en', { ...VALUES, subject: '<Lamp>', expectedBy: null }), 'en');
    expect(html.slice(html.indexOf('<p>'), html.indexOf('</body>'))).toBe(
      [
        '<p>Hello,</p>',
        '<p>we have received your message and opened ticket <bdi dir="ltr">2648-1937-0521</bdi>.</p>',
        '<div dir="auto" style="white-space:pre-wrap">Subject: &lt;Lamp&gt;</div>',
        '<p>To follow it:</p>',
        '<p><a href="https://portal.example/ar/track/2648-1937-0521" dir="ltr">https://portal.example/ar/track/2648-1937-0521</a></p>',
        '<p>Tracking code: <bdi dir="ltr">K7QX2M9P</bdi></p>',
        '<p>To add anything, simply reply to this mail.</p>',
        '<p>المركز</p>',
      ].join('\n'),
    );
  });

  it('for a reply by text mention the rest only when there is one', () => {
    const say = (body: string) =>
      renderText(
        BUILT_IN.en.resolved.text!.body,
        { ...VALUES, sender: 'Centre', ...shortenAnswer(body, 'sms', 'en') },
        'en',
      );
    expect(say(' Done. ')).toBe(
      [
        'Centre. Ticket 2648-1937-0521:',
        'Done.',
        'We consider this settled. If it is not, answer this text.',
        VALUES.trackLink,
      ].join('\n'),
    );
    expect(say('word '.repeat(100))).toMatch(/word…\nWe consider .*\nThe whole answer:\nhttps:/);
  });
});

describe('Templates that are saved', () => {
  it('are accepted when they contain the required placeholders', () => {
    expect(faults(GOOD)).toEqual([]);
    expect(faults(`Dear {{requesterName}},\n\n${GOOD}`, 'About {{ ticketNumber }}')).toEqual([]);
  });

  it.each([
    ['Hello', 'body placeholder_missing ticketNumber'],
    [`${GOOD} {{price}}`, 'body placeholder_unknown price'],
    [`${GOOD}\n{{answer}}`, 'body placeholder_unknown answer'],
    [`${GOOD}\n{{ticket number}}`, 'body placeholder_broken'],
    [`${GOOD}\n}} odd`, 'body placeholder_broken'],
    ['{{ticketNumber}} {{trackingCode}}: {{trackLink}}', 'body link_alone trackLink'],
    [`${GOOD}\u0007`, 'body control_character'],
    [`${GOOD}\u202e`, 'body control_character'],
    [GOOD + 'x'.repeat(MAX_LENGTHS.body.mail), `body longer_than ${MAX_LENGTHS.body.mail}`],
    [
      '{{ticketNumber}} {{expectedBy}}\n{{trackingCode}}\n{{trackLink}}',
      'body placeholder_may_vanish ticketNumber expectedBy',
    ],
    [' \n ', 'body required'],
  ])('are refused: %j', (body, fault) => {
    expect(faults(body)).toContain(fault);
  });

  it.each([
    [null, 'subject required'],
    ['  ', 'subject required'],
    ['a\r\nBcc: b@c.example', 'subject line_break'],
    ['a\u2028b', 'subject line_break'],
    ['a\u0000b', 'subject control_character'],
    ['x'.repeat(MAX_LENGTHS.subject + 1), `subject longer_than ${MAX_LENGTHS.subject}`],
    ['{{trackingCode}}', 'subject placeholder_unknown trackingCode'],
    ['by {{expectedBy}}', 'subject placeholder_unknown expectedBy'],
  ])('are refused for their subject: %j', (subject, fault) => {
    expect(faults(GOOD, subject)).toContain(fault);
  });

  it('have no subject when they go by text', () => {
    const rules = TEMPLATE_RULES.acknowledgement.text!;
    expect(checkTemplate({ subject: 'x', body: GOOD }, rules, 'text')).toMatchObject([
      { path: 'subject', code: 'unknown' },
    ]);
    expect(checkTemplate({ subject: null, body: GOOD }, rules, 'text')).toEqual([]);
  });
});

describe('Rendering', () => {
  it('leaves out a line without a value, and a paragraph with no other line', () => {
    const body = 'Dear {{requesterName}},\nhello.\n\nBy {{expectedBy}}.\n\nBye';
    const { paragraphs } = renderMail({ subject: '', body }, { requesterName: null, expectedBy: null });
    expect(paragraphs).toEqual([{ line: ['hello.'] }, { line: ['Bye'] }]);
    expect(renderText(body, {}, 'en')).toBe('hello.\n\nBye');
  });

  it('keeps lines of one paragraph apart, and gives a link a paragraph to itself', () => {
    const { paragraphs } = renderMail(
      { subject: '', body: 'one\ntwo {{ticketNumber}}\n  {{trackLink}}\nthree' },
      VALUES,
    );
    expect(textBody(paragraphs, 'ar')).toBe(
      `one\ntwo \u20662648-1937-0521\u2069\n\n${VALUES.trackLink}\n\nthree\n`,
    );
    expect(htmlBody(paragraphs, 'ar')).toContain('<p>one<br>two <bdi dir="ltr">2648-1937-0521</bdi></p>');
  });

  it('keeps the direction of a name, without extra characters in a Latin SMS', () => {
    const body = 'عزيزي {{requesterName}}';
    expect(renderText(body, VALUES, 'ar')).toBe('عزيزي \u2068Khalid\u2069');
    expect(renderText('Dear {{requesterName}}', VALUES, 'en')).toBe('Dear Khalid');
    const { paragraphs } = renderMail({ subject: '', body }, { requesterName: '<خالد>' });
    expect(htmlBody(paragraphs, 'ar')).toContain('عزيزي <bdi>&lt;خالد&gt;</bdi>');
  });

  it('does not parse values again', () => {
    const hostile = '{{trackingCode}}';
    const { subject, paragraphs } = renderMail(
      { subject: '{{subject}}', body: '{{subject}}' },
      { ...VALUES, subject: hostile },
    );
    expect([subject, textBody(paragraphs, 'en')]).toEqual([hostile, `${hostile}\n`]);
  });

  it('shows every value exactly in place of its placeholder, never as markup', () => {
    const places = Object.keys(PLACEHOLDERS).filter(
      (name) => PLACEHOLDERS[name as PlaceholderName].sort !== 'mark',
    );
    const line = fc.array(
      fc.oneof(
        fc.constantFrom(...places).map((place) => ({ place })),
        fc
          .string({ unit: 'grapheme', minLength: 1 })
          .map((words) => ({ words: words.replace(/[{}\n]/g, 'x') })),
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(line, fc.string({ minLength: 1 }), (parts, value) => {
        const body = parts.map((part) => ('place' in part ? `{{${part.place}}}` : part.words)).join('');
        const values = Object.fromEntries(places.map((place) => [place, value]));
        const wanted = parts.map((part) => ('place' in part ? value : part.words)).join('');
        expect(renderMail({ subject: body, body: '' }, values).subject).toBe(wanted);
        const { paragraphs } = renderMail({ subject: '', body }, values);
        const html = htmlBody(paragraphs, 'ar');
        const inside = html.slice(html.indexOf('<body'));
        expect(inside.replace(/<\/?(p|div|bdi|a|br|html|body)\b[^<>]*>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });

  it('fills every required placeholder of any template that passes the check', () => {
    const pieces = fc.constantFrom(
      '{{ticketNumber}}',
      '{{trackingCode}}',
      '{{requesterName}}',
      '{{expectedBy}}',
      '\n{{trackLink}}\n',
      '\n',
      '\n\n',
      'kind words ',
      '{{',
      '{{price}}',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 14 }).map((all) => all.join('')),
        fc.subarray(['requesterName', 'expectedBy'] as const),
        (body, unknown) => {
          if (checkTemplate({ subject: 'x', body }, ACKNOWLEDGEMENT, 'mail').length > 0) return;
          const values = { ...VALUES, ...Object.fromEntries(unknown.map((place) => [place, null])) };
          const text = textBody(renderMail({ subject: 'x', body }, values).paragraphs, 'ar');
          for (const place of ACKNOWLEDGEMENT.required) expect(text).toContain(VALUES[place]);
          expect(renderText(body, values, 'ar')).toContain(VALUES.trackLink);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('parses any text and finds its placeholders in linear time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', ' ', '\n') }), (text) => {
        const parts = partsOf(text);
        const again = parts.map((part) => ('place' in part ? `{{${part.place}}}` : part.words)).join('');
        expect(again.replace(/ /g, '')).toBe(text.replace(/ /g, ''));
      }),
    );
    const braces = '{'.repeat(200_000) + 'a'.repeat(200_000);
    expect([placeholdersIn(partsOf(braces)), hasBrokenPlaceholder(partsOf(braces))]).toEqual([[], true]);
  });

  it('has an example of a ticket number with its check digit', () => {
    for (const language of ['ar', 'en'] as const)
      expect(parseTicketNumber(exampleValues(language).ticketNumber ?? '')).not.toBeNull();
  });

  it('has an example for every placeholder', () => {
    for (const language of ['ar', 'en', 'fr'])
      expect(Object.keys(exampleValues(language)).sort()).toEqual(Object.keys(PLACEHOLDERS).sort());
  });
});

describe('Languages', () => {
  it('are tried in the order of the request, the country, and our own', () => {
    expect(languageOrder(['fr'], ['ar', 'fr', 'en'])).toEqual(['fr', 'ar', 'en']);
    expect(languageOrder(['de'], ['ms', 'en'])).toEqual(['de', 'ms', 'en', 'ar']);
  });

  it('without names of their own use those of the same script', () => {
    expect(['ar', 'en', 'fr', 'ur'].map(nearestUiLanguage)).toEqual(['ar', 'en', 'en', 'ar']);
  });
});

describe('A canned reply', () => {
  const codes = (texts: { language: string; text: string }[]) =>
    checkCannedTexts(texts, ['ar', 'en']).map(({ path, code }) => `${path} ${code}`);

  it('needs a text in at least one language of the country, in each at most once', () => {
    expect(codes([{ language: 'ar', text: 'مرحبًا {{requesterName}}' }])).toEqual([]);
    expect(codes([])).toEqual(['texts required']);
    expect(codes([{ language: 'fr', text: 'x' }])).toEqual(['texts.0.language choice']);
    expect(
      codes([
        { language: 'ar', text: 'x' },
        { language: 'ar', text: 'y' },
      ]),
    ).toEqual(['texts.1.language repeated']);
  });

  it('has no placeholder for what an agent must not disclose', () => {
    expect(codes([{ language: 'en', text: '{{trackingCode}}' }])).toEqual([
      'texts.0.text placeholder_unknown',
    ]);
  });
});
