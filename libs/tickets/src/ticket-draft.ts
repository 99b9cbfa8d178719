import type { QueueRow, ServiceRow } from '#wasl/directory';
import type { Tx } from '#wasl/platform';
import type { Requester } from '#wasl/requesters';
import type { Actor } from './actor.js';
import type { TicketDueTimes } from './sla-targets.js';
import type { TicketState } from './ticket-state.js';
import { type TicketView, toTicketView } from './ticket-view.js';
import { newCodeSalt } from './tracking-codes.service.js';

/** The keys of a ticket's service, queue and entity. */
export interface TicketPlacement {
  service: ServiceRow | null;
  queue: QueueRow;
  entity: string | null;
}
export interface TicketIds {
  id: string;
  number: string;
}
/** A ticket before it is written. */
export interface TicketDraft {
  state: TicketState;
  subject: string;
  description: string;
  serviceId: string | null;
  lat: number | null;
  long: number | null;
  address: string | null;
  tags: string[];
  now: Date;
  dueTimes: TicketDueTimes;
}

/** Inserts the ticket and the first entry of its history. */
export function insertTicket(tx: Tx, draft: TicketDraft, actor: Actor): void {
  const { state } = draft;
  tx.insert(
    `INSERT INTO ticket (id, number, subject, description, kind, status, priority, channel, language, queue_id,
       service_id, requester_id, lat, long, address, tags, created_at, updated_at, first_response_due_at,
       resolution_due_at, code_salt)
     VALUES ($1, $2, $3, $4, $5, 'new', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16, $17, $18, $19)`,
    [
      state.id,
      state.number,
      draft.subject,
      draft.description,
      state.kind,
      state.priority,
      state.channel,
      state.language,
      state.queueId,
      draft.serviceId,
      state.requesterId,
      draft.lat,
      draft.long,
      draft.address,
      draft.tags,
      draft.now,
      state.firstResponseDueAt,
      state.resolutionDueAt,
      newCodeSalt(),
    ],
  );
  tx.insert(
    `INSERT INTO history (ticket_id, at, actor_kind, actor_id, type, data)
     VALUES ($1, $2, $3, $4, 'opened', jsonb_build_object('channel', $5::text))`,
    [state.id, draft.now, actor.kind, actor.id, state.channel],
  );
}

/** The response, built from what was just written, without reading it back. */
export function ticketViewOf(draft: TicketDraft, requester: Requester, place: TicketPlacement): TicketView {
  const { state } = draft;
  return toTicketView({
    ...draft,
    id: state.id,
    number: state.number,
    kind: state.kind,
    status: state.status,
    pending_on: null,
    priority: state.priority,
    channel: state.channel,
    language: state.language,
    queue: place.queue.key,
    entity: place.entity,
    service: place.service?.code ?? null,
    assignee_id: null,
    assignee_name: null,
    requester_id: requester.id,
    requester_name: requester.name,
    audience: requester.audience,
    phone: requester.phone,
    email: requester.email,
    created_at: draft.now,
    updated_at: draft.now,
    first_response_due_at: state.firstResponseDueAt,
    resolution_due_at: state.resolutionDueAt,
    resolved_at: null,
    closed_at: null,
    merged_into: null,
    version: state.version,
  });
}
