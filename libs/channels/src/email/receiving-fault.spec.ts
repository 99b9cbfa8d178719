import { describe, expect, it } from '@jest/globals';
import { conflict, DomainError } from '#wasl/kernel';
import { receivingFault } from './receiving-fault.js';

const withCode = (code: string) => Object.assign(new Error(code), { code });

describe('a failure to take in a mail', () => {
  it.each(['ENOSPC', 'EDQUOT', '53100'])('%s is a full disk', (code) => {
    expect(receivingFault(withCode(code))).toBe('disk_full');
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57014', '40001', '53300', '08006', '42P01', 'EIO'])(
    '%s passes',
    (code) => {
      expect(receivingFault(withCode(code))).toBe('temporary');
    },
  );

  it('by a store of files that is away is told from one by a full disk', () => {
    const away = (code: string) =>
      Object.assign(new DomainError('unavailable', 'files.away'), { cause: withCode(code) });
    expect(receivingFault(away('ECONNREFUSED'))).toBe('store_away');
    expect(receivingFault(away('ENOSPC'))).toBe('disk_full');
  });

  it('of which nothing is known passes', () => {
    expect(receivingFault(new Error('Connection terminated unexpectedly'))).toBe('temporary');
    expect(receivingFault(undefined)).toBe('temporary');
    expect(receivingFault(new DomainError('unavailable', 'database.unavailable'))).toBe('temporary');
  });

  it.each([
    conflict('ticket.illegal_transition'),
    withCode('22021'),
    withCode('23514'),
    new TypeError('x'),
    new RangeError('x'),
  ])('that lies in the mail stays: %s', (error) => {
    expect(receivingFault(error)).toBe('poison');
  });
});
