import { dayAfter, momentIn, offsetText } from './dates.js';

describe('instants of local times', () => {
  it.each([
    ['Asia/Bahrain', '2026-06-05T13:00', '2026-06-05T10:00:00.000Z'],
    ['Asia/Beirut', '2026-01-05T13:00', '2026-01-05T11:00:00.000Z'],
    ['Asia/Beirut', '2026-07-05T13:00', '2026-07-05T10:00:00.000Z'],
    // ambiguous: the first
    ['Europe/London', '2026-10-25T01:30', '2026-10-25T00:30:00.000Z'],
    // skipped: later by the size of the gap
    ['Europe/London', '2026-03-29T01:30', '2026-03-29T01:30:00.000Z'],
  ])('should be found in %s for %s', (zone, shown, at) => expect(momentIn(zone, shown)).toBe(at));
});

it('should add days across the ends of months and years', () => {
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(dayAfter('2028-03-01', -1)).toBe('2028-02-29');
});

it.each([
  [180, 'UTC+03:00'],
  [-210, 'UTC−03:30'],
  [0, 'UTC+00:00'],
])('should write %i minutes as %s', (minutes, text) => expect(offsetText(minutes)).toBe(text));
