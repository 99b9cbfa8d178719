import type { Audience, Channel, PendingOn, Priority, TicketKind, TicketStatus } from '#wasl/contracts';
import { formatTicketNumber } from './domain/ticket-number.js';

/** A ticket as staff see it (interface: Tickets). */
export interface TicketView {
  number: string;
  subject: string;
  description: string;
  kind: TicketKind;
  status: TicketStatus;
  pendingOn: PendingOn | null;
  priority: Priority;
  channel: Channel;
  language: string;
  queue: string;
  entity: string | null;
  service: string | null;
  assignee: { id: string; name: string } | null;
  requester: { id: string; name: string | null; audience: Audience; phone?: string; email?: string };
  location: { lat: number | null; long: number | null; address: string | null } | null;
  tags: string[];
  createdAt: string;
  updatedAt: string;
  firstResponseDueAt: string | null;
  resolutionDueAt: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  version: number;
  /** number of the ticket into which this one was merged, if it was */
  mergedInto?: string;
}

export interface TicketViewRow {
  id: string;
  number: string;
  subject: string;
  description: string;
  kind: TicketKind;
  status: TicketStatus;
  pending_on: PendingOn | null;
  priority: Priority;
  channel: Channel;
  language: string;
  queue: string;
  entity: string | null;
  service: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  requester_id: string;
  requester_name: string | null;
  audience: Audience;
  phone: string | null;
  email: string | null;
  lat: number | null;
  long: number | null;
  address: string | null;
  tags: string[];
  created_at: Date;
  updated_at: Date;
  first_response_due_at: Date | null;
  resolution_due_at: Date | null;
  resolved_at: Date | null;
  closed_at: Date | null;
  /** twelve digits */
  merged_into: string | null;
  version: number;
}

/** Of several addresses of a kind, staff see first the one to which replies go. */
const BEST_CONTACT = `c.role = 'requester'
          ORDER BY c.state = 'refused', c.state = 'claimed', c.created_at, c.id LIMIT 1`;

/**
 * Selects everything a view needs in one statement.
 * @param tickets rows of tickets under the name `t`: the table, or a selection of it
 */
export const ticketViewSelect = (tickets: string) => `
SELECT t.id, t.number, t.subject, t.description, t.kind, t.status, t.pending_on, t.priority, t.channel, t.language,
       q.key AS queue, e.key AS entity, v.code AS service, t.assignee_id, s.name AS assignee_name,
       t.requester_id, r.name AS requester_name, r.audience,
       (SELECT value FROM ticket_contact c WHERE c.ticket_id = t.id AND c.kind = 'phone' AND ${BEST_CONTACT}) AS phone,
       (SELECT value FROM ticket_contact c WHERE c.ticket_id = t.id AND c.kind = 'email' AND ${BEST_CONTACT}) AS email,
       t.lat, t.long, t.address, t.tags, t.created_at, t.updated_at, t.first_response_due_at, t.resolution_due_at,
       t.resolved_at, t.closed_at, t.version,
       CASE WHEN t.merged_into_id IS NOT NULL
            THEN (SELECT number FROM ticket x WHERE x.id = t.merged_into_id) END AS merged_into
  FROM ${tickets}
  JOIN queue q ON q.id = t.queue_id
  JOIN requester r ON r.id = t.requester_id
  LEFT JOIN service v ON v.id = t.service_id
  LEFT JOIN entity e ON e.id = v.entity_id
  LEFT JOIN staff s ON s.id = t.assignee_id`;

const iso = (at: Date | null) => at?.toISOString() ?? null;

export function toTicketView(row: TicketViewRow): TicketView {
  const placed = row.lat !== null || row.address !== null;
  return {
    number: formatTicketNumber(row.number),
    subject: row.subject,
    description: row.description,
    kind: row.kind,
    status: row.status,
    pendingOn: row.pending_on,
    priority: row.priority,
    channel: row.channel,
    language: row.language,
    queue: row.queue,
    entity: row.entity,
    service: row.service,
    assignee: row.assignee_id ? { id: row.assignee_id, name: row.assignee_name ?? '' } : null,
    requester: {
      id: row.requester_id,
      name: row.requester_name,
      audience: row.audience,
      ...(row.phone && { phone: row.phone }),
      ...(row.email && { email: row.email }),
    },
    location: placed ? { lat: row.lat, long: row.long, address: row.address } : null,
    tags: row.tags,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    firstResponseDueAt: iso(row.first_response_due_at),
    resolutionDueAt: iso(row.resolution_due_at),
    resolvedAt: iso(row.resolved_at),
    closedAt: iso(row.closed_at),
    version: row.version,
    ...(row.merged_into && { mergedInto: formatTicketNumber(row.merged_into) }),
  };
}
