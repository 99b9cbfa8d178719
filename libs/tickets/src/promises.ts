import type { Priority, TicketKind } from '#wasl/contracts';

export interface PromiseRequest {
  kind: TicketKind;
  priority: Priority;
  /** minutes of business time that the service promises; null without a service */
  firstResponseMinutes: number | null;
  resolutionMinutes: number | null;
  from: Date;
}

/** Says when a ticket is due. Implemented by the sla lib. */
export abstract class Promises {
  abstract dueAt(request: PromiseRequest): { firstResponseDueAt: Date; resolutionDueAt: Date };
}
