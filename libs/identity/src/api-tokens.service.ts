import { Inject, Injectable } from '@nestjs/common';
import type { Permission } from '#wasl/contracts';
import { forbidden, notFound, uuidv7 } from '#wasl/kernel';
import { Database, type Principal } from '#wasl/platform';
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
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The secret is in the answer, and never again. @throws forbidden when the owner lacks one of the permissions */
  async create(
    owner: Principal,
    name: string,
    permissions: Permission[],
  ): Promise<ApiToken & { token: string }> {
    const lacking = permissions.find((permission) => !owner.permissions.has(permission));
    if (lacking) throw forbidden('permission.denied', { permission: lacking });
    const token = newCredential();
    const [row] = await this.database.query<{ id: string; created_at: Date }>(
      `INSERT INTO api_token (id, name, token_hash, permissions, staff_id) VALUES ($1, $2, $3, $4, $5)
       RETURNING id, created_at`,
      [uuidv7(), name, credentialHash(token), permissions, owner.id],
    );
    return { id: row!.id, name, permissions, createdAt: row!.created_at, token };
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

  async revoke(id: string): Promise<void> {
    const [row] = await this.database.query(
      'UPDATE api_token SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING id',
      [id],
    );
    if (!row) throw notFound('token.not_found');
  }
}
