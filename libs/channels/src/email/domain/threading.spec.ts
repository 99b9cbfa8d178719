import { describe, expect, it } from '@jest/globals';
import { TICKET_STATUSES } from '#wasl/contracts';
import { type Evidence, joiningAs, type ThreadTicket, ticketOf } from './threading.js';

const ticket = (id: string, requesterId = 'laila'): ThreadTicket => ({ id, requesterId, status: 'open' });
const evidence = (given: Partial<Evidence<ThreadTicket>>): Evidence<ThreadTicket> => ({
  referenced: [],
  signed: [],
  named: [],
  senderId: 'laila',
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

  it('is that of the number in the subject when nothing else speaks', () => {
    expect(ticketOf(evidence({ named: [c] }))).toBe(c);
  });

  it('is none when nothing speaks', () => {
    expect(ticketOf(evidence({}))).toBeNull();
  });

  it.each([null, 'stranger'])(
    'is none for references and numbers of a sender (%s) who takes no part',
    (senderId) => {
      expect(ticketOf(evidence({ referenced: [a], named: [b], senderId }))).toBeNull();
    },
  );

  it('is that of the signed address whoever writes', () => {
    expect(ticketOf(evidence({ referenced: [a], signed: [b], senderId: null }))).toBe(b);
    expect(ticketOf(evidence({ referenced: [a, b], signed: [b], senderId: 'stranger' }))).toBe(b);
  });

  it('is the nearest that is the sender’s own, past those of others', () => {
    const foreign = ticket('4', 'omar');
    expect(ticketOf(evidence({ referenced: [foreign, a] }))).toBe(a);
    expect(ticketOf(evidence({ named: [foreign, b] }))).toBe(b);
  });
});

describe('how a mail joins its ticket', () => {
  it.each(TICKET_STATUSES)('of a person, on one that is %s', (status) => {
    expect(joiningAs(status, false)).toBe(status === 'closed' ? 'follow_up' : 'message');
  });

  it.each(TICKET_STATUSES)('of a machine, on one that is %s', (status) => {
    expect(joiningAs(status, true)).toBe('note');
  });
});
