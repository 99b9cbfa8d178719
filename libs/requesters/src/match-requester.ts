import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import type { Audience } from '#wasl/contracts';
import { invalidField, notFound, uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';

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
}

/** Who has an address: found as it was, or claimed now. */
interface Owner {
  id: string;
  name: string | null;
  audience: Audience | null;
  kind: 'phone' | 'email';
  found: boolean;
}

/** Finds the requester behind a contact, or makes one. */
@Injectable()
export class MatchRequester {
  constructor(@Inject(COUNTRY_PROFILE) private readonly country: CountryProfile) {}

  /**
   * One address belongs to one requester. When the telephone is one requester's and the e-mail address another's, the
   * e-mail address decides, and nothing is moved: merging people is for a person to do. An address not seen before is
   * added to the requester found by the other. An anonymous requester keeps no address and is always new.
   * @throws invalid at `requester.phone`
   */
  async match(tx: Tx, input: RequesterInput): Promise<Requester> {
    const audience = input.audience ?? 'citizen';
    if (audience === 'anonymous')
      return this.create(tx, { ...input, name: null, audience }, { id: uuidv7(), rows: [], addresses: [] });
    const addresses = this.addresses(input);
    const id = uuidv7();
    const rows = await this.findOrClaim(tx, id, addresses);
    const found = rows.filter((row) => row.found);
    const known = found.find((row) => row.kind === 'email') ?? found[0];
    if (!known) return this.create(tx, { ...input, audience }, { id, rows, addresses });
    const contact = { phone: valueOf(addresses, 'phone'), email: valueOf(addresses, 'email') };
    return { id: known.id, name: known.name ?? input.name ?? null, audience: known.audience!, ...contact };
  }

  /** A requester who is known already. @throws not_found `requester.not_found` */
  async byId(tx: Tx, id: string): Promise<Requester> {
    const [row] = await tx.query<Requester>(
      `SELECT r.id, r.name, r.audience,
              (SELECT value FROM requester_address WHERE requester_id = r.id AND kind = 'phone' ORDER BY created_at LIMIT 1) AS phone,
              (SELECT value FROM requester_address WHERE requester_id = r.id AND kind = 'email' ORDER BY created_at LIMIT 1) AS email
         FROM requester r WHERE r.id = $1`,
      [id],
    );
    if (!row) throw notFound('requester.not_found');
    return row;
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

  /**
   * Looks the addresses up, and writes those that nobody has: for the requester found by the other, or for `id`. Two
   * contacts of one new person at once: the key lets one of them write, and the other waits for it and learns its owner.
   */
  private async findOrClaim(tx: Tx, id: string, addresses: Address[]): Promise<Owner[]> {
    if (addresses.length === 0) return [];
    return tx.query<Owner>(
      `WITH asked AS (SELECT * FROM unnest($1::text[], $2::text[]) AS x (kind, value)),
            found AS (SELECT r.id, r.name, r.audience, a.kind
                        FROM asked JOIN requester_address a USING (kind, value) JOIN requester r ON r.id = a.requester_id),
            claimed AS (
              INSERT INTO requester_address (kind, value, requester_id, created_at)
              SELECT kind, value, coalesce((SELECT id FROM found ORDER BY kind LIMIT 1), $3), $4
                FROM asked WHERE kind NOT IN (SELECT kind FROM found) ORDER BY kind, value
              ON CONFLICT (kind, value) DO UPDATE SET value = excluded.value RETURNING requester_id, kind)
       SELECT id, name, audience, kind, true AS found FROM found
       UNION ALL SELECT requester_id, NULL, NULL, kind, false FROM claimed`,
      [addresses.map((a) => a.kind), addresses.map((a) => a.value), id, tx.now],
    );
  }

  private async create(
    tx: Tx,
    input: RequesterInput & { audience: Audience },
    { id, rows, addresses }: { id: string; rows: Owner[]; addresses: Address[] },
  ): Promise<Requester> {
    const contact = { phone: valueOf(addresses, 'phone'), email: valueOf(addresses, 'email') };
    const other = rows.find((owner) => owner.id !== id);
    if (other) {
      await tx.query('UPDATE requester_address SET requester_id = $1 WHERE requester_id = $2', [
        other.id,
        id,
      ]);
      const [row] = await tx.query<Pick<Requester, 'id' | 'name' | 'audience'>>(
        'SELECT id, name, audience FROM requester WHERE id = $1',
        [other.id],
      );
      return { ...row!, ...contact };
    }
    tx.insert(
      'INSERT INTO requester (id, name, audience, language, created_at) VALUES ($1, $2, $3, $4, $5)',
      [id, input.name ?? null, input.audience, input.language ?? null, tx.now],
    );
    return { id, name: input.name ?? null, audience: input.audience, ...contact };
  }
}

interface Address {
  kind: 'phone' | 'email';
  value: string;
}

const valueOf = (addresses: Address[], kind: Address['kind']) =>
  addresses.find((a) => a.kind === kind)?.value ?? null;
