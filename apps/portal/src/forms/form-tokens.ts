import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, hours } from '#wasl/kernel';
import { type IdempotencyClaim, Keys } from '#wasl/platform';

const LIFE_MS = hours(24);

/**
 * A signed token made when a form is first shown and carried through its steps. It tells how long the visitor took, and
 * it is the idempotency key, so that a form submitted twice makes one ticket.
 */
@Injectable()
export class FormTokens {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  issue(): string {
    const content = `${randomBytes(12).toString('base64url')}.${this.clock.now().getTime()}`;
    return `${content}.${this.mac(content)}`;
  }

  /** @returns null when the token is invalid or older than a day */
  read(token: string): { nonce: string; ageMs: number } | null {
    const [nonce = '', at = '', mac = ''] = token.slice(0, 200).split('.');
    if (!this.keys.verifySignature('csrf', `${nonce}.${at}`, mac, encodeMac)) return null;
    const ageMs = this.clock.now().getTime() - Number(at);
    return ageMs >= 0 && ageMs < LIFE_MS ? { nonce, ageMs } : null;
  }

  private mac(content: string): string {
    return encodeMac(this.keys.sign('csrf', content));
  }
}

const encodeMac = (mac: Buffer) => mac.toString('base64url');

/** The idempotency claim of a form; the same token with other answers is refused. */
export function idempotencyClaimOf(scope: string, nonce: string, answers: object): IdempotencyClaim {
  return { scope, key: nonce, bodyHash: createHash('sha256').update(JSON.stringify(answers)).digest() };
}
