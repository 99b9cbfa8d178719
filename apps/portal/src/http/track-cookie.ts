import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { CLOCK, type Clock } from '#wasl/kernel';
import { Keys, portalUrl, SETTINGS, type RunningSettings } from '#wasl/platform';

const COOKIE = 'wasl_track';
const MINUTES = 60;
/** Tickets that one browser may have open side by side. */
const AT_ONCE = 5;

interface Opened {
  number: string;
  /** seconds since 1970 */
  until: number;
}

/**
 * Which tickets this browser has shown the code of, for an hour: a signed list of numbers, so that neither the code nor
 * anything personal is in an address or in the browser.
 */
@Injectable()
export class TrackCookie {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: RunningSettings,
  ) {}

  /** @param number twelve digits */
  allows(request: Request, number: string): boolean {
    return this.read(request).some((opened) => opened.number === number);
  }

  open(request: Request, response: Response, number: string): void {
    const others = this.read(request).filter((opened) => opened.number !== number);
    const until = Math.floor(this.clock.now().getTime() / 1000) + MINUTES * 60;
    this.write(response, [{ number, until }, ...others].slice(0, AT_ONCE));
  }

  close(request: Request, response: Response, number: string): void {
    this.write(
      response,
      this.read(request).filter((opened) => opened.number !== number),
    );
  }

  private read(request: Request): Opened[] {
    const [list = '', mac = ''] = (parseCookie(request.headers.cookie ?? '')[COOKIE] ?? '').split('.');
    if (list === '' || !this.keys.isSigned('portal-cookie', list, mac, written)) return [];
    const now = this.clock.now().getTime() / 1000;
    return list
      .split('_')
      .map((entry) => entry.split('-'))
      .map(([number, until]) => ({ number: number!, until: Number(until) }))
      .filter((opened) => opened.until > now);
  }

  private write(response: Response, opened: Opened[]): void {
    const attributes = {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: portalUrl(this.settings).startsWith('https:'),
    } as const;
    if (opened.length === 0) {
      response.clearCookie(COOKIE, attributes);
      return;
    }
    const list = opened.map(({ number, until }) => `${number}-${until}`).join('_');
    response.cookie(COOKIE, `${list}.${this.mac(list)}`, { ...attributes, maxAge: MINUTES * 60_000 });
  }

  private mac(list: string): string {
    return written(this.keys.sign('portal-cookie', list));
  }
}

const written = (mac: Buffer) => mac.toString('base64url');
