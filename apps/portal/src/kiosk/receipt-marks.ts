import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, minutes } from '#wasl/kernel';
import { Keys } from '#wasl/platform';

const LIFE_MS = minutes(10);

/**
 * Lets a visitor see their number a little longer: a mark in the page itself, good for ten minutes, so that the machine
 * keeps neither a cookie nor an address by which the next one could open the ticket.
 */
@Injectable()
export class ReceiptMarks {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param number twelve digits */
  issue(number: string): string {
    const content = `${number}.${this.clock.now().getTime() + LIFE_MS}`;
    return `${content}.${this.mac(content)}`;
  }

  /** @returns twelve digits; null when the mark is not ours, or too old */
  read(mark: string): string | null {
    const [number = '', until = '', mac = ''] = mark.slice(0, 200).split('.');
    if (!this.keys.isSigned('kiosk-receipt', `${number}.${until}`, mac, written)) return null;
    return Number(until) > this.clock.now().getTime() ? number : null;
  }

  private mac(content: string): string {
    return written(this.keys.sign('kiosk-receipt', content));
  }
}

const written = (mac: Buffer) => mac.toString('base64url');
