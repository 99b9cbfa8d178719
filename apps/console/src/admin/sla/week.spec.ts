import { bodyOf, formOf, passesMidnight, withoutSpan, withSpan, withTime } from './week.js';

describe('the hours of a week', () => {
  it('should take several spans a day, each after the one before', () => {
    const week = withSpan(withSpan({}, 'mon'), 'mon');
    expect(week).toEqual({
      mon: [
        ['08:00', '14:00'],
        ['15:00', '17:00'],
      ],
    });
    expect(withoutSpan(week, 'mon', 0)).toEqual({ mon: [['15:00', '17:00']] });
    expect(withTime(week, 'mon', 1, 1, '16:30').mon![1]).toEqual(['15:00', '16:30']);
  });

  it('should recognise a span that passes midnight', () => {
    expect(passesMidnight(['22:00', '06:00'])).toBe(true);
    expect(passesMidnight(['00:00', '24:00'])).toBe(false);
    expect(passesMidnight(['22:00', ''])).toBe(false);
  });

  it('should be the country’s while a calendar has none of its own', () => {
    const form = formOf(null);
    expect(bodyOf(form)).toMatchObject({ hours: null, ramadanHours: null, zone: null });
    expect(bodyOf({ ...form, hours: { ...form.hours, source: 'own' } }).hours).toHaveProperty('sun');
  });
});
