import { Inject, Injectable } from '@nestjs/common';
import { byteaText, Database, Keys, type SealedValue, SealedValues } from '#wasl/platform';

/** Reseals the secrets of authenticator apps when SECRET_KEY is rotated. */
@Injectable()
export class ResealSecrets extends SealedValues {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Keys) keys: Keys,
  ) {
    super(keys, 'otp-secret');
  }

  protected read(owner: string, limit: number): Promise<SealedValue[]> {
    return this.database.query<SealedValue>(
      `SELECT staff_id AS owner, secret AS sealed FROM staff_otp WHERE staff_id > $1 ORDER BY staff_id LIMIT $2`,
      [owner, limit],
    );
  }

  protected async replace(before: SealedValue[], resealed: Buffer[]): Promise<number> {
    const changed = await this.database.query(
      `UPDATE staff_otp o SET secret = n.resealed
         FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS n (staff_id, before, resealed)
        WHERE o.staff_id = n.staff_id AND o.secret = n.before RETURNING 1`,
      [
        before.map(({ owner }) => owner),
        before.map(({ sealed }) => byteaText(sealed)),
        resealed.map(byteaText),
      ],
    );
    return changed.length;
  }
}
