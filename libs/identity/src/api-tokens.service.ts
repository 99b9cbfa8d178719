import { Inject, Injectable } from '@nestjs/common';
import type { Permission } from '#wasl/contracts';
import { forbidden, notFound, uuidv7 } from '#wasl/kernel';
import { Database, type Principal, UnitOfWork } from '#wasl/platform';
import { credentialHash, newCredential } from './credential-tokens.js';

export interface ApiToken {
  id: string;
  name: string;
  permissions: Permission[];
  createdAt: Date;
}

/** Tokens with which programs sign in. */
@Injectable()
export class ApiTokens {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
  ) {}

  /** The secret is in the answer, and never again. @throws forbidden when the owner lacks one of the permissions */
  async create(
    owner: Principal,
    name: string,
    permissions: Permission[],
  ): Promise<ApiToken & { token: string }> {
    const lacking = permissions.find((permission) => !owner.permissions.has(permission));
    if (lacking) throw forbidden('permission.denied', { permission: lacking });
    const token = newCredential();
    return this.work.run(async (tx) => {
      const id = uuidv7();
      tx.insert(
        `INSERT INTO api_token (id, name, token_hash, permissions, staff_id, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, name, credentialHash(token), permissions, owner.id, tx.now],
      );
      tx.emit('audit.noted', {
        actorId: owner.id,
        action: 'token.created',
        targetKind: 'token',
        targetId: id,
        detail: { permissions },
      });
      return { id, name, permissions, createdAt: tx.now, token };
    });
  }

  async list(): Promise<ApiToken[]> {
    const rows = await this.database.query<{
      id: string;
      name: string;
      permissions: Permission[];
      created_at: Date;
    }>(
      'SELECT id, name, permissions, created_at FROM api_token WHERE revoked_at IS NULL ORDER BY id DESC LIMIT 500',
    );
    return rows.map(({ id, name, permissions, created_at }) => ({
      id,
      name,
      permissions,
      createdAt: created_at,
    }));
  }

  /** @throws not_found `token.not_found` */
  async revoke(id: string, byId: string): Promise<void> {
    await this.work.run(async (tx) => {
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
}
