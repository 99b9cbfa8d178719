import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import type { Audience } from '#wasl/contracts';
import { invalidField, uuidv7 } from '#wasl/kernel';
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

interface Found {
  id: string;
  name: string | null;
  audience: Audience;
  kind: 'phone' | 'email';
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
    if (audience === 'anonymous') return this.create(tx, { ...input, name: null, audience }, []);
    const addresses = this.addresses(input);
    const found = await this.find(tx, addresses);
    const known = found.find((row) => row.kind === 'email') ?? found[0];
    const missing = addresses.filter((address) => !found.some((row) => row.kind === address.kind));
    const contact = { phone: valueOf(addresses, 'phone'), email: valueOf(addresses, 'email') };
    if (!known) return this.create(tx, { ...input, audience }, addresses);
    if (missing.length > 0) this.addAddresses(tx, known.id, missing);
    return { id: known.id, name: known.name ?? input.name ?? null, audience: known.audience, ...contact };
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

  private async find(tx: Tx, addresses: Address[]): Promise<Found[]> {
    if (addresses.length === 0) return [];
    return tx.query<Found>(
      `SELECT r.id, r.name, r.audience, a.kind FROM requester_address a JOIN requester r ON r.id = a.requester_id
        WHERE (a.kind, a.value) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
      [addresses.map((a) => a.kind), addresses.map((a) => a.value)],
    );
  }

  /**
   * Two contacts of one new person at once: the addresses' key lets one of them make the requester, and the other
   * waits for it and finds it.
   */
  private async create(
    tx: Tx,
    input: RequesterInput & { audience: Audience },
    addresses: Address[],
  ): Promise<Requester> {
    const id = uuidv7();
    const claimed = await this.claim(tx, id, addresses);
    const other = claimed.find((owner) => owner !== id);
    if (other) {
      await tx.query('UPDATE requester_address SET requester_id = $1 WHERE requester_id = $2', [other, id]);
      const [row] = await tx.query<Omit<Found, 'kind'>>(
        'SELECT id, name, audience FROM requester WHERE id = $1',
        [other],
      );
      return { ...row!, phone: valueOf(addresses, 'phone'), email: valueOf(addresses, 'email') };
    }
    tx.send('INSERT INTO requester (id, name, audience, language, created_at) VALUES ($1, $2, $3, $4, $5)', [
      id,
      input.name ?? null,
      input.audience,
      input.language ?? null,
      tx.now,
    ]);
    return {
      id,
      name: input.name ?? null,
      audience: input.audience,
      phone: valueOf(addresses, 'phone'),
      email: valueOf(addresses, 'email'),
    };
  }

  /** @returns the owner of each address after the claim: `id`, or whoever had it before */
  private async claim(tx: Tx, id: string, addresses: Address[]): Promise<string[]> {
    if (addresses.length === 0) return [];
    const rows = await tx.query<{ requester_id: string }>(
      `INSERT INTO requester_address (kind, value, requester_id, created_at)
       SELECT kind, value, $3, $4 FROM unnest($1::text[], $2::text[]) AS a (kind, value) ORDER BY kind, value
       ON CONFLICT (kind, value) DO UPDATE SET value = excluded.value RETURNING requester_id`,
      [addresses.map((a) => a.kind), addresses.map((a) => a.value), id, tx.now],
    );
    return rows.map((row) => row.requester_id);
  }

  private addAddresses(tx: Tx, id: string, addresses: Address[]): void {
    tx.send(
      `INSERT INTO requester_address (kind, value, requester_id, created_at)
       SELECT kind, value, $3, $4 FROM unnest($1::text[], $2::text[]) AS a (kind, value)
       ON CONFLICT DO NOTHING`,
      [addresses.map((a) => a.kind), addresses.map((a) => a.value), id, tx.now],
    );
  }
}

interface Address {
  kind: 'phone' | 'email';
  value: string;
}

const valueOf = (addresses: Address[], kind: Address['kind']) =>
  addresses.find((a) => a.kind === kind)?.value ?? null;
