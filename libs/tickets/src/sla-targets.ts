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
