import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, minutes } from '#wasl/kernel';
import { Keys } from '#wasl/platform';

const LIFE_MS = minutes(10);

/**
 * A signed token in the page itself, valid for ten minutes, with which a visitor can see their number again. So the kiosk
 * stores neither a cookie nor a URL by which the next visitor could open the ticket.
 */
@Injectable()
export class ReceiptTokens {
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
  read(mark: string): string | null {
    const [number = '', until = '', mac = ''] = mark.slice(0, 200).split('.');
    if (!this.keys.verifySignature('kiosk-receipt', `${number}.${until}`, mac, encodeMac)) return null;
    return Number(until) > this.clock.now().getTime() ? number : null;
  }

  private mac(content: string): string {
    return encodeMac(this.keys.sign('kiosk-receipt', content));
  }
}

const encodeMac = (mac: Buffer) => mac.toString('base64url');
