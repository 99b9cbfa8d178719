import type { Priority, TicketStatus, VisitState } from '#wasl/contracts';
import { isUuid, notFound } from '#wasl/kernel';
import type { Database, Tx } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';

/** A visit, locked for change. */
export interface VisitRow {
  id: string;
  centreId: string;
  state: VisitState;
  staffId: string | null;
  ticketId: string | null;
  interactionId: string;
  callNumber: string | null;
  desk: string | null;
  centre: { ar: string; en: string };
}

/** A visit as shown to the desks of its centre. */
export interface VisitView {
  id: string;
  state: VisitState;
  /** null for a walk-in at a desk */
  callNumber: string | null;
  cameAt: string;
  calledAt: string | null;
  servedAt: string | null;
  /** label of the desk that called or served them */
  desk: string | null;
  staff: { id: string; name: string } | null;
  ticket: VisitTicket | null;
}
export interface VisitTicket {
  /** grouped */
  number: string;
  subject: string;
  status: TicketStatus;
  priority: Priority;
  language: string;
  /** code */
  service: string | null;
  requester: string | null;
}

/** @throws not_found `visit.not_found` */
export async function lockVisit(tx: Tx, id: string): Promise<VisitRow> {
  const [row] = await tx.query<VisitRow>(
    `SELECT v.id, v.centre_id AS "centreId", v.state, v.staff_id AS "staffId", v.ticket_id AS "ticketId",
            v.interaction_id AS "interactionId", v.call_number AS "callNumber",
            (SELECT label FROM desk d WHERE d.id = v.desk_id) AS desk,
            json_build_object('ar', c.name_ar, 'en', c.name_en) AS centre
       FROM counter_visit v JOIN centre c ON c.id = v.centre_id WHERE v.id = $1 FOR UPDATE OF v`,
    [isUuid(id) ? id : null],
  );
  if (!row) throw notFound('visit.not_found');
  return row;
}

/** The ticket of a visit. Read before anything is locked, because a ticket is locked before its visit. */
export async function ticketOfVisit(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.query<{ ticketId: string | null }>(
    'SELECT ticket_id AS "ticketId" FROM counter_visit WHERE id = $1',
    [isUuid(id) ? id : null],
  );
  if (!row) throw notFound('visit.not_found');
  return row.ticketId;
}

/** `$1` is who reads it: of a restricted ticket that is closed to them it says no more than that it waits. */
const VIEW = `
SELECT v.id, v.state, v.call_number AS "callNumber", v.came_at AS "cameAt", v.called_at AS "calledAt",
       v.served_at AS "servedAt", d.label AS desk,
       CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END AS staff,
       CASE WHEN t.id IS NOT NULL THEN json_build_object('number', t.number,
         'subject', CASE WHEN w.closed THEN '—' ELSE t.subject END, 'status', t.status,
         'priority', t.priority, 'language', t.language, 'service', CASE WHEN NOT w.closed THEN g.code END,
         'requester', CASE WHEN NOT w.closed THEN r.name END) END AS ticket
  FROM counter_visit v
  LEFT JOIN desk d ON d.id = v.desk_id
  LEFT JOIN staff s ON s.id = v.staff_id
  LEFT JOIN ticket t ON t.id = v.ticket_id
  LEFT JOIN requester r ON r.id = t.requester_id
  LEFT JOIN service g ON g.id = t.service_id
  CROSS JOIN LATERAL (SELECT coalesce(g.restricted AND NOT g.reader_groups && reader.groups, false) AS closed
                        FROM staff reader WHERE reader.id = $1) w`;

type ViewRow = Omit<VisitView, 'cameAt' | 'calledAt' | 'servedAt'> &
  Record<'calledAt' | 'servedAt', Date | null> & { cameAt: Date };
type Query = Pick<Database, 'query'>;

/** Waiting and called visits of a centre, in order of arrival. */
export async function readWaitingVisits(
  database: Query,
  centreId: string,
  day: string,
  readerId: string,
): Promise<VisitView[]> {
  const rows = await database.query<ViewRow>(
    `${VIEW} WHERE v.centre_id = $2 AND v.day = $3 AND v.state IN ('waiting', 'called')
      ORDER BY v.came_at, v.id LIMIT 200`,
    [readerId, centreId, day],
  );
  return rows.map(toView);
}

/** The visit that a member of staff has called or is serving. */
export async function readActiveVisitOf(database: Query, staffId: string): Promise<VisitView | null> {
  const [row] = await database.query<ViewRow>(
    `${VIEW} WHERE v.staff_id = $1 AND v.state IN ('called', 'serving')`,
    [staffId],
  );
  return row ? toView(row) : null;
}

export async function readVisit(database: Query, id: string, readerId: string): Promise<VisitView> {
  const [row] = await database.query<ViewRow>(`${VIEW} WHERE v.id = $2`, [readerId, id]);
  if (!row) throw notFound('visit.not_found');
  return toView(row);
}

function toView(row: ViewRow): VisitView {
  return {
    ...row,
    cameAt: row.cameAt.toISOString(),
    calledAt: row.calledAt?.toISOString() ?? null,
    servedAt: row.servedAt?.toISOString() ?? null,
    ticket: row.ticket && { ...row.ticket, number: formatTicketNumber(row.ticket.number) },
  };
}
