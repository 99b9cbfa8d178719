import { draftOf, EMPTY_FORM } from './announcement-form.js';

describe('the form of an announcement', () => {
  it('should give the start of a month as an offset from the computed day', () => {
    const month = { year: 1448, month: 9, begins: '2027-02-09', computed: '2027-02-08' };
    expect(draftOf({ ...EMPTY_FORM, month, shift: -1 })).toEqual({
      about: 'days',
      body: { calendar: null, month: { year: 1448, month: 9, begins: '2027-02-07' } },
    });
  });

  it('should close days or set their hours, and cover one day without an end date', () => {
    const form = { ...EMPTY_FORM, about: 'days' as const, from: '2027-03-01', ar: 'عطلة', en: 'Holiday' };
    expect(draftOf(form).body).toMatchObject({ days: { from: '2027-03-01', to: '2027-03-01', hours: [] } });
    expect(draftOf({ ...form, calendar: 'night', closed: false }).body).toMatchObject({
      calendar: 'night',
      days: { hours: [['08:00', '12:00']] },
    });
  });

  it('should convert local times of the zone to instants', () => {
    const form = { ...EMPTY_FORM, about: 'zone' as const, zone: 'Asia/Beirut', note: ' decided ' };
    expect(draftOf({ ...form, since: '2026-01-05T00:00', offset: 120 })).toEqual({
      about: 'zone',
      body: {
        zone: 'Asia/Beirut',
        from: '2026-01-04T22:00:00.000Z',
        to: null,
        offsetMinutes: 120,
        note: 'decided',
      },
    });
  });
});
