import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { conflict, invalidField } from '#wasl/kernel';
import type { Tx } from '../database/tx.js';
import { sourceOf } from './source.js';

/** An idempotency key, bound to its caller, endpoint and body. */
export interface IdempotencyClaim {
  scope: string;
  key: string;
  bodyHash: Buffer;
}

/** From this length on (22 base64 characters hold a UUID) a key counts as unguessable. */
const UNGUESSABLE_LENGTH = 22;

interface Call {
  method: string;
  path: string;
  body: unknown;
  /** undefined for anonymous calls */
  principalId?: string;
  /** where an anonymous call comes from */
  source: string;
}

/**
 * Binds a key to its caller and endpoint, so that the keys of two callers never collide. Anonymous callers are
 * identified by their source (network and browser). A short key is scoped to its source. A long key is global, but only
 * its own source gets the stored response; everybody else gets `idempotency.mismatch`. So a client that changed its
 * network does not file twice, and no stranger sees a receipt.
 */
export function idempotencyClaimOf(key: string, call: Call): IdempotencyClaim {
  const { method, path, body, principalId, source } = call;
  const hash = createHash('sha256').update(canonical(body));
  if (principalId) return { scope: `${principalId} ${method} ${path}`, key, bodyHash: hash.digest() };
  const sender = createHash('sha256').update(source).digest('base64url');
  return {
    scope:
      key.length < UNGUESSABLE_LENGTH ? `public ${sender} ${method} ${path}` : `public ${method} ${path}`,
    key,
    bodyHash: hash.update(`\n${sender}`).digest(),
  };
}

/** The claim of a request with `Idempotency-Key`, or undefined without one. */
export const Idempotency = createParamDecorator(
  (_: unknown, context: ExecutionContext): IdempotencyClaim | undefined => {
    const request = context.switchToHttp().getRequest<Request & { principal?: { id: string } }>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return undefined;
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
      throw invalidField('Idempotency-Key', 'format');
    return idempotencyClaimOf(key, {
      method: request.method,
      path: request.path,
      body: request.body,
      principalId: request.principal?.id,
      source: `${sourceOf(request.ip)} ${request.get('user-agent') ?? ''}`,
    });
  },
);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/**
 * Runs `create` once per claim, inside `tx`: a repeated call with the same body returns the stored response, with
 * another body it is a conflict. A concurrent call waits for the first one's row lock and then returns its response.
 * @throws conflict `idempotency.mismatch`
 */
export async function runOnce<T extends object>(
  tx: Tx,
  claim: IdempotencyClaim | undefined,
  create: () => Promise<T>,
): Promise<T> {
  if (!claim) return create();
  const [claimed] = await tx.query(
    `INSERT INTO idempotency_key (scope, key, body_hash, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING key`,
    [claim.scope, claim.key, claim.bodyHash, tx.now],
  );
  if (!claimed) {
    const [held] = await tx.query<{ body_hash: Buffer; answer: T | null }>(
      `SELECT body_hash, answer FROM idempotency_key WHERE scope = $1 AND key = $2`,
      [claim.scope, claim.key],
    );
    if (!held?.answer) throw conflict('idempotency.in_progress');
    if (!held.body_hash.equals(claim.bodyHash)) throw conflict('idempotency.mismatch');
    return held.answer;
  }
  const answer = await create();
  tx.send(`UPDATE idempotency_key SET answer = $3, status = 200 WHERE scope = $1 AND key = $2`, [
    claim.scope,
    claim.key,
    JSON.stringify(answer),
  ]);
  return answer;
}
