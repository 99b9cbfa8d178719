import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { CLOCK, type Clock } from '#wasl/kernel';
import { Keys, portalUrl, SETTINGS, type RuntimeSettings } from '#wasl/platform';
import { TrackingCodes } from '#wasl/tickets';

const COOKIE = 'wasl_track';
const MINUTES = 60;
/** The number of tickets that one browser may have open at the same time. */
const MAX_OPEN_TICKETS = 5;

interface Opened {
  number: string;
  /** seconds since 1970 */
  until: number;
  /** derived from the tracking code: replacing the code closes what was opened with the old one */
  mark: string;
}

/**
 * The tickets whose code this browser has shown in the last hour: a signed list of numbers, so that neither the code nor
 * personal data is in a URL or in the browser.
 */
@Injectable()
export class TrackCookie {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(TrackingCodes) private readonly codes: TrackingCodes,
  ) {}

  /** @param number twelve digits */
  async allows(request: Request, number: string): Promise<boolean> {
    const opened = this.read(request).find((one) => one.number === number);
    if (!opened) return false;
    const shown = await this.shownCode(number);
    return this.keys.verifySignature('portal-cookie', shown, opened.mark, marked);
  }

  async open(request: Request, response: Response, number: string): Promise<void> {
    const others = this.read(request).filter((opened) => opened.number !== number);
    const until = Math.floor(this.clock.now().getTime() / 1000) + MINUTES * 60;
    const mark = marked(this.keys.sign('portal-cookie', await this.shownCode(number)));
    this.write(response, [{ number, until, mark }, ...others].slice(0, MAX_OPEN_TICKETS));
  }

  close(request: Request, response: Response, number: string): void {
    this.write(
      response,
      this.read(request).filter((opened) => opened.number !== number),
    );
  }

  private read(request: Request): Opened[] {
    const [list = '', mac = ''] = (parseCookie(request.headers.cookie ?? '')[COOKIE] ?? '').split('.');
    if (list === '' || !this.keys.verifySignature('portal-cookie', list, mac, encodeMac)) return [];
    const now = this.clock.now().getTime() / 1000;
    return list
      .split('_')
      .map((entry) => entry.split('-'))
      .map(([number, until, mark]) => ({ number: number!, until: Number(until), mark: mark ?? '' }))
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
    const list = opened.map(({ number, until, mark }) => `${number}-${until}-${mark}`).join('_');
    response.cookie(COOKIE, `${list}.${this.mac(list)}`, { ...attributes, maxAge: MINUTES * 60_000 });
  }

  private async shownCode(number: string): Promise<string> {
    return `code:${number}:${await this.codes.of(number)}`;
  }

  private mac(list: string): string {
    return encodeMac(this.keys.sign('portal-cookie', list));
  }
}

const encodeMac = (mac: Buffer) => mac.toString('base64url');
const marked = (mac: Buffer) => mac.toString('hex').slice(0, 12);
