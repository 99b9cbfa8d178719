import { Inject, Injectable } from '@nestjs/common';
import type { Permission } from '#wasl/contracts';
import { addMs, forbidden, hours, invalidField, notFound, uuidv7 } from '#wasl/kernel';
import {
  credentialHash,
  newCredential,
  Database,
  type Principal,
  SETTINGS,
  type RuntimeSettings,
  UnitOfWork,
} from '#wasl/platform';

export interface ApiToken {
  id: string;
  name: string;
  permissions: Permission[];
  createdAt: Date;
  /** null for tokens created before tokens expired */
  expiresAt: Date | null;
  /** to the minute; null when it was never used */
  lastUsedAt: Date | null;
  /** a token never has more permissions than its owner */
  owner: string;
}

const DAY_MS = hours(24);

/** API tokens of programs. */
@Injectable()
export class ApiTokens {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /**
   * Creates a token; its secret is returned only here.
   * @param expiresAt at most API_TOKEN_MAX_DAYS from now, which is also the default
   * @throws forbidden when the owner lacks one of the permissions; invalid at `expiresAt`
   */
  async create(
    owner: Principal,
    name: string,
    permissions: Permission[],
    expiresAt?: Date,
  ): Promise<ApiToken & { token: string }> {
    const missing = permissions.find((permission) => !owner.permissions.has(permission));
    if (missing) throw forbidden('permission.denied', { permission: missing });
    const token = newCredential();
    return this.unitOfWork.run(async (tx) => {
      const id = uuidv7();
      const expiry = this.expiryOf(expiresAt, tx.now);
      tx.insert(
        `INSERT INTO api_token (id, name, token_hash, permissions, staff_id, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, name, credentialHash(token), permissions, owner.id, tx.now, expiry],
      );
      tx.emit('audit.noted', {
        actorId: owner.id,
        action: 'token.created',
        targetKind: 'token',
        targetId: id,
        detail: { permissions, expiresAt: expiry.toISOString() },
      });
      const made = { id, name, permissions, createdAt: tx.now, expiresAt: expiry, lastUsedAt: null };
      return { ...made, owner: owner.name, token };
    });
  }

  /** Tokens that are not revoked, expired ones included; newest first. */
  list(): Promise<ApiToken[]> {
    return this.database.query<ApiToken>(
      `SELECT t.id, t.name, t.permissions, t.created_at AS "createdAt", t.expires_at AS "expiresAt",
              t.last_used_at AS "lastUsedAt", s.name AS owner
         FROM api_token t JOIN staff s ON s.id = t.staff_id
        WHERE t.revoked_at IS NULL ORDER BY t.id DESC LIMIT 500`,
    );
  }

  /** @throws not_found `token.not_found` */
  async revoke(id: string, byId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query(
        'UPDATE api_token SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING id',
        [id],
      );
      if (!row) throw notFound('token.not_found');
      tx.emit('audit.noted', {
        actorId: byId,
        action: 'token.revoked',
        targetKind: 'token',
        targetId: id,
        detail: {},
      });
    });
  }

  private expiryOf(requested: Date | undefined, now: Date): Date {
    const latest = addMs(now, this.settings.API_TOKEN_MAX_DAYS * DAY_MS);
    if (!requested) return latest;
    if (requested <= now) throw invalidField('expiresAt', 'order');
    if (requested > latest)
      throw invalidField('expiresAt', 'range_too_long', { days: this.settings.API_TOKEN_MAX_DAYS });
    return requested;
  }
}
