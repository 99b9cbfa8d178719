import { describe, expect, it } from '@jest/globals';
import { CallEventError, parseCallEvent } from './call-event.js';

const newCall = { event: 'newCall', callId: 'a1', from: '17000001', to: '80008001', direction: 'in' };

describe('an event of an exchange', () => {
  it('accepts both names of the call id and of the users', () => {
    const { callId: _, ...rest } = newCall;
    expect(parseCallEvent({ ...rest, call_id: 17, 'user[]': ['201', '201', 202] })).toMatchObject({
      callId: '17',
      users: ['201', '202'],
    });
    expect(parseCallEvent({ ...newCall, user: '201' }).users).toEqual(['201']);
    expect(parseCallEvent({ ...newCall, user: { 0: '201', 21: '202' } }).users).toEqual(['201', '202']);
  });

  it('may contain unknown fields', () => {
    expect(parseCallEvent({ ...newCall, xcid: 'x', diversion: {} })).not.toHaveProperty('xcid');
  });

  it('needs no parties for answer and hangup', () => {
    expect(parseCallEvent({ event: 'answer', callId: 'a1' })).toMatchObject({
      direction: null,
      from: null,
      to: null,
    });
    expect(parseCallEvent({ event: 'hangup', callId: 'a1', cause: 'noAnswer' }).cause).toBe('noAnswer');
  });

  it('may say that there is no caller number', () => {
    expect(parseCallEvent({ ...newCall, from: '' }).from).toBe('');
    expect(parseCallEvent({ ...newCall, from: null }).from).toBeNull();
  });

  it.each([
    ['no body', undefined, 'a JSON object or a form is expected'],
    ['a list', [newCall], 'a JSON object or a form is expected'],
    ['no event', { ...newCall, event: undefined }, 'event is required'],
    ['another event', { ...newCall, event: 'dtmf' }, 'event must be one of newCall, answer, hangup'],
    ['no call id', { ...newCall, callId: ' ' }, 'callId is required'],
    ['no direction', { ...newCall, direction: undefined }, 'direction is required'],
    ['another direction', { ...newCall, direction: 'inbound' }, 'direction must be one of in, out'],
    ['no caller', (({ from: _, ...rest }) => rest)(newCall), 'from is required'],
    ['nobody called', { ...newCall, to: '' }, 'to is required'],
    [
      'another cause',
      { event: 'hangup', callId: 'a1', cause: 'bored' },
      /^cause must be one of normalClearing, busy/,
    ],
    ['a group for text', { ...newCall, from: { number: 1 } }, 'from must be text'],
    ['endless text', { ...newCall, callId: 'x'.repeat(201) }, 'callId is longer than 200 characters'],
    ['control characters', { ...newCall, callId: 'a\u0000b' }, 'callId contains control characters'],
    ['a crowd', { ...newCall, user: Array(101).fill('1') }, 'user has more than 100 values'],
  ])('is refused with %s', (_, body, message) => {
    expect(() => parseCallEvent(body)).toThrow(CallEventError);
    expect(() => parseCallEvent(body)).toThrow(message);
  });

  it('ignores inherited properties', () => {
    expect(() => parseCallEvent(Object.create(newCall) as object)).toThrow('event is required');
  });
});
