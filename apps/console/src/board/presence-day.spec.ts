import { describe, expect, it } from '@jest/globals';
import { secondsOf, totalsOf } from './presence-day.js';

const at = (time: string) => `2026-03-01T${time}:00.000Z`;
const NOW = Date.parse(at('12:00'));

describe('the day of an agent', () => {
  it('should count what is not over until now, and never below zero', () => {
    expect(secondsOf({ from: at('11:59'), to: null }, NOW)).toBe(60);
    expect(secondsOf({ from: at('12:01'), to: null }, NOW)).toBe(0);
    expect(secondsOf({ from: at('08:00'), to: at('08:02') }, NOW)).toBe(120);
  });

  it('should add the time in each state, longest first', () => {
    const periods = [
      { from: at('08:00'), to: at('09:00'), state: 'not_ready' as const },
      { from: at('09:00'), to: at('11:30'), state: 'available' as const },
      { from: at('11:30'), to: null, state: 'not_ready' as const },
    ];
    expect(totalsOf(periods, NOW)).toEqual([
      { state: 'available', seconds: 9_000 },
      { state: 'not_ready', seconds: 5_400 },
    ]);
  });
});
