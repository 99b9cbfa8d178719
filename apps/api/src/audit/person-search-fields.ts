import { parseTicketNumber } from '#wasl/tickets';

export type PersonSearchField = 'phone' | 'email' | 'identity' | 'words' | 'requester';

/** By which kind of data a ticket search looks for a person. The typed text is not stored: it may be a name or number. */
export function personSearchFields(query: Record<string, unknown>): PersonSearchField[] {
  const { requester, q } = query;
  const clues: PersonSearchField[] = [];
  if (typeof requester === 'string' && requester !== '') clues.push('requester');
  if (typeof q === 'string' && q.trim() !== '' && !parseTicketNumber(q)) clues.push(clueOf(q));
  return clues;
}

function clueOf(q: string): PersonSearchField {
  if (q.includes('@')) return 'email';
  return /^[\s+()\p{Nd}-]{6,}$/u.test(q) ? 'phone' : 'words';
}
