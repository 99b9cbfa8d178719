import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, hours } from '#wasl/kernel';
import { Keys } from '#wasl/platform';

const LIFE_MS = hours(12);

/** Admits a page to one conversation: a signed ticket number with an expiry. */
@Injectable()
export class VisitorTokens {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param number twelve digits */
  issue(number: string): string {
    const content = `${number}.${this.clock.now().getTime() + LIFE_MS}`;
    return `${content}.${this.mac(content)}`;
  }

  /** @returns twelve digits; null when the token is invalid or expired */
  read(token: unknown): string | null {
    if (typeof token !== 'string' || token.length > 200) return null;
    const [number = '', until = '', mac = ''] = token.split('.');
    if (!this.keys.verifySignature('chat-visitor', `${number}.${until}`, mac, encodeMac)) return null;
    return Number(until) > this.clock.now().getTime() ? number : null;
  }

  private mac(content: string): string {
    return encodeMac(this.keys.sign('chat-visitor', content));
  }
}

const encodeMac = (mac: Buffer) => mac.toString('base64url');
