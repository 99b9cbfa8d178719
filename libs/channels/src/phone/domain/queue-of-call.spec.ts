import { describe, expect, it } from '@jest/globals';
import { callbackQueue, queueOfCall } from './queue-of-call.js';

const general = { key: 'general', dialNumbers: ['80008001', '+97317000000'], active: true };
const billing = { key: 'billing', dialNumbers: ['+97317000009'], active: true };
const old = { key: 'old', dialNumbers: ['80008001', '+97317111111'], active: false };
const of = (queue: string | null, to: string | null) =>
  queueOfCall([old, general, billing], { queue, to }, '973');

describe('the queue of a call', () => {
  it('is the one named, before the one dialled', () => {
    expect(of('Billing', '80008001')).toBe(billing);
  });

  it('is the one dialled, with or without the country’s code', () => {
    expect(of(null, '+97317000009')).toBe(billing);
    expect(of('support-hunt-group', '+97380008001')).toBe(general);
    expect(of(null, '17000000')).toBe(general);
  });

  it('is named by the dialled number field, or dialled by the queue field', () => {
    expect(of(null, 'Billing')).toBe(billing);
    expect(of('+97317000009', null)).toBe(billing);
    expect(of('17000009', '80008001')).toBe(billing);
  });

  it('is an inactive one only when there is no other', () => {
    expect(of(null, '80008001')).toBe(general);
    expect(of(null, '+97317111111')).toBe(old);
    expect(of('old', '80008001')).toBe(general);
  });

  it('is none when nothing of ours was dialled', () => {
    expect(of(null, '+97317222222')).toBeNull();
    expect(of(null, null)).toBeNull();
  });
});

describe('the queue of a callback', () => {
  const second = { id: '2', position: 2, active: true };
  const first = { id: '1', position: 1, active: true };
  const closed = { id: '0', position: 0, active: false };

  it('is the call’s own, or the first in use', () => {
    expect(callbackQueue([second, first, closed], '2')).toBe(second);
    expect(callbackQueue([second, first, closed], '0')).toBe(first);
    expect(callbackQueue([second, first, closed], null)).toBe(first);
    expect(callbackQueue([closed], '0')).toBeNull();
  });
});
