import { describe, expect, it } from '@jest/globals';
import { type SearchableService, findServices } from './find-services.js';

const service = (nameAr: string, nameEn: string, keywords = '', descriptionEn = ''): SearchableService => ({
  nameAr,
  nameEn,
  keywords,
  descriptionAr: '',
  descriptionEn,
});
const POWER = service('انقطاع الكهرباء', 'Power outage', 'تيار blackout');
const BILL = service('فاتورة الكهرباء', 'Electricity bill', 'دفع meter');
const LIGHT = service('إنارة الشوارع', 'Street lighting', 'عمود', 'A street light that is off');
const SCHOOL = service('تسجيل المدارس', 'School enrolment');
const ALL = [POWER, BILL, LIGHT, SCHOOL];

describe('finding a service by words', () => {
  it.each([
    ['the article', 'كهرباء', POWER],
    ['an article and a preposition joined', 'بالكهرباء', POWER],
    ['the final ه for ة', 'فاتوره', BILL],
    ['a missing hamza', 'اناره', LIGHT],
    ['vowel marks', 'إِنَارَة', LIGHT],
    ['capitals', 'BLACKOUT', POWER],
    ['the beginning of a word', 'elec', BILL],
    ['a letter missing', 'enrolmnt', SCHOOL],
    ['a broken plural', 'مدرسة', SCHOOL],
  ])('tolerates %s', (_what, words, found) => {
    expect(findServices(ALL, words)[0]).toBe(found);
  });

  it('ranks a service that matches more words first', () => {
    expect(findServices(ALL, 'انقطاع الكهرباء')).toEqual([POWER, BILL]);
  });

  it('ranks a match in the name above one in the description', () => {
    const other = service('', 'Permits', '', 'For work in the street');
    expect(findServices([other, LIGHT], 'street')).toEqual([LIGHT, other]);
  });

  it('returns all in their order without a query, and none for unknown words', () => {
    expect(findServices(ALL, '  ')).toEqual(ALL);
    expect(findServices(ALL, 'xylophone')).toEqual([]);
    expect(findServices(ALL, 'how to')).toEqual([]);
  });
});
