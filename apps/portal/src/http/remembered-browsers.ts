import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { Keys, portalUrl, SETTINGS, type RuntimeSettings } from '#wasl/platform';
import { parseTicketNumber } from '#wasl/tickets';

const COOKIE = 'wasl_known';
const DAYS = 180;
/** The number of tickets that one browser is remembered for. */
const MAX_TICKETS = 20;
const DEVICE = /^[\w-]{22}$/;

/**
 * Which tickets were opened in this browser in the last half year: a random device id, and for each ticket a signature over
 * both. It grants no access; the device only has its own limit of attempts at the ticket's code.
 */
@Injectable()
export class RememberedBrowsers {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** @returns the device's id when the ticket was opened in this browser before */
  deviceIdFor(request: Request, numberText: string): string | null {
    const number = parseTicketNumber(numberText);
    const { device, marks } = this.read(request);
    if (!number || !device) return null;
    const text = textOf(device, number);
    return marks.some((mark) => this.keys.verifySignature('portal-cookie', text, mark, encodeMac))
      ? device
      : null;
  }

  /** @param number twelve digits */
  remember(request: Request, response: Response, number: string): void {
    const known = this.read(request);
    const device = known.device ?? randomBytes(16).toString('base64url');
    const own = this.mark(device, number);
    const marks = [own, ...known.marks.filter((mark) => mark !== own)].slice(0, MAX_TICKETS);
    response.cookie(COOKIE, [device, ...marks].join('.'), {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: portalUrl(this.settings).startsWith('https:'),
      maxAge: DAYS * 24 * 3_600_000,
    });
  }

  private read(request: Request): { device: string | null; marks: string[] } {
    const [device = '', ...marks] = (parseCookie(request.headers.cookie ?? '')[COOKIE] ?? '').split('.');
    return DEVICE.test(device) ? { device, marks: marks.slice(0, MAX_TICKETS) } : { device: null, marks: [] };
  }

  private mark(device: string, number: string): string {
    return encodeMac(this.keys.sign('portal-cookie', textOf(device, number)));
  }
}

const textOf = (device: string, number: string) => `known ${device} ${number}`;
const encodeMac = (mac: Buffer) => mac.toString('base64url').slice(0, 22);
