import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { conflict, invalidField } from '#wasl/kernel';
import type { Tx } from '../database/tx.js';
import { sourceOf } from './source.js';

/** A caller's key for one creation, with what it was used for. */
export interface IdempotencyClaim {
  scope: string;
  key: string;
  bodyHash: Buffer;
}

/** As random as a UUID: nobody meets such a key by guessing. */
const UNGUESSABLE = 22;

interface Call {
  method: string;
  path: string;
  body: unknown;
  /** undefined when nobody is signed in */
  principalId?: string;
  /** where an anonymous call comes from */
  source: string;
}

/**
 * Binds a key to its caller and endpoint, so that two callers' keys never meet. Without a sign-in the caller is known by
 * their source alone. A short key counts within its source: elsewhere it is another key. A long one counts everywhere, and
 * only its source is given the stored answer; anybody else who sends it gets `idempotency.mismatch`, so that a client that
 * changed its network does not file twice, and no stranger is shown a receipt.
 */
export function callerClaim(key: string, call: Call): IdempotencyClaim {
  const { method, path, body, principalId, source } = call;
  const hash = createHash('sha256').update(canonical(body));
  if (principalId) return { scope: `${principalId} ${method} ${path}`, key, bodyHash: hash.digest() };
  const sender = createHash('sha256').update(source).digest('base64url');
  return {
    scope: key.length < UNGUESSABLE ? `public ${sender} ${method} ${path}` : `public ${method} ${path}`,
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
    return callerClaim(key, {
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
 * Does `work` once per claim, inside `tx`: a repetition with the same body gives the stored answer, with another body
 * a conflict. Two at once: the second waits on the first's row until it commits, then gives its answer.
 * @throws conflict `idempotency.mismatch`
 */
export async function once<T extends object>(
  tx: Tx,
  claim: IdempotencyClaim | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!claim) return work();
  const [won] = await tx.query(
    `INSERT INTO idempotency_key (scope, key, body_hash, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING key`,
    [claim.scope, claim.key, claim.bodyHash, tx.now],
  );
  if (!won) {
    const [held] = await tx.query<{ body_hash: Buffer; answer: T | null }>(
      `SELECT body_hash, answer FROM idempotency_key WHERE scope = $1 AND key = $2`,
      [claim.scope, claim.key],
    );
    if (!held?.answer) throw conflict('idempotency.in_progress');
    if (!held.body_hash.equals(claim.bodyHash)) throw conflict('idempotency.mismatch');
    return held.answer;
  }
  const answer = await work();
  tx.send(`UPDATE idempotency_key SET answer = $3, status = 200 WHERE scope = $1 AND key = $2`, [
    claim.scope,
    claim.key,
    JSON.stringify(answer),
  ]);
  return answer;
}
