import { describe, expect, it } from '@jest/globals';
import { conflict, DomainError } from '#wasl/kernel';
import { classifyReceiveFailure } from './receive-failure.js';

const withCode = (code: string) => Object.assign(new Error(code), { code });

describe('a failure to receive a mail', () => {
  it.each(['ENOSPC', 'EDQUOT', '53100'])('%s is a full disk', (code) => {
    expect(classifyReceiveFailure(withCode(code))).toBe('disk_full');
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57014', '40001', '53300', '08006', '42P01', 'EIO'])(
    '%s passes',
    (code) => {
      expect(classifyReceiveFailure(withCode(code))).toBe('temporary');
    },
  );

  it('by an unavailable blob store is distinguished from a full disk', () => {
    const away = (code: string) =>
      Object.assign(new DomainError('unavailable', 'files.away'), { cause: withCode(code) });
    expect(classifyReceiveFailure(away('ECONNREFUSED'))).toBe('store_unavailable');
    expect(classifyReceiveFailure(away('ENOSPC'))).toBe('disk_full');
  });

  it('of unknown cause is temporary', () => {
    expect(classifyReceiveFailure(new Error('Connection terminated unexpectedly'))).toBe('temporary');
    expect(classifyReceiveFailure(undefined)).toBe('temporary');
    expect(classifyReceiveFailure(new DomainError('unavailable', 'database.unavailable'))).toBe('temporary');
  });

  it.each([
    conflict('ticket.illegal_transition'),
    withCode('22021'),
    withCode('23514'),
    new TypeError('x'),
    new RangeError('x'),
  ])('caused by the mail is permanent: %s', (error) => {
    expect(classifyReceiveFailure(error)).toBe('poison');
  });
});
