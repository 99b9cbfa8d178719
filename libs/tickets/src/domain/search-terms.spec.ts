import fc from 'fast-check';
import { type PhoneForms, searchQuery, searchTerms, searchTokens, tokensAsVector } from './search-terms.js';

/** A country with numbers of eight digits and the code 973. */
function readPhone(text: string): PhoneForms | null {
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  if (/^\d{8}$/.test(digits)) return { number: `+973${digits}`, digits: [`973${digits}`, digits] };
  if (/^973\d{8}$/.test(digits)) return { number: `+${digits}`, digits: [digits, digits.slice(3)] };
  return null;
}
const tokens = (text: string) => searchTokens(text, readPhone);

/** What PostgreSQL does with the query: `'a':*` is the beginning of a token. */
function finds(query: string, text: string): boolean {
  const condition = searchQuery(searchTerms(query, readPhone));
  if (condition === null) return false;
  const all = tokens(text);
  const script = condition
    .replace(/'((?:[^']|'')*)'(:\*)?/g, (_whole, token: string, isPrefix?: string) =>
      String(all.some((one) => (isPrefix ? one.startsWith(unquoted(token)) : one === unquoted(token)))),
    )
    .replaceAll('&', '&&')
    .replaceAll('|', '||');
  return evaluate(script);
}
const unquoted = (token: string) => token.replaceAll("''", "'");
const evaluate = (script: string) => new Function(`return ${script}`)() as boolean;

const TEXT =
  'المصباح لا يعمل. Reference A-99812, call +973 1700-0001 or sami.ali+lamp@Example.COM; number 2648-1937-0525.';

describe('search terms', () => {
  it.each([
    ['a telephone number in local digits', '17000001'],
    ['in groups', '1700 0001'],
    ['with the country’s code', '+97317000001'],
    ['as it is dialled from abroad', '00973 1700 0001'],
    ['in Arabic digits', '١٧٠٠٠٠٠١'],
    ['in Persian digits, with marks of direction', '\u2066+۹۷۳ ۱۷۰۰ ۰۰۰۱\u2069'],
    ['its first digits', '1700'],
    ['its first digits with the code', '+973 1700'],
    ['a mail address', 'sami.ali+lamp@example.com'],
    ['in capitals', 'SAMI.ALI+LAMP@EXAMPLE.COM'],
    ['its local part', 'sami.ali'],
    ['its beginning', 'sami.ali+lamp@ex'],
    ['a reference', 'A-99812'],
    ['without its dash', 'a99812'],
    ['in two words', 'A 99812'],
    ['in Arabic digits', 'A-٩٩٨١٢'],
    ['its number alone', '99812'],
    ['its beginning', 'A-998'],
    ['a ticket number', '2648-1937-0525'],
    ['without dashes', '264819370525'],
    ['its beginning', '2648-19'],
    ['its end', '1937-0525'],
    ['a word in another spelling', 'المصباح'],
    ['several of them', 'المصباح A-99812 17000001'],
  ])('should find %s: %s', (_what, query) => expect(finds(query, TEXT)).toBe(true));

  it.each([
    '17000002',
    'ali@example.com',
    'sami.ali@example.org',
    'B-99812',
    '2648-1938',
    'A-99812 17000002',
  ])('should not find %s', (query) => expect(finds(query, TEXT)).toBe(false));

  it.each(['', ' ', '--', '@', "'", '+', '\u200f'])('should have nothing to search for in “%s”', (query) =>
    expect(searchQuery(searchTerms(query, readPhone))).toBeNull(),
  );

  it('should tell telephone numbers that stand beside each other apart', () => {
    expect(tokens('17000001 36000002 12')).toEqual(
      expect.arrayContaining(['97317000001', '97336000002', '12']),
    );
  });

  const term = fc.oneof(
    fc.stringMatching(/^[a-z\u0621-\u064a]{1,12}$/),
    fc.stringMatching(/^\d{1,14}$/),
    fc.stringMatching(/^[A-Z]{1,3}[-/_.]\d{1,8}$/),
    fc.stringMatching(/^[a-z]{1,8}(\.[a-z]{1,8})?@[a-z]{1,8}\.(com|bh)$/),
    fc.stringMatching(/^\+973 ?\d{4}[ -]?\d{4}$/),
  );

  it('should find every term of a text by what was written', () => {
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 6 }), fc.nat(), (terms, at) => {
        const text = terms.join(', ');
        expect(finds(terms[at % terms.length]!, text)).toBe(true);
      }),
    );
  });

  it('should find a telephone number whatever its digits and groups', () => {
    const scripts = ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'];
    const written = fc
      .tuple(
        fc.constantFrom(...scripts),
        fc.constantFrom('', ' ', '-'),
        fc.constantFrom('', '+973', '00973 '),
      )
      .map(([digits, gap, code]) => (number: string) => {
        const text = `${code}${number.slice(0, 4)}${gap}${number.slice(4)}`;
        return text.replace(/\d/g, (digit) => digits[Number(digit)]!);
      });
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{7}$/), written, written, (number, one, other) => {
        expect(finds(one(number), `call ${other(number)} soon`)).toBe(true);
      }),
    );
  });

  it('should make valid texts of any input, and never take long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const all = tokens(text);
        expect(all.every((one) => /^[\p{L}\p{N}@._%+'-]+$/u.test(one))).toBe(true);
        expect(tokensAsVector(all)).not.toMatch(/\\/);
      }),
    );
    for (const piece of ['a%', '1 ', "a'", '1-', 'a.', '+1', '@'])
      expect(tokens(piece.repeat(10_000)).length).toBeGreaterThanOrEqual(0);
  });
});
