import type { Audience, Priority, TicketKind } from '#wasl/contracts';
import type { Tx } from '#wasl/platform';

export interface SlaTargetRequest {
  kind: TicketKind;
  priority: Priority;
  audience: Audience;
  serviceId: string | null;
  /** the service's own targets in minutes of business time; null without a service */
  firstResponseMinutes: number | null;
  resolutionMinutes: number | null;
  from: Date;
}

/** The due times of a new ticket; null without a target of that kind. */
export interface TicketDueTimes {
  firstResponseDueAt: Date | null;
  resolutionDueAt: Date | null;
  /** queues the clock rows to be inserted with the ticket */
  persist(tx: Tx, ticketId: string): void;
}

/** Works out when a ticket is due, and starts its clocks. Implemented by the sla lib. */
export abstract class SlaTargets {
  /** Answers from memory, so that opening a ticket does not wait. */
  abstract dueTimesFor(request: SlaTargetRequest): TicketDueTimes;
}

export interface MovedDueTimes extends Pick<TicketDueTimes, 'firstResponseDueAt' | 'resolutionDueAt'> {
  ticketId: string;
}

/**
 * Shows other due times on tickets that the caller has locked. Their version is not raised: due times are derived, so a
 * concurrent writer loses nothing by not having seen them.
 */
export function writeDueTimes(tx: Tx, moved: readonly MovedDueTimes[]): void {
  if (moved.length === 0) return;
  tx.send(
    `UPDATE ticket t SET first_response_due_at = d.first_response, resolution_due_at = d.resolution
       FROM unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) AS d (id, first_response, resolution)
      WHERE t.id = d.id`,
    [
      moved.map(({ ticketId }) => ticketId),
      moved.map(({ firstResponseDueAt }) => firstResponseDueAt),
      moved.map(({ resolutionDueAt }) => resolutionDueAt),
    ],
  );
}

/** Records that the requester has been answered, unless that was so before; the caller has locked the ticket. */
export function recordFirstResponse(tx: Tx, ticketId: string): void {
  tx.send('UPDATE ticket SET first_responded_at = coalesce(first_responded_at, $2) WHERE id = $1', [
    ticketId,
    tx.now,
  ]);
}
