import { Inject, Injectable } from '@nestjs/common';
import {
  COUNTRY_PROFILE,
  type CountryProfile,
  checkIdentityNumber,
  type IdentityNumberWarning,
  normalizeIdentityNumber,
  normalizePhone,
} from '#wasl/country';
import type { Audience } from '#wasl/contracts';
import { invalidField } from '#wasl/kernel';
import { Database, type Tx } from '#wasl/platform';
import { type Address, identifyingAddressSql, verifyAddresses } from './address-rows.js';

/** What a person tells staff to identify themselves. */
export interface RequesterCriteria {
  phone?: string | null;
  email?: string | null;
  identityNumber?: string | null;
}

export interface FoundRequester {
  id: string;
  name: string | null;
  audience: Audience;
  language: string | null;
  phone: string | null;
  email: string | null;
  /** last digits of the identity number, to compare with a card */
  identityEnding: string | null;
  /** which criteria matched */
  by: RequesterCriterion[];
}
export type RequesterCriterion = 'phone' | 'email' | 'identity';

/** Finds requesters by phone, e-mail or identity number, and stores additional details. Never merges requesters. */
@Injectable()
export class FindRequesters {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /**
   * All requesters identified by any of the criteria. Ranked by strength: identity number, then e-mail address. An
   * address that was only typed into a form finds nobody, because its author may have combined it with an address of
   * their own.
   * @throws invalid at `phone`
   */
  async find(clues: RequesterCriteria): Promise<FoundRequester[]> {
    const known = this.read(clues);
    return this.database.query<FoundRequester>(
      `WITH found AS (
         SELECT requester_id, kind AS clue FROM requester_address a
          WHERE ((kind = 'phone' AND value = $1) OR (kind = 'email' AND value = $2)) AND ${identifyingAddressSql('a')}
         UNION ALL SELECT requester_id, 'identity' FROM requester_identity WHERE number = $3)
       SELECT r.id, r.name, r.audience, r.language,
              (SELECT value FROM requester_address a WHERE a.requester_id = r.id AND a.kind = 'phone' AND ${identifyingAddressSql('a')}
                ORDER BY created_at LIMIT 1) AS phone,
              (SELECT value FROM requester_address a WHERE a.requester_id = r.id AND a.kind = 'email' AND ${identifyingAddressSql('a')}
                ORDER BY created_at LIMIT 1) AS email,
              (SELECT right(number, 3) FROM requester_identity i WHERE i.requester_id = r.id ORDER BY created_at LIMIT 1) AS "identityEnding",
              f.by
         FROM (SELECT requester_id, array_agg(clue ORDER BY clue) AS by FROM found GROUP BY requester_id) f
         JOIN requester r ON r.id = f.requester_id
        ORDER BY 'identity' = ANY (f.by) DESC, 'email' = ANY (f.by) DESC, r.id`,
      [known.phone, known.email, known.identityNumber],
    );
  }

  /** Why an identity number looks mistyped; null when it does not, or when there is none. */
  checkIdentityNumber(identityNumber: string | null | undefined): IdentityNumberWarning | null {
    const number = normalizeIdentityNumber(identityNumber ?? '');
    return number === '' ? null : checkIdentityNumber(number, this.country);
  }

  /**
   * Stores details that a person gave to a member of staff. Details that already belong to another requester are
   * skipped: merging requesters is left to people. Never use it for input that did not come through staff.
   * @throws invalid at `requester.phone`
   */
  addDetails(tx: Tx, requesterId: string, clues: RequesterCriteria & { name?: string | null }): void {
    const { phone, email, identityNumber } = this.read(clues, 'requester.phone');
    const addresses: Address[] = [
      ...(phone ? [{ kind: 'phone' as const, value: phone }] : []),
      ...(email ? [{ kind: 'email' as const, value: email }] : []),
    ];
    verifyAddresses(tx, requesterId, addresses, 'confirmed_by_staff');
    if (identityNumber)
      tx.send(
        `INSERT INTO requester_identity (number, requester_id, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (number) DO NOTHING`,
        [identityNumber, requesterId, tx.now],
      );
    if (clues.name)
      tx.send('UPDATE requester SET name = $2 WHERE id = $1 AND name IS NULL', [requesterId, clues.name]);
  }

  private read(
    clues: RequesterCriteria,
    path = 'phone',
  ): Record<'phone' | 'email' | 'identityNumber', string | null> {
    const phone = clues.phone ? normalizePhone(clues.phone, this.country) : null;
    if (clues.phone && !phone) throw invalidField(path, 'phone');
    return {
      phone,
      email: clues.email?.trim().toLowerCase() || null,
      identityNumber: normalizeIdentityNumber(clues.identityNumber ?? '') || null,
    };
  }
}
