import { guardFormula } from './guard-formula.js';

describe('escaping text for a spreadsheet', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n@x',
    '  =1',
    '＝1',
    '=HYPERLINK("http://x")',
    '+97317000000-1',
    '+97317000000\n',
    '+9731700000012345',
  ])('should not be run when it is %j', (text) => expect(guardFormula(text)).toBe(`'${text}`));

  it.each(['general', 'الشكاوى', '1=1', 'a-b', '', '+97317000000'])(
    'should stay as it is when it is %j',
    (text) => expect(guardFormula(text)).toBe(text),
  );
});
