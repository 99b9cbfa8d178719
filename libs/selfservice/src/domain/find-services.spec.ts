import { describe, expect, it } from '@jest/globals';
import { type Findable, findServices } from './find-services.js';

const service = (nameAr: string, nameEn: string, keywords = '', descriptionEn = ''): Findable => ({
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
  ])('forgives %s', (_what, words, found) => {
    expect(findServices(ALL, words)[0]).toBe(found);
  });

  it('puts the service first that matches more words', () => {
    expect(findServices(ALL, 'انقطاع الكهرباء')).toEqual([POWER, BILL]);
  });

  it('counts a name for more than a description', () => {
    const other = service('', 'Permits', '', 'For work in the street');
    expect(findServices([other, LIGHT], 'street')).toEqual([LIGHT, other]);
  });

  it('gives all in their order without words, and none for words that mean nothing here', () => {
    expect(findServices(ALL, '  ')).toEqual(ALL);
    expect(findServices(ALL, 'xylophone')).toEqual([]);
    expect(findServices(ALL, 'how to')).toEqual([]);
  });
});
