import { dayOf, daysOf, momentOf, timeOf, weekOf } from './zoned-time.js';

describe('zoned times', () => {
  it.each([
    ['2026-03-02', '08:00', 'Asia/Bahrain', '2026-03-02T05:00:00.000Z'],
    ['2026-03-02', '00:00', 'Asia/Brunei', '2026-03-01T16:00:00.000Z'],
    ['2026-03-02', '24:00', 'Asia/Bahrain', '2026-03-02T21:00:00.000Z'],
    // Lebanon leaves out midnight to one on 29 March 2026, and shows it twice on 25 October.
    ['2026-03-28', '23:00', 'Asia/Beirut', '2026-03-28T21:00:00.000Z'],
    ['2026-03-29', '00:30', 'Asia/Beirut', '2026-03-28T22:30:00.000Z'],
    ['2026-03-29', '08:00', 'Asia/Beirut', '2026-03-29T05:00:00.000Z'],
    ['2026-10-25', '08:00', 'Asia/Beirut', '2026-10-25T06:00:00.000Z'],
  ])('convert %s %s in %3$s to an instant', (day, time, zone, moment) =>
    expect(momentOf(day, time, zone)).toBe(moment),
  );

  it('convert an instant to local day and time', () => {
    expect(dayOf('2026-03-01T22:30:00Z', 'Asia/Bahrain')).toBe('2026-03-02');
    expect(timeOf('2026-03-01T22:30:00Z', 'Asia/Bahrain')).toBe('01:30');
  });

  it('start the week on Sunday', () => {
    expect(weekOf('2026-03-04')).toBe('2026-03-01');
    expect(weekOf('2026-03-01')).toBe('2026-03-01');
    expect(daysOf('2026-02-22').at(-1)).toBe('2026-02-28');
  });
});
