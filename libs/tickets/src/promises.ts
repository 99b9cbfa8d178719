import type { Audience, Priority, TicketKind } from '#wasl/contracts';
import type { Tx } from '#wasl/platform';

export interface PromiseRequest {
  kind: TicketKind;
  priority: Priority;
  audience: Audience;
  serviceId: string | null;
  /** minutes of business time that the service promises; null without a service */
  firstResponseMinutes: number | null;
  resolutionMinutes: number | null;
  from: Date;
}

/** What a new ticket is promised; null when it is promised nothing of the kind. */
export interface Promised {
  firstResponseDueAt: Date | null;
  resolutionDueAt: Date | null;
  /** leaves the rows that keep watch over the promises to be written with the ticket's */
  keep(tx: Tx, ticketId: string): void;
}

/** Says when a ticket is due, and watches over it. Implemented by the sla lib. */
export abstract class Promises {
  /** Answers from memory, so that opening a ticket does not wait. */
  abstract promise(request: PromiseRequest): Promised;
}
