import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, hours } from '#wasl/kernel';
import { Keys } from '#wasl/platform';

const LIFE_MS = hours(1);

/** Signed file URLs on a ticket's page: for this ticket, valid for an hour, and useless without the ticket's cookie. */
@Injectable()
export class FileLinks {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param number twelve digits */
  issue(number: string, fileId: string): string {
    const until = this.clock.now().getTime() + LIFE_MS;
    return `${fileId}.${until}.${this.mac(number, fileId, String(until))}`;
  }

  /** @returns the file's id; null when the URL is invalid, for another ticket, or expired */
  read(number: string, link: string): string | null {
    const [fileId = '', until = '', mac = ''] = link.slice(0, 200).split('.');
    if (!this.keys.verifySignature('portal-file', `${number}.${fileId}.${until}`, mac, encodeMac))
      return null;
    return Number(until) > this.clock.now().getTime() ? fileId : null;
  }

  private mac(number: string, fileId: string, until: string): string {
    return encodeMac(this.keys.sign('portal-file', `${number}.${fileId}.${until}`));
  }
}

const encodeMac = (mac: Buffer) => mac.toString('base64url');
