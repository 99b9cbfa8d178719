import { parseTicketNumber } from '#wasl/tickets';

export type PersonClue = 'phone' | 'email' | 'identity' | 'words' | 'requester';

/** By which kind of data a ticket search looks for a person. The typed text is not stored: it may be a name or number. */
export function searchedBy(query: Record<string, unknown>): PersonClue[] {
  const { requester, q } = query;
  const clues: PersonClue[] = [];
  if (typeof requester === 'string' && requester !== '') clues.push('requester');
  if (typeof q === 'string' && q.trim() !== '' && !parseTicketNumber(q)) clues.push(clueOf(q));
  return clues;
}

function clueOf(q: string): PersonClue {
  if (q.includes('@')) return 'email';
  return /^[\s+()\p{Nd}-]{6,}$/u.test(q) ? 'phone' : 'words';
}
