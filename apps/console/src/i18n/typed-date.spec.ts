import { formatsOf } from './format.js';
import { readDay, readDayTime, readTime } from './typed-date.js';

/** Runs with the languages of a browser. */
function withLanguages(languages: string[]): void {
  Object.defineProperty(globalThis, 'navigator', { value: { languages }, configurable: true });
}
const navigatorBefore = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
beforeEach(() => withLanguages(['ar-BH', 'en-GB']));
afterAll(() => {
  if (navigatorBefore) Object.defineProperty(globalThis, 'navigator', navigatorBefore);
  else Reflect.deleteProperty(globalThis, 'navigator');
});

describe('typed dates', () => {
  it.each([
    ['1/3/2026', '2026-03-01'],
    ['01.03.2026', '2026-03-01'],
    ['31-12-2026', '2026-12-31'],
    ['2026-03-01', '2026-03-01'],
    ['1 Mar 2026', '2026-03-01'],
    ['1 march 2026', '2026-03-01'],
    ['1 Sept 2026', '2026-09-01'],
    ['١/٣/٢٠٢٦', '2026-03-01'],
    ['۱ مارس ۲۰۲۶', '2026-03-01'],
    ['1 مارس، 2026', '2026-03-01'],
    ['1 آذار 2026', '2026-03-01'],
    ['29/2/2028', '2028-02-29'],
  ])('reads %s with the day first', (typed, day) => expect(readDay(typed)).toBe(day));

  it.each([
    '',
    '1',
    '1/3',
    '1/3/20',
    '31/2/2026',
    '13/13/2026',
    '0/1/2026',
    '1/1/0026',
    '1 foo 2026',
    'Mar 2026',
  ])('reads no day from "%s"', (typed) => expect(readDay(typed)).toBeNull());

  it.each([
    ['1/3/2026 8:30', '2026-03-01T08:30'],
    ['2026-03-01T20:15', '2026-03-01T20:15'],
    ['1 Mar 2026, 08:05', '2026-03-01T08:05'],
    ['١ مارس ٢٠٢٦، ٠٨:٠٥', '2026-03-01T08:05'],
    ['1/3/2026', '2026-03-01T00:00'],
    ['1/3/2026 24:30', null],
    ['1/3/2026 at 8', null],
  ])('reads %s with its time', (typed, moment) => expect(readDayTime(typed)).toBe(moment));

  it.each([
    ['8:05', '08:05'],
    ['١٦:٠٠', '16:00'],
    ['1600', '16:00'],
    ['24:00', null],
    ['8:5', null],
  ])('reads the time %s', (typed, time) => expect(readTime(typed)).toBe(time));

  it('reads what the console writes, in both languages and every month', () => {
    for (const language of ['ar', 'en'] as const)
      for (let month = 1; month <= 12; month++) {
        const day = `2026-${String(month).padStart(2, '0')}-09`;
        const formats = formatsOf(language);
        expect([language, readDay(formats.writtenDay(day))]).toEqual([language, day]);
        expect(readDayTime(formats.writtenDayTime(`${day}T21:04`))).toBe(`${day}T21:04`);
      }
  });
});

describe('written dates', () => {
  it('have the day first whatever the browser prefers', () => {
    withLanguages(['en-US', 'en']);
    expect(formatsOf('en').date('2026-03-01T12:00:00Z')).toBe('1 Mar 2026');
    expect(formatsOf('en').writtenDay('2026-03-01')).toBe('1 Mar 2026');
    expect(formatsOf('ar').writtenDay('2026-03-01')).toBe('1 مارس 2026');
  });

  it('are of the civil calendar where the browser has another', () => {
    withLanguages(['ar-SA']);
    expect(formatsOf('ar').date('2026-03-01T12:00:00Z')).toBe('1 مارس 2026');
  });
});
