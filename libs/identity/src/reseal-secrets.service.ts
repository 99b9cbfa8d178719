import { Inject, Injectable } from '@nestjs/common';
import { Database, Keys, UnitOfWork } from '#wasl/platform';

const BATCH = 500;
const NIL_UUID = '00000000-0000-0000-0000-000000000000';

interface Row {
  staffId: string;
  secret: Buffer;
}

export interface SealedSecretCounts {
  /** sealed with the newest key of SECRET_KEY */
  newest: number;
  /** sealed with an earlier key, which is needed until they are resealed */
  earlier: number;
  /** that no key of SECRET_KEY can decrypt */
  lost: number;
}

/** Reseals the secrets of authenticator apps when SECRET_KEY is rotated. */
@Injectable()
export class ResealSecrets {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  async count(): Promise<SealedSecretCounts> {
    const found: SealedSecretCounts = { newest: 0, earlier: 0, lost: 0 };
    await this.forEachBatch((rows) => {
      for (const { secret, staffId } of rows) {
        const opened = this.keys.unseal('otp-secret', secret, staffId);
        found[!opened ? 'lost' : opened.newest ? 'newest' : 'earlier'] += 1;
      }
      return Promise.resolve();
    });
    return found;
  }

  /**
   * Reseals with the newest key what is sealed with an earlier one. Can be interrupted at any point and repeated.
   * @param progress called after each batch with the number of rows processed so far
   */
  async reseal(progress: (seen: number) => void): Promise<number> {
    let seen = 0;
    let sealed = 0;
    await this.forEachBatch(async (rows) => {
      const old = rows.filter(
        ({ secret, staffId }) => this.keys.unseal('otp-secret', secret, staffId)?.newest === false,
      );
      if (old.length > 0) sealed += await this.store(old);
      progress((seen += rows.length));
    });
    return sealed;
  }

  /** Compares the old value, so that a secret replaced meanwhile is not overwritten. */
  private async store(rows: Row[]): Promise<number> {
    const resealed = rows.map(({ staffId, secret }) => {
      const { content } = this.keys.unseal('otp-secret', secret, staffId)!;
      return this.keys.seal('otp-secret', content, staffId);
    });
    return this.unitOfWork.run(async (tx) => {
      const changed = await tx.query(
        `UPDATE staff_otp o SET secret = n.resealed
           FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS n (staff_id, before, resealed)
          WHERE o.staff_id = n.staff_id AND o.secret = n.before RETURNING 1`,
        [rows.map(({ staffId }) => staffId), rows.map(({ secret }) => hex(secret)), resealed.map(hex)],
      );
      return changed.length;
    });
  }

  private async forEachBatch(each: (rows: Row[]) => Promise<void>): Promise<void> {
    for (let after = NIL_UUID; ;) {
      const rows = await this.database.query<Row>(
        'SELECT staff_id AS "staffId", secret FROM staff_otp WHERE staff_id > $1 ORDER BY staff_id LIMIT $2',
        [after, BATCH],
      );
      if (rows.length === 0) return;
      await each(rows);
      after = rows.at(-1)!.staffId;
    }
  }
}

const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`;
