import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, hours } from '#wasl/kernel';
import { type IdempotencyClaim, Keys } from '#wasl/platform';

const LIFE_MS = hours(24);

/**
 * A form's own mark: signed, made when the form is first shown, carried through its steps. It tells how long a person
 * took, and makes a form that is sent twice one ticket.
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

  /** @returns null when the mark is not ours, or is older than a day */
  read(token: string): { nonce: string; ageMs: number } | null {
    const [nonce = '', at = '', mac = ''] = token.slice(0, 200).split('.');
    if (!this.keys.isSigned('csrf', `${nonce}.${at}`, mac, written)) return null;
    const ageMs = this.clock.now().getTime() - Number(at);
    return ageMs >= 0 && ageMs < LIFE_MS ? { nonce, ageMs } : null;
  }

  private mac(content: string): string {
    return written(this.keys.sign('csrf', content));
  }
}

const written = (mac: Buffer) => mac.toString('base64url');

/** The right to do a thing once for a form; the same form with other answers is noticed. */
export function claimOf(scope: string, nonce: string, answers: object): IdempotencyClaim {
  return { scope, key: nonce, bodyHash: createHash('sha256').update(JSON.stringify(answers)).digest() };
}
