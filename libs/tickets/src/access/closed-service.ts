import type { Tx } from '#wasl/platform';

/** Condition: a row `v` of `service`, if any, is restricted and the row `s` of `staff` is in none of its groups. */
export const SERVICE_IS_CLOSED = 'coalesce(v.restricted AND NOT v.reader_groups && s.groups, false)';

/** Whether a service is restricted to groups without this person, as stored. It must not be given its tickets. */
export async function isServiceClosedTo(
  tx: Pick<Tx, 'query'>,
  serviceId: string | null,
  staffId: string,
): Promise<boolean> {
  if (serviceId === null) return false;
  const [row] = await tx.query<{ closed: boolean }>(
    `SELECT ${SERVICE_IS_CLOSED} AS closed FROM service v, staff s WHERE v.id = $1 AND s.id = $2`,
    [serviceId, staffId],
  );
  return row?.closed ?? false;
}

/** The same for a ticket: `v` is its service, if it has one. */
export async function isTicketClosedTo(
  tx: Pick<Tx, 'query'>,
  ticketId: string,
  staffId: string,
): Promise<boolean> {
  const [row] = await tx.query<{ closed: boolean }>(
    `SELECT ${SERVICE_IS_CLOSED} AS closed
       FROM ticket t JOIN staff s ON s.id = $2 LEFT JOIN service v ON v.id = t.service_id WHERE t.id = $1`,
    [ticketId, staffId],
  );
  return row?.closed ?? false;
}
