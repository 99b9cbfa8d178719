import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VISIT_STATES, type VisitState } from '#wasl/contracts';
import type { DomainError } from '#wasl/kernel';
import { callNumberOf } from './call-number.js';
import { stillServesVisitors } from './closing.js';
import { trackingLink } from './tracking-link.js';
import { assertVisitChange } from './visit-lifecycle.js';

const refusal = (run: () => void) => {
  try {
    run();
    return null;
  } catch (error) {
    return (error as DomainError).code;
  }
};
const change = (state: VisitState, staffId: string | null, to: VisitState) =>
  refusal(() => assertVisitChange({ state, staffId }, to, 'me'));

describe('A call number', () => {
  it('has the letter of its centre and three digits, more only when three are not enough', () => {
    expect([1, 14, 999, 1000].map((count) => callNumberOf('B', count))).toEqual([
      'B-001',
      'B-014',
      'B-999',
      'B-1000',
    ]);
  });
});

describe('A visit', () => {
  it('is called, served and done; one that does not come is a no-show', () => {
    expect(change('waiting', null, 'called')).toBeNull();
    expect(change('called', 'me', 'serving')).toBeNull();
    expect(change('serving', 'me', 'done')).toBeNull();
    expect(change('called', 'me', 'no_show')).toBeNull();
  });

  it('may be served without a call, and called again', () => {
    expect(change('waiting', null, 'serving')).toBeNull();
    expect(change('called', 'me', 'called')).toBeNull();
  });

  it('belongs to the colleague who called it', () => {
    for (const to of ['called', 'serving', 'no_show', 'waiting', 'done'] as const) {
      expect(change('called', 'another', to)).toBe('visit.taken');
      expect(change('serving', 'another', to)).toBe('visit.taken');
    }
  });

  it('cannot be a no-show before it was called', () => {
    expect(change('waiting', null, 'no_show')).toBe('visit.over');
  });

  it('cannot change once it has ended', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<VisitState>('done', 'no_show', 'released', 'settled'),
        fc.constantFrom(...VISIT_STATES),
        (over, to) => expect(change(over, 'me', to)).toBe('visit.over'),
      ),
    );
  });
});

describe('Visitors waiting at a centre', () => {
  it('are served while it is open', () => {
    expect(stillServesVisitors({ open: true, openLately: true, attended: false })).toBe(true);
  });

  it('are served for a while after closing, if a desk is staffed', () => {
    expect(stillServesVisitors({ open: false, openLately: true, attended: true })).toBe(true);
    expect(stillServesVisitors({ open: false, openLately: true, attended: false })).toBe(false);
    expect(stillServesVisitors({ open: false, openLately: false, attended: true })).toBe(false);
  });
});

describe('The QR code on a receipt', () => {
  const link = trackingLink('https://portal.example', 'ar', {
    number: '2648-1937-0521',
    trackingCode: 'AB12CD34',
  });

  it('opens the page of its number, in the language of its requester', () => {
    expect(link).toBe('https://portal.example/ar/track?number=2648-1937-0521#code=AB12CD34');
  });

  it('sends the code to no server', () => {
    const { pathname, search } = new URL(link);
    expect(pathname + search).not.toContain('AB12CD34');
  });
});
