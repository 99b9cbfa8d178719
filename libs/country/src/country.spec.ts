import { localDay } from './domain/local-day.js';
import { normalizePhone } from './domain/phone-number.js';
import { emergencyNumbers, readCountryProfile } from './profile.js';

describe('country profiles', () => {
  it.each(['bh', 'ps', 'lb', 'bn'])('should read the one of %s', (code) => {
    expect(readCountryProfile(code).code).toBe(code);
  });

  it.each([
    ['xx', /neither a built-in country/],
    ['package.json', /is wrong at/],
  ])('should say what is wrong with %s', (code, message) => {
    expect(() => readCountryProfile(code)).toThrow(message);
  });

  it('should have the right weekends where CLDR is wrong', () => {
    expect(readCountryProfile('bn').weekend).toEqual(['fri', 'sun']);
    expect(readCountryProfile('ps').weekend).toEqual(['fri', 'sat']);
  });
});

describe('emergency numbers', () => {
  it.each([
    ['bh', { all: '999', traffic: '199', coast_guard: '994' }],
    ['ps', { police: '100', ambulance: '101', fire: '102' }],
    ['lb', { police: '112', ambulance: '140', fire: '175', civil_defence: '125' }],
    ['bn', { police: '993', ambulance: '991', fire: '995' }],
  ])('should be listed by kind in %s', (code, numbers) => {
    const country = readCountryProfile(code);
    const listed = emergencyNumbers(country);
    expect(Object.fromEntries(listed.map(({ kind, number }) => [kind, number]))).toMatchObject(numbers);
    const reached = new Set<string>(listed.filter(({ verified }) => verified).map(({ kind }) => kind));
    for (const kind of ['police', 'ambulance', 'fire'])
      expect(reached.has('all') || reached.has(kind)).toBe(true);
    expect(listed.some(({ kind }) => kind === 'contact_centre')).toBe(false);
  });

  it('should not count as verified unless the profile says so', () => {
    const unsure = emergencyNumbers(readCountryProfile('lb')).filter(({ verified }) => !verified);
    expect(unsure.map(({ number }) => number)).toEqual(['1701']);
  });

  it('should be named in the languages of the country', () => {
    for (const { name } of emergencyNumbers(readCountryProfile('bn'))) expect(name.ms).toMatch(/\w/);
    for (const { name } of emergencyNumbers(readCountryProfile('lb'))) expect(name.fr).toMatch(/\w/);
  });
});

describe('telephone numbers', () => {
  it.each([
    ['bh', '17123456', '+97317123456'],
    ['bh', '+973 1712 3456', '+97317123456'],
    ['bh', '00973-17123456', '+97317123456'],
    ['bh', '97317123456', '+97317123456'],
    ['bh', '١٧١٢٣٤٥٦', '+97317123456'],
    ['bh', '१७१२३४५६', '+97317123456'],
    ['bh', '80008001', '80008001'],
    ['bh', '199', '199'],
    ['ps', '0599123456', '+970599123456'],
    ['lb', '03 123 456', '+9613123456'],
    ['bn', '2421234', '+6732421234'],
    ['bh', '+966555000555', '+966555000555'],
  ])('should store %s %s as %s', (country, input, stored) => {
    expect(normalizePhone(input, readCountryProfile(country))).toBe(stored);
  });

  it.each([
    'anonymous',
    'Anonymous',
    '',
    '+',
    'Unavailable',
    '<unknown>',
    'محجوب',
    'abc',
    '12',
    '201',
    'restricted',
    '+'.repeat(100),
  ])('should see none in %j', (input) => {
    expect(normalizePhone(input, readCountryProfile('bh'))).toBeNull();
  });
});

describe('days', () => {
  it('should begin at midnight in the country, not in UTC', () => {
    expect(localDay(new Date('2026-03-01T21:30:00Z'), 'Asia/Bahrain')).toBe('2026-03-02');
  });
});
