import { Inject, Injectable } from '@nestjs/common';
import { byteaText, Database, Keys, type SealedValue, SealedValues } from '#wasl/platform';

/** Reseals the secrets of webhooks when SECRET_KEY is rotated. */
@Injectable()
export class ResealWebhookSecrets extends SealedValues {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Keys) keys: Keys,
  ) {
    super(keys, 'webhook-secret');
  }

  protected read(owner: string, limit: number): Promise<SealedValue[]> {
    return this.database.query<SealedValue>(
      'SELECT id AS owner, secret AS sealed FROM webhook_secret WHERE id > $1 ORDER BY id LIMIT $2',
      [owner, limit],
    );
  }

  protected async replace(before: SealedValue[], resealed: Buffer[]): Promise<number> {
    const changed = await this.database.query(
      `UPDATE webhook_secret s SET secret = n.resealed
         FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS n (id, before, resealed)
        WHERE s.id = n.id AND s.secret = n.before RETURNING 1`,
      [
        before.map(({ owner }) => owner),
        before.map(({ sealed }) => byteaText(sealed)),
        resealed.map(byteaText),
      ],
    );
    return changed.length;
  }
}
