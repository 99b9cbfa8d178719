import { type Audience } from '#wasl/contracts';
import { uuidv7 } from '#wasl/kernel';
import type { Database, Tx } from '#wasl/platform';
import { type Address, identifyingAddressSql, verifyAddresses } from './address-rows.js';
import { type AddressProvedBy, mayShareRequester } from './domain/address-lifecycle.js';
import { nameIfUnnamed } from './requester-name.js';

/** A person as an identity provider describes them. */
export interface ProviderPerson {
  issuer: string;
  subject: string;
  name: string | null;
  identityNumber: string | null;
  /** a language of the user interface */
  language: string | null;
  /** addresses that the provider verified, the one that decides whose record it is first */
  addresses: Address[];
}

const SIGN_IN_PROOF = 'proved_by_sign_in';

/** Whom an address identifies, with all that decides whether its proof opens their record. */
interface Holder {
  requesterId: string;
  verified: boolean;
  /** how their other addresses were verified */
  others: AddressProvedBy[];
}

/**
 * SQL condition: the verified addresses of a requester are known to be of one person. Until addresses had states, whoever
 * typed the number of somebody beside a mail address of their own was added to that record.
 */
export const isOnePersonSql = (requesterId: string) => `NOT EXISTS (
  SELECT 1 FROM requester_address old JOIN requester_address more USING (requester_id)
   WHERE old.requester_id = ${requesterId} AND old.state = 'verified' AND old.proved_by = 'before_upgrade'
     AND more.state = 'verified' AND (more.kind, more.value) <> (old.kind, old.value))`;

/** Verified addresses of a requester, oldest first. */
export function verifiedAddresses(db: Pick<Database, 'query'>, requesterId: string): Promise<Address[]> {
  return db.query<Address>(
    `SELECT kind, value FROM requester_address WHERE requester_id = $1 AND state = 'verified' ORDER BY created_at, value`,
    [requesterId],
  );
}

/**
 * The owner of an address has signed in with it. Where all that was written from this address belongs to one requester,
 * the address is now verified. An address that somebody only typed into a form identifies nobody, and this changes
 * nothing: whose filing that was, its owner must say for each ticket.
 */
export async function verifyBySignIn(tx: Tx, address: Address): Promise<void> {
  const holder = await holderOf(tx, address);
  if (holder && mayOpen(holder)) verifyAddresses(tx, holder.requesterId, [address], SIGN_IN_PROOF);
}

/**
 * The account of a person at their provider, linked with their record. At the first sign-in the record is that of a
 * verified address, unless it is linked with another account of this provider or has another identity number; else a
 * new one. From then on the subject decides, whatever addresses the provider names.
 * @returns the id of the account
 */
export async function linkAccount(tx: Tx, person: ProviderPerson): Promise<string> {
  // One sign-in of a person at a time, so that two tabs do not link or create twice.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7253))', [
    JSON.stringify([person.issuer, person.subject]),
  ]);
  const [known] = await tx.query<{ id: string; requesterId: string }>(
    `UPDATE requester_account SET last_used_at = $3 WHERE issuer = $1 AND subject = $2
     RETURNING id, requester_id AS "requesterId"`,
    [person.issuer, person.subject, tx.now],
  );
  const requesterId = known?.requesterId ?? (await findRecord(tx, person)) ?? createRecord(tx, person);
  verifyAddresses(tx, requesterId, await withoutRefused(tx, requesterId, person.addresses), SIGN_IN_PROOF);
  keepDetails(tx, requesterId, person);
  if (known) return known.id;
  const id = uuidv7();
  tx.send(
    `INSERT INTO requester_account (id, requester_id, issuer, subject, linked_at, last_used_at)
     VALUES ($1, $2, $3, $4, $5, $5)`,
    [id, requesterId, person.issuer, person.subject, tx.now],
  );
  return id;
}

async function findRecord(tx: Tx, person: ProviderPerson): Promise<string | null> {
  for (const address of person.addresses) {
    const holder = await holderOf(tx, address);
    if (holder && mayOpen(holder) && (await fits(tx, holder.requesterId, person))) return holder.requesterId;
  }
  return null;
}

async function holderOf(tx: Tx, { kind, value }: Address): Promise<Holder | null> {
  const [row] = await tx.query<Holder>(
    `SELECT requester_id AS "requesterId", state = 'verified' AS verified,
            ARRAY(SELECT o.proved_by FROM requester_address o
                   WHERE o.requester_id = a.requester_id AND o.state = 'verified'
                     AND (o.kind, o.value) <> (a.kind, a.value)) AS others
       FROM requester_address a WHERE kind = $1 AND value = $2 AND ${identifyingAddressSql('a')}
        AND ${isOnePersonSql('a.requester_id')}
        FOR NO KEY UPDATE OF a`,
    [kind, value],
  );
  return row ?? null;
}

/** The sender of a mail or a call can be forged, so an address that only wrote to us does not join verified ones. */
const mayOpen = ({ verified, others }: Holder) => verified || mayShareRequester(SIGN_IN_PROOF, others);

/** The lock lets only one account of a provider take a record. */
async function fits(
  tx: Tx,
  requesterId: string,
  { issuer, identityNumber }: ProviderPerson,
): Promise<boolean> {
  const [row] = await tx.query<{ audience: Audience; linked: boolean; otherNumber: boolean }>(
    `SELECT r.audience, EXISTS (SELECT 1 FROM requester_account WHERE requester_id = r.id AND issuer = $2) AS linked,
            $3::text IS NOT NULL AND EXISTS (SELECT 1 FROM requester_identity WHERE requester_id = r.id)
              AND NOT EXISTS (SELECT 1 FROM requester_identity WHERE requester_id = r.id AND number = $3) AS "otherNumber"
       FROM requester r WHERE r.id = $1 FOR NO KEY UPDATE`,
    [requesterId, issuer, identityNumber],
  );
  return row !== undefined && row.audience !== 'anonymous' && !row.linked && !row.otherNumber;
}

function createRecord(tx: Tx, { name, language }: ProviderPerson): string {
  const id = uuidv7();
  tx.send(
    `INSERT INTO requester (id, name, audience, language, created_at) VALUES ($1, $2, 'citizen', $3, $4)`,
    [id, name, language, tx.now],
  );
  return id;
}

/** Only staff bring back a refused address. */
async function withoutRefused(tx: Tx, requesterId: string, addresses: Address[]): Promise<Address[]> {
  const refused = await tx.query<Address>(
    `SELECT kind, value FROM requester_address WHERE requester_id = $1 AND state = 'refused'`,
    [requesterId],
  );
  return addresses.filter(
    (one) => !refused.some(({ kind, value }) => kind === one.kind && value === one.value),
  );
}

/** A number that somebody else has stays theirs: joining two records is left to people. */
function keepDetails(tx: Tx, requesterId: string, { name, identityNumber }: ProviderPerson): void {
  nameIfUnnamed(tx, requesterId, name);
  if (!identityNumber) return;
  tx.send(
    `INSERT INTO requester_identity (number, requester_id, created_at)
     SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM requester_identity WHERE requester_id = $2)
     ON CONFLICT (number) DO NOTHING`,
    [identityNumber, requesterId, tx.now],
  );
}
