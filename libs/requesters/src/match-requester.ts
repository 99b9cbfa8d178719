import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import type { Audience } from '#wasl/contracts';
import { invalidField, notFound, uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import {
  type Address,
  type HeldAddress,
  identifies,
  insertAddresses,
  verifyAddresses,
} from './address-rows.js';
import type { AddressProvedBy, AddressState } from './domain/address-lifecycle.js';
import { type AddressStanding, mayAttach, type Provenance, standingOf } from './domain/provenance.js';

export interface RequesterInput {
  name?: string | null;
  phone?: string | null;
  email?: string | null;
  audience?: Audience | null;
  language?: string | null;
}

export interface Requester {
  id: string;
  name: string | null;
  audience: Audience;
  phone: string | null;
  email: string | null;
  /** the addresses that belong to this contact, as they stand for it */
  contacts: HeldAddress[];
}

/** Who is found by one of the addresses. */
interface Owner extends Pick<Requester, 'id' | 'name' | 'audience'> {
  kind: Address['kind'];
  state: AddressState;
  provedBy: AddressProvedBy | null;
}

/** Finds the requester behind a contact, or makes one. */
@Injectable()
export class MatchRequester {
  constructor(@Inject(COUNTRY_PROFILE) private readonly country: CountryProfile) {}

  /**
   * What was only typed finds nobody: it makes a new requester with claimed addresses, whoever is known, so that neither
   * the answer nor its time says whether somebody is. Other contacts find the requester whom the address identifies;
   * when the telephone is one requester's and the mail address another's, the mail address decides, and nothing is
   * moved. Only staff add an address to a requester. An anonymous requester has none and is always new.
   * @throws invalid at `requester.phone`
   */
  async match(tx: Tx, input: RequesterInput, provenance: Provenance): Promise<Requester> {
    const audience = input.audience ?? 'citizen';
    if (audience === 'anonymous') return this.create(tx, { ...input, name: null, audience }, uuidv7(), []);
    const addresses = this.addresses(input);
    const standing = standingOf(provenance);
    if (!mayAttach(provenance) || addresses.length === 0) {
      const contacts = addresses.map((address) => ({ ...address, ...standing }));
      const id = uuidv7();
      insertAddresses(tx, id, contacts);
      return this.create(tx, { ...input, audience }, id, contacts);
    }
    const id = uuidv7();
    const owners = await findOrAdd(tx, id, addresses, standing);
    const known = owners.find(({ kind }) => kind === 'email') ?? owners[0];
    const contacts = addresses.map((address) => contactOf(address, standing, owners));
    if (!known) return this.create(tx, { ...input, audience }, id, contacts);
    if (standing.provedBy) {
      const verified = owners.filter(({ state }) => state === 'verified').map(({ kind }) => kind);
      const unproved = addresses.filter(({ kind }) => !verified.includes(kind));
      verifyAddresses(tx, known.id, unproved, standing.provedBy);
    }
    return {
      id: known.id,
      name: known.name ?? input.name ?? null,
      audience: known.audience,
      ...shown(contacts),
      contacts,
    };
  }

  /**
   * A requester whom staff have chosen. Told are the addresses that they gave, and of a kind that they gave none of, the
   * requester's first verified one.
   * @throws not_found `requester.not_found`; invalid at `requester.phone`
   */
  async chosen(tx: Tx, id: string, input: RequesterInput = {}): Promise<Requester> {
    const [row] = await tx.query<Pick<Requester, 'id' | 'name' | 'audience'> & { held: HeldAddress[] }>(
      `SELECT r.id, r.name, r.audience,
              (SELECT coalesce(json_agg(json_build_object('kind', kind, 'value', value, 'state', state, 'origin', origin,
                                                          'provedBy', proved_by) ORDER BY created_at, value), '[]')
                 FROM requester_address WHERE requester_id = r.id AND state = 'verified') AS held
         FROM requester r WHERE r.id = $1`,
      [id],
    );
    if (!row) throw notFound('requester.not_found');
    const { held, ...requester } = row;
    const given = this.addresses(input).map((address) => ({ ...address, ...standingOf('staff') }));
    const firsts = (['email', 'phone'] as const).flatMap(
      (kind) => given.find((one) => one.kind === kind) ?? held.find((one) => one.kind === kind) ?? [],
    );
    return { ...requester, ...shown(firsts), contacts: firsts };
  }

  /** Who a ticket's requester is, with contacts that its caller knows. @throws not_found `requester.not_found` */
  async withContacts(tx: Tx, id: string, contacts: HeldAddress[]): Promise<Requester> {
    const [row] = await tx.query<Pick<Requester, 'id' | 'name' | 'audience'>>(
      'SELECT id, name, audience FROM requester WHERE id = $1',
      [id],
    );
    if (!row) throw notFound('requester.not_found');
    return { ...row, ...shown(contacts), contacts };
  }

  private addresses(input: RequesterInput): Address[] {
    const addresses: Address[] = [];
    if (input.email) addresses.push({ kind: 'email', value: input.email.trim().toLowerCase() });
    if (input.phone) {
      const phone = normalizePhone(input.phone, this.country);
      if (!phone) throw invalidField('requester.phone', 'phone');
      addresses.push({ kind: 'phone', value: phone });
    }
    return addresses;
  }

  private create(
    tx: Tx,
    input: RequesterInput & { audience: Audience },
    id: string,
    contacts: HeldAddress[],
  ): Requester {
    tx.insert(
      'INSERT INTO requester (id, name, audience, language, created_at) VALUES ($1, $2, $3, $4, $5)',
      [id, input.name ?? null, input.audience, input.language ?? null, tx.now],
    );
    return { id, name: input.name ?? null, audience: input.audience, ...shown(contacts), contacts };
  }
}

/**
 * Whom the addresses identify; when nobody, they are written for `id`. Two contacts of one new person at once: the index
 * lets one of them write, and the other waits for it and learns whose the address is.
 */
async function findOrAdd(
  tx: Tx,
  id: string,
  addresses: Address[],
  standing: AddressStanding,
): Promise<Owner[]> {
  const [kinds, values] = [addresses.map((a) => a.kind), addresses.map((a) => a.value)];
  const rows = await tx.query<Owner & { added: boolean }>(
    `WITH asked AS (SELECT * FROM unnest($1::text[], $2::text[]) AS x (kind, value)),
          found AS (${FOUND}),
          added AS (
            INSERT INTO requester_address (requester_id, kind, value, state, origin, proved_by, created_at, state_at)
            SELECT $3, kind, value, $5, $6, $7, $4, $4 FROM asked WHERE NOT EXISTS (SELECT 1 FROM found)
             ORDER BY kind, value
            ON CONFLICT DO NOTHING RETURNING kind)
     SELECT *, false AS added FROM found
     UNION ALL SELECT NULL, NULL, NULL, kind, NULL, NULL, true FROM added`,
    [kinds, values, id, tx.now, standing.state, standing.origin, standing.provedBy],
  );
  const found = rows.filter(({ added }) => !added);
  const written = rows.length - found.length;
  if (found.length > 0 || written === addresses.length) return found;
  const others = await tx.query<Owner>(
    `WITH asked AS (SELECT * FROM unnest($1::text[], $2::text[]) AS x (kind, value)),
          given_up AS (DELETE FROM requester_address WHERE requester_id = $3)
     SELECT * FROM (${FOUND}) f WHERE f.id <> $3`,
    [kinds, values, id],
  );
  return others;
}

const FOUND = `SELECT r.id, r.name, r.audience, a.kind, a.state, a.proved_by AS "provedBy"
  FROM asked JOIN requester_address a USING (kind, value) JOIN requester r ON r.id = a.requester_id
 WHERE ${identifies('a')}`;

/** How an address stands for this contact: as well as its channel shows, or as whoever is found by it has shown before. */
function contactOf(address: Address, standing: AddressStanding, owners: Owner[]): HeldAddress {
  const owner = owners.find(({ kind }) => kind === address.kind);
  if (standing.state === 'verified' || owner?.state !== 'verified') return { ...address, ...standing };
  return { ...address, ...standing, state: 'verified', provedBy: owner.provedBy };
}

const shown = (contacts: readonly HeldAddress[]): Pick<Requester, 'phone' | 'email'> => ({
  phone: contacts.find(({ kind }) => kind === 'phone')?.value ?? null,
  email: contacts.find(({ kind }) => kind === 'email')?.value ?? null,
});
