import { describe, expect, it } from '@jest/globals';
import { TICKET_STATUSES } from '#wasl/contracts';
import { type ThreadEvidence, joinModeFor, type ThreadTicket, ticketOf } from './threading.js';

const ticket = (id: string, participates = true): ThreadTicket => ({
  id,
  requesterId: 'laila',
  status: 'open',
  participates,
});
const evidence = (given: Partial<ThreadEvidence<ThreadTicket>>): ThreadEvidence<ThreadTicket> => ({
  referenced: [],
  signed: [],
  named: [],
  ...given,
});

describe('the ticket a mail belongs to', () => {
  const [a, b, c] = [ticket('1'), ticket('2'), ticket('3')];

  it('is that of the nearest mail it refers to, before signed address and number', () => {
    expect(ticketOf(evidence({ referenced: [a, b], signed: [c], named: [c] }))).toBe(a);
  });

  it('is that of the signed address, before the number in the subject', () => {
    expect(ticketOf(evidence({ signed: [b], named: [c] }))).toBe(b);
  });

  it('is that of the number in the subject without other evidence', () => {
    expect(ticketOf(evidence({ named: [c] }))).toBe(c);
  });

  it('is an open one of those that the subject names, before a closed one', () => {
    const closed = { ...ticket('4'), status: 'closed' as const };
    expect(ticketOf(evidence({ named: [closed, c] }))).toBe(c);
    expect(ticketOf(evidence({ named: [closed] }))).toBe(closed);
  });

  it('is none without evidence', () => {
    expect(ticketOf(evidence({}))).toBeNull();
  });

  it('is none for references and numbers of a non-participant', () => {
    expect(ticketOf(evidence({ referenced: [ticket('1', false)], named: [ticket('2', false)] }))).toBeNull();
  });

  it('is that of the signed address for any sender', () => {
    const [foreign, signed] = [ticket('1', false), ticket('2', false)];
    expect(ticketOf(evidence({ referenced: [foreign], signed: [signed] }))).toBe(signed);
    expect(ticketOf(evidence({ referenced: [foreign, signed], signed: [signed] }))).toBe(signed);
  });

  it('is the nearest that is the sender’s own, past those of others', () => {
    const foreign = ticket('4', false);
    expect(ticketOf(evidence({ referenced: [foreign, a] }))).toBe(a);
    expect(ticketOf(evidence({ named: [foreign, b] }))).toBe(b);
  });
});

describe('how a mail joins its ticket', () => {
  it.each(TICKET_STATUSES)('of a participant, on one that is %s', (status) => {
    const as = status === 'closed' ? 'follow_up' : 'message';
    expect(joinModeFor({ status, participates: true }, false)).toBe(as);
  });

  it.each(TICKET_STATUSES)('automatic, of a participant, on one that is %s', (status) => {
    expect(joinModeFor({ status, participates: true }, true)).toBe('note');
  });

  it.each(TICKET_STATUSES)('of a stranger, on one that is %s', (status) => {
    const as = status === 'closed' ? 'follow_up' : 'held';
    expect(joinModeFor({ status, participates: false }, false)).toBe(as);
    expect(joinModeFor({ status, participates: false }, true)).toBe('held');
  });
});
