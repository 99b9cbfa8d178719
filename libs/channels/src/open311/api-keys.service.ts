import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction, AuditNote } from '#wasl/contracts';
import { forbidden, isUuid, notFound, uuidv7 } from '#wasl/kernel';
import { Database, SecretGuessLimiter, UnitOfWork } from '#wasl/platform';

export interface ApiKey {
  id: string;
  name: string;
  createdBy: string;
  /** ISO 8601 */
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** API keys for submitting requests. A key is shown once, when it is created; only its hash is stored. */
@Injectable()
export class ApiKeys {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SecretGuessLimiter) private readonly guesses: SecretGuessLimiter,
  ) {}

  /** @param name of the program or its owner */
  async create(name: string, staffId: string): Promise<ApiKey & { key: string }> {
    const key = randomBytes(24).toString('base64url');
    const id = uuidv7();
    await this.unitOfWork.run(async (tx) => {
      tx.send('INSERT INTO open311_key (id, name, key_hash, staff_id) VALUES ($1, $2, $3, $4)', [
        id,
        name,
        hashOf(key),
        staffId,
      ]);
      tx.emit('audit.noted', noteOf(staffId, 'config.created', id));
    });
    return { ...(await this.list()).find((one) => one.id === id)!, key };
  }

  /** Newest first, revoked ones too. */
  async list(): Promise<ApiKey[]> {
    const rows = await this.database.query<
      Record<'createdAt' | 'lastUsedAt' | 'revokedAt', Date | null> & ApiKey
    >(
      `SELECT k.id, k.name, s.name AS "createdBy", k.created_at AS "createdAt", k.last_used_at AS "lastUsedAt",
              k.revoked_at AS "revokedAt"
         FROM open311_key k JOIN staff s ON s.id = k.staff_id ORDER BY k.id DESC LIMIT 500`,
    );
    const iso = (at: unknown) => (at as Date | null)?.toISOString() ?? null;
    return rows.map((row) => ({
      ...row,
      createdAt: iso(row.createdAt)!,
      lastUsedAt: iso(row.lastUsedAt),
      revokedAt: iso(row.revokedAt),
    }));
  }

  /** @throws not_found `api_key.not_found` when there is none, or it was revoked before */
  async revoke(id: string, staffId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query(
        'UPDATE open311_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id',
        [isUuid(id) ? id : null, tx.now],
      );
      if (!row) throw notFound('api_key.not_found');
      tx.emit('audit.noted', noteOf(staffId, 'config.retired', id));
    });
  }

  /** @returns the key's id. @throws forbidden `api_key.wrong`; too_many when the source has tried too many */
  async verify(key: string | undefined, source: string): Promise<string> {
    if (!key || key.length > 200) throw forbidden('api_key.wrong');
    const id = await this.guesses.check('api-key', source, key, () => this.find(key));
    if (!id) throw forbidden('api_key.wrong');
    return id;
  }

  private async find(key: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string; stale: boolean }>(
      `SELECT id, last_used_at IS NULL OR last_used_at < now() - interval '1 minute' AS stale
         FROM open311_key WHERE key_hash = $1 AND revoked_at IS NULL`,
      [hashOf(key)],
    );
    if (!row) return null;
    // Shows administrators which keys are unused; accurate to the minute.
    if (row.stale) {
      await this.database.query('UPDATE open311_key SET last_used_at = now() WHERE id = $1', [row.id]);
    }
    return row.id;
  }
}

const noteOf = (actorId: string, action: AuditAction, targetId: string): AuditNote => ({
  actorId,
  action,
  targetKind: 'api_key',
  targetId,
  detail: {},
});

const hashOf = (key: string) => createHash('sha256').update(key).digest();
