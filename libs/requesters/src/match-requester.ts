import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import type { Audience } from '#wasl/contracts';
import { invalidField, notFound, uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import {
  type Address,
  type RequesterAddress,
  identifyingAddressSql,
  insertAddresses,
  verifyAddresses,
} from './address-rows.js';
import { nameIfUnnamed } from './requester-name.js';
import type { AddressProvedBy, AddressState } from './domain/address-lifecycle.js';
import {
  type InitialAddressState,
  mayMatchRequester,
  type Provenance,
  initialAddressState,
} from './domain/provenance.js';

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
  /** the addresses of this contact, with their state for it */
  contacts: RequesterAddress[];
}

/** A requester identified by one of the addresses. */
interface Owner extends Pick<Requester, 'id' | 'name' | 'audience'> {
  kind: Address['kind'];
  state: AddressState;
  provedBy: AddressProvedBy | null;
}

/** Finds the requester of a contact, or creates one. */
@Injectable()
export class MatchRequester {
  constructor(@Inject(COUNTRY_PROFILE) private readonly country: CountryProfile) {}

  /**
   * Typed addresses never match: they always create a new requester with claimed addresses, so that neither the
   * response nor its time reveals whether the address is known. Other contacts match the requester whom the address
   * identifies. If phone and mail address belong to different requesters, the mail address decides and nothing is
   * moved. Only staff add an address to a requester. An anonymous requester has no address and is always new.
   * @throws invalid at `requester.phone`
   */
  async match(tx: Tx, input: RequesterInput, provenance: Provenance): Promise<Requester> {
    const audience = input.audience ?? 'citizen';
    if (audience === 'anonymous') return this.create(tx, { ...input, name: null, audience }, uuidv7(), []);
    const addresses = this.addresses(input);
    const standing = initialAddressState(provenance);
    if (!mayMatchRequester(provenance) || addresses.length === 0) {
      const contacts = addresses.map((address) => ({ ...address, ...standing }));
      const id = uuidv7();
      insertAddresses(tx, id, contacts);
      return this.create(tx, { ...input, audience }, id, contacts);
    }
    const id = uuidv7();
    const owners = await findOrAdd(tx, id, addresses, standing);
    const match = owners.find(({ kind }) => kind === 'email') ?? owners[0];
    const contacts = addresses.map((address) => contactOf(address, standing, owners));
    if (!match) return this.create(tx, { ...input, audience }, id, contacts);
    if (standing.provedBy) {
      const verified = owners.filter(({ state }) => state === 'verified').map(({ kind }) => kind);
      const unproved = addresses.filter(({ kind }) => !verified.includes(kind));
      verifyAddresses(tx, match.id, unproved, standing.provedBy);
    }
    if (match.name === null) nameIfUnnamed(tx, match.id, input.name);
    return {
      id: match.id,
      name: match.name ?? input.name ?? null,
      audience: match.audience,
      ...phoneAndEmail(contacts),
      contacts,
    };
  }

  /**
   * A requester chosen by staff. Contacts are the given addresses, and for each kind that was not given, the first
   * verified address of the requester.
   * @throws not_found `requester.not_found`; invalid at `requester.phone`
   */
  async byId(tx: Tx, id: string, input: RequesterInput = {}): Promise<Requester> {
    const [row] = await tx.query<Pick<Requester, 'id' | 'name' | 'audience'> & { held: RequesterAddress[] }>(
      `SELECT r.id, r.name, r.audience,
              (SELECT coalesce(json_agg(json_build_object('kind', kind, 'value', value, 'state', state, 'origin', origin,
                                                          'provedBy', proved_by) ORDER BY created_at, value), '[]')
                 FROM requester_address WHERE requester_id = r.id AND state = 'verified') AS held
         FROM requester r WHERE r.id = $1`,
      [id],
    );
    if (!row) throw notFound('requester.not_found');
    const { held, ...requester } = row;
    const given = this.addresses(input).map((address) => ({ ...address, ...initialAddressState('staff') }));
    const contacts = (['email', 'phone'] as const).flatMap(
      (kind) => given.find((one) => one.kind === kind) ?? held.find((one) => one.kind === kind) ?? [],
    );
    return { ...requester, ...phoneAndEmail(contacts), contacts };
  }

  /** The requester of a ticket, with the given contacts. @throws not_found `requester.not_found` */
  async withContacts(tx: Tx, id: string, contacts: RequesterAddress[]): Promise<Requester> {
    const [row] = await tx.query<Pick<Requester, 'id' | 'name' | 'audience'>>(
      'SELECT id, name, audience FROM requester WHERE id = $1',
      [id],
    );
    if (!row) throw notFound('requester.not_found');
    return { ...row, ...phoneAndEmail(contacts), contacts };
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
    contacts: RequesterAddress[],
  ): Requester {
    tx.insert(
      'INSERT INTO requester (id, name, audience, language, created_at) VALUES ($1, $2, $3, $4, $5)',
      [id, input.name ?? null, input.audience, input.language ?? null, tx.now],
    );
    return { id, name: input.name ?? null, audience: input.audience, ...phoneAndEmail(contacts), contacts };
  }
}

/**
 * The requesters identified by the addresses; if there are none, the addresses are inserted for `id`. For two
 * concurrent contacts of a new person the unique index lets one insert; the other waits and then finds its requester.
 */
async function findOrAdd(
  tx: Tx,
  id: string,
  addresses: Address[],
  standing: InitialAddressState,
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
 WHERE ${identifyingAddressSql('a')}`;

/** State of an address for this contact: from its channel, or verified if its owner has proved it before. */
function contactOf(address: Address, standing: InitialAddressState, owners: Owner[]): RequesterAddress {
  const owner = owners.find(({ kind }) => kind === address.kind);
  if (standing.state === 'verified' || owner?.state !== 'verified') return { ...address, ...standing };
  return { ...address, ...standing, state: 'verified', provedBy: owner.provedBy };
}

const phoneAndEmail = (contacts: readonly RequesterAddress[]): Pick<Requester, 'phone' | 'email'> => ({
  phone: contacts.find(({ kind }) => kind === 'phone')?.value ?? null,
  email: contacts.find(({ kind }) => kind === 'email')?.value ?? null,
});
