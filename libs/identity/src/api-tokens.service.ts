import { Inject, Injectable } from '@nestjs/common';
import { ENTITY_PERMISSIONS, type Permission } from '#wasl/contracts';
import { addMs, forbidden, hours, invalidField, notFound, uuidv7 } from '#wasl/kernel';
import {
  credentialHash,
  newCredential,
  Database,
  type Principal,
  SETTINGS,
  type RuntimeSettings,
  type Tx,
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
  /** key of the entity that it works for alone */
  entity: string | null;
}

export interface TokenDraft {
  name: string;
  permissions: Permission[];
  /** key of an entity that it works for alone */
  entity?: string;
  /** at most API_TOKEN_MAX_DAYS from now, which is also the default */
  expiresAt?: Date;
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
   * Creates a token; its secret is returned only here. People of an entity make tokens of that entity alone.
   * @throws forbidden when the owner lacks one of the permissions, or an entity may not have it; invalid at `expiresAt`
   *   or `entity`
   */
  async create(owner: Principal, draft: TokenDraft): Promise<ApiToken & { token: string }> {
    const { name, permissions } = draft;
    const token = newCredential();
    return this.unitOfWork.run(async (tx) => {
      const entity = await entityOf(tx, owner, draft.entity);
      const missing = permissions.find(
        (one) => !owner.permissions.has(one) || (entity !== null && !ENTITY_PERMISSIONS.has(one)),
      );
      if (missing) throw forbidden('permission.denied', { permission: missing });
      const id = uuidv7();
      const expiry = this.expiryOf(draft.expiresAt, tx.now);
      tx.insert(
        `INSERT INTO api_token (id, name, token_hash, permissions, staff_id, created_at, expires_at, entity_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, name, credentialHash(token), permissions, owner.id, tx.now, expiry, entity?.id ?? null],
      );
      tx.emit('audit.noted', {
        actorId: owner.id,
        action: 'token.created',
        targetKind: 'token',
        targetId: id,
        detail: { permissions, expiresAt: expiry.toISOString(), ...(entity && { entity: entity.key }) },
      });
      const made = { id, name, permissions, createdAt: tx.now, expiresAt: expiry, lastUsedAt: null };
      return { ...made, owner: owner.name, entity: entity?.key ?? null, token };
    });
  }

  /** Tokens that are not revoked, expired ones included; newest first. To people of an entity those of it. */
  list(caller: Principal): Promise<ApiToken[]> {
    return this.database.query<ApiToken>(
      `SELECT t.id, t.name, t.permissions, t.created_at AS "createdAt", t.expires_at AS "expiresAt",
              t.last_used_at AS "lastUsedAt", s.name AS owner, e.key AS entity
         FROM api_token t JOIN staff s ON s.id = t.staff_id LEFT JOIN entity e ON e.id = t.entity_id
        WHERE t.revoked_at IS NULL AND ($1 OR t.entity_id = $2) ORDER BY t.id DESC LIMIT 500`,
      [caller.scope === 'centre', caller.entityId],
    );
  }

  /** @throws not_found `token.not_found` */
  async revoke(id: string, caller: Principal): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query(
        `UPDATE api_token SET revoked_at = now()
          WHERE id = $1 AND revoked_at IS NULL AND ($2 OR entity_id = $3) RETURNING id`,
        [id, caller.scope === 'centre', caller.entityId],
      );
      if (!row) throw notFound('token.not_found');
      tx.emit('audit.noted', {
        actorId: caller.id,
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

interface EntityNamed {
  id: string;
  key: string;
}

/** @returns the entity that a new token works for. @throws invalid at `entity` when it is unknown, or another's */
async function entityOf(tx: Tx, owner: Principal, key: string | undefined): Promise<EntityNamed | null> {
  if (owner.scope === 'centre' && key === undefined) return null;
  const [entity] = await tx.query<EntityNamed>(
    `SELECT id, key FROM entity WHERE active AND ($1::text IS NULL OR key = $1) AND ($2 OR id = $3)`,
    [key ?? null, owner.scope === 'centre', owner.entityId],
  );
  if (!entity) throw invalidField('entity', 'not_found');
  return entity;
}
