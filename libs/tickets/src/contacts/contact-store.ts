import { notFound, uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import type { Address, AddressProvedBy, AddressState, RequesterAddress } from '#wasl/requesters';

/** An address of a ticket: a `requester` is notified of it, a `participant` may only write on it. */
export type ContactRole = 'requester' | 'participant';

export interface ContactRow extends RequesterAddress {
  id: string;
  ticketId: string;
  role: ContactRole;
  createdAt: Date;
}

/** Digests of where a filing came from and what it said; rate limits for unverified addresses count by them. */
export interface FilingFingerprints {
  source: Buffer | null;
  content: Buffer | null;
}

/** Queues the contacts of a ticket to be inserted with it. Fingerprints are stored only where limits may need them. */
export function insertContacts(
  tx: Tx,
  ticketId: string,
  contacts: readonly RequesterAddress[],
  { source, content }: FilingFingerprints,
): void {
  if (contacts.length === 0) return;
  tx.insert(
    `INSERT INTO ticket_contact (id, ticket_id, kind, value, state, origin, proved_by, created_at, state_at, source, content)
     SELECT x.id, $1::bigint, x.kind, x.value, x.state, x.origin, x.proved_by, $8::timestamptz, $8::timestamptz,
            CASE WHEN x.state = 'claimed' THEN $9::bytea END, CASE WHEN x.state = 'claimed' THEN $10::bytea END
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
            AS x (id, kind, value, state, origin, proved_by)`,
    [
      ticketId,
      contacts.map(() => uuidv7(tx.now.getTime())),
      contacts.map(({ kind }) => kind),
      contacts.map(({ value }) => value),
      contacts.map(({ state }) => state),
      contacts.map(({ origin }) => origin),
      contacts.map(({ provedBy }) => provedBy),
      tx.now,
      source,
      content,
    ],
  );
}

const COLUMNS = `id, ticket_id AS "ticketId", role, kind, value, state, origin, proved_by AS "provedBy",
  created_at AS "createdAt"`;

/** The contacts of one ticket, oldest first. */
export function readContacts(db: Pick<Tx, 'query'>, ticketId: string): Promise<ContactRow[]> {
  return db.query<ContactRow>(
    `SELECT ${COLUMNS} FROM ticket_contact WHERE ticket_id = $1 ORDER BY created_at, kind, id`,
    [ticketId],
  );
}

/** The caller has locked its ticket. @throws not_found `contact.not_found` */
export async function lockContact(tx: Tx, id: string): Promise<ContactRow> {
  const [row] = await tx.query<ContactRow>(
    `SELECT ${COLUMNS} FROM ticket_contact WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  if (!row) throw notFound('contact.not_found');
  return row;
}

/** The contact of a ticket with this address. @returns null when it is none of its contacts */
export async function contactAt(
  db: Pick<Tx, 'query'>,
  ticketId: string,
  { kind, value }: Address,
): Promise<ContactRow | null> {
  const [row] = await db.query<ContactRow>(
    `SELECT ${COLUMNS} FROM ticket_contact WHERE ticket_id = $1 AND kind = $2 AND value = $3`,
    [ticketId, kind, value],
  );
  return row ?? null;
}

export interface ContactStateChange {
  state: AddressState;
  provedBy: AddressProvedBy | null;
  staffId: string | null;
}

export function writeContactState(
  tx: Tx,
  contactId: string,
  { state, provedBy, staffId }: ContactStateChange,
): void {
  tx.send(
    'UPDATE ticket_contact SET state = $2, proved_by = $3, state_by = $4, state_at = $5 WHERE id = $1',
    [contactId, state, provedBy, staffId, tx.now],
  );
}

/** Condition on the row `c` of `ticket_contact`: the contact was proved, or wrote to us about the ticket itself. */
export const isActiveContact = (c: string) =>
  `(${c}.state = 'verified' OR (${c}.state = 'claimed' AND ${c}.origin = 'sender'))`;
