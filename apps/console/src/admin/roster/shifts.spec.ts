import type { Shift } from '../../api/routing-api.js';
import { haveSameShifts, shiftsOn } from './shifts.js';

const shift = (from: string, more: Partial<Shift> = {}): Shift => ({
  agent: 'mona',
  name: 'Mona',
  from: `2026-03-02T${from}:00.000Z`,
  to: '2026-03-02T15:00:00.000Z',
  state: 'available',
  reason: null,
  ...more,
});

describe('the shifts of a day', () => {
  it('should be those of the agent that begin on the day in local time', () => {
    const [mine, late] = [shift('08:00'), shift('22:30')];
    const all = [mine, late, shift('08:00', { agent: 'sana' })];
    expect(shiftsOn(all, 'mona', '2026-03-02', 'Asia/Bahrain')).toEqual([mine]);
    expect(shiftsOn(all, 'mona', '2026-03-03', 'Asia/Bahrain')).toEqual([late]);
  });

  it('should be equal in any order, whatever the agent’s display name', () => {
    const [one, two] = [shift('08:00'), shift('12:00')];
    expect(haveSameShifts([one, two], [two, { ...one, name: 'Mona A.' }])).toBe(true);
  });

  it.each<[string, Shift[]]>([
    ['is missing', []],
    ['was added', [shift('08:00'), shift('12:00')]],
    ['ends at another time', [shift('08:00', { to: '2026-03-02T16:00:00.000Z' })]],
    ['is planned otherwise', [shift('08:00', { state: 'not_ready', reason: 'lunch' })]],
  ])('should not be equal when one %s', (_, now) => {
    expect(haveSameShifts([shift('08:00')], now)).toBe(false);
  });
});
