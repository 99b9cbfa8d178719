import { useQuery } from '@tanstack/react-query';
import { ticketsApi } from '../api/api.js';
import { keys } from '../api/keys.js';
import type { Ticket, TicketPromise } from '../api/types.js';
import { useNow } from '../ui/use-now.js';
import { guessedPromise, openPromises, type ShownPromise } from './promise.js';

/** The rows of a list ask within this of each other, and are answered together. */
const GATHER_MS = 20;
const MOST_AT_ONCE = 100;

interface Asking {
  resolve(promises: TicketPromise[]): void;
  reject(error: unknown): void;
}

let asking = new Map<string, Asking[]>();

/** The promises of one ticket, asked for together with those of its neighbours. */
function readPromises(number: string): Promise<TicketPromise[]> {
  return new Promise((resolve, reject) => {
    if (asking.size === 0) setTimeout(askTogether, GATHER_MS);
    asking.set(number, [...(asking.get(number) ?? []), { resolve, reject }]);
    if (asking.size >= MOST_AT_ONCE) askTogether();
  });
}

function askTogether(): void {
  const asked = asking;
  asking = new Map();
  if (asked.size === 0) return;
  ticketsApi.promises([...asked.keys()]).then(
    ({ data }) => {
      const found = new Map(data.map(({ number, promises }) => [number, promises]));
      for (const [number, all] of asked) for (const { resolve } of all) resolve(found.get(number) ?? []);
    },
    (error: unknown) => {
      for (const all of asked.values()) for (const { reject } of all) reject(error);
    },
  );
}

/**
 * What is still to be kept of a ticket's promises, most pressing first. They follow from the ticket, so they are read
 * again when it is another version, or due at other times; in between only the time passes.
 */
export function useShownPromises(ticket: Ticket): ShownPromise[] {
  const now = useNow();
  const { number, status } = ticket;
  const settled = status === 'resolved' || status === 'closed';
  const { data } = useQuery({
    queryKey: keys.promises(number, [ticket.version, ticket.firstResponseDueAt, ticket.resolutionDueAt]),
    queryFn: () => readPromises(number),
    staleTime: Infinity,
    // While the next reading is under way the last one holds, if it was of this ticket.
    placeholderData: (last, query) => (query?.queryKey[1] === number ? last : undefined),
    enabled: !settled,
  });
  if (settled) return [];
  if (data) return openPromises(data, now);
  const guessed = guessedPromise(ticket, now);
  return guessed ? [guessed] : [];
}
