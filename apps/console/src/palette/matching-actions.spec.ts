import { matchingActions, ticketNumberIn } from './matching-actions.js';

const action = (label: string) => ({ label, run: () => undefined });

describe('the palette', () => {
  const actions = ['Go to the live board', 'Resolve', 'Reopen', 'إلى اللوحة الحيّة'].map(action);
  const labels = (typed: string) => matchingActions(actions, typed).map(({ label }) => label);

  it('should match every word regardless of case, diacritics and letter variants', () => {
    expect(labels('BOARD live')).toEqual(['Go to the live board']);
    expect(labels('اللوحه الحية')).toEqual(['إلى اللوحة الحيّة']);
    expect(labels('board resolve')).toEqual([]);
  });

  it('should list all actions for an empty query, and prefix matches first otherwise', () => {
    expect(labels('  ')).toEqual(actions.map(({ label }) => label));
    expect(labels('re')[0]).toBe('Resolve');
  });

  it.each([
    ['264819370521', '2648-1937-0521'],
    ['#2648-1937-0521', '2648-1937-0521'],
    ['٢٦٤٨ ١٩٣٧ ٠٥٢١', '2648-1937-0521'],
    ['2648-1937', undefined],
    ['lamp', undefined],
  ])('should recognise a ticket number in %s', (typed, number) => expect(ticketNumberIn(typed)).toBe(number));
});
