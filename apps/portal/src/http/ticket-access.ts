import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { RequesterMatters } from '#wasl/selfservice';
import { MeCookies } from './me-cookies.js';
import { TrackCookie } from './track-cookie.js';

/** How a browser may see a ticket: its code was shown here, or its requester is signed in. */
export type TicketAccessBy = 'code' | 'sign_in';

@Injectable()
export class TicketAccess {
  constructor(
    @Inject(TrackCookie) private readonly cookie: TrackCookie,
    @Inject(MeCookies) private readonly me: MeCookies,
    @Inject(RequesterMatters) private readonly matters: RequesterMatters,
  ) {}

  /** @param number twelve digits. @returns null when this browser may not see it */
  async of(request: Request, number: string): Promise<TicketAccessBy | null> {
    const requester = await this.me.signedIn(request);
    if (requester && (await this.matters.owns(requester, number))) return 'sign_in';
    return (await this.cookie.allows(request, number)) ? 'code' : null;
  }
}
