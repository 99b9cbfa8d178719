import { useQuery } from '@tanstack/react-query';
import { ticketsApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import type { Ticket, TicketSlaTarget } from '../api/types.js';
import { useNow } from '../ui/use-now.js';
import { estimatedSlaTarget, openSlaTargets, type SlaTargetView } from './sla-target.js';

/** Batch window: list rows request within this time and share one request. */
const BATCH_WINDOW_MS = 20;
const MAX_BATCH_SIZE = 100;

interface PendingRequest {
  resolve(promises: TicketSlaTarget[]): void;
  reject(error: unknown): void;
}

let pending = new Map<string, PendingRequest[]>();

/** The SLA targets of one ticket, fetched in a batch with those of other rows. */
function loadSlaTargets(number: string): Promise<TicketSlaTarget[]> {
  return new Promise((resolve, reject) => {
    if (pending.size === 0) setTimeout(flushBatch, BATCH_WINDOW_MS);
    pending.set(number, [...(pending.get(number) ?? []), { resolve, reject }]);
    if (pending.size >= MAX_BATCH_SIZE) flushBatch();
  });
}

function flushBatch(): void {
  const batch = pending;
  pending = new Map();
  if (batch.size === 0) return;
  ticketsApi.slaTargets([...batch.keys()]).then(
    ({ data }) => {
      const found = new Map(data.map(({ number, promises }) => [number, promises]));
      for (const [number, all] of batch) for (const { resolve } of all) resolve(found.get(number) ?? []);
    },
    (error: unknown) => {
      for (const all of batch.values()) for (const { reject } of all) reject(error);
    },
  );
}

/**
 * Open SLA targets of a ticket, most urgent first. They depend on the ticket's version and due times, so they are
 * refetched only when these change; between fetches the states are recomputed from the time.
 */
export function useSlaTargets(ticket: Ticket): SlaTargetView[] {
  const now = useNow();
  const { number, status } = ticket;
  const settled = status === 'resolved' || status === 'closed';
  const { data } = useQuery({
    queryKey: queryKeys.slaTargets(number, [
      ticket.version,
      ticket.firstResponseDueAt,
      ticket.resolutionDueAt,
    ]),
    queryFn: () => loadSlaTargets(number),
    staleTime: Infinity,
    // Keep the previous data of the same ticket while refetching.
    placeholderData: (last, query) => (query?.queryKey[1] === number ? last : undefined),
    enabled: !settled,
  });
  if (settled) return [];
  if (data) return openSlaTargets(data, now);
  const estimated = estimatedSlaTarget(ticket, now);
  return estimated ? [estimated] : [];
}
