import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import { newCredential, portalUrl, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import {
  REQUESTER_SESSION_HOURS,
  RequesterSessions,
  SIGN_IN_CODE_MINUTES,
  type SignedInRequester,
} from '#wasl/selfservice';

type Name = 'wasl_me' | 'wasl_me_holder';

const SECRET = /^[\w-]{43}$/;
const HOUR_MS = 3_600_000;

/**
 * The cookies of a requester who signs in: the session, and before it a secret that binds a one-time code and the way to
 * the provider to the browser that began.
 */
@Injectable()
export class MeCookies {
  private readonly isSecure: boolean;

  constructor(
    @Inject(RequesterSessions) private readonly sessions: RequesterSessions,
    @Inject(SETTINGS) settings: RuntimeSettings,
  ) {
    this.isSecure = portalUrl(settings).startsWith('https:');
  }

  /** @returns null when nobody is signed in in this browser */
  async signedIn(request: Request): Promise<SignedInRequester | null> {
    const secret = this.read(request, 'wasl_me');
    return secret === '' ? null : this.sessions.find(secret);
  }

  /** A session of this browser before it ends. */
  async begin(request: Request, response: Response, secret: string): Promise<void> {
    await this.sessions.end(this.read(request, 'wasl_me'));
    response.clearCookie(this.nameOf('wasl_me_holder'), this.attributes());
    response.cookie(this.nameOf('wasl_me'), secret, {
      ...this.attributes(),
      maxAge: REQUESTER_SESSION_HOURS * HOUR_MS,
    });
  }

  async end(request: Request, response: Response): Promise<void> {
    await this.sessions.end(this.read(request, 'wasl_me'));
    response.clearCookie(this.nameOf('wasl_me'), this.attributes());
  }

  /** @returns an empty string, to which nothing is bound, when there is no cookie */
  holderOf(request: Request): string {
    return this.read(request, 'wasl_me_holder');
  }

  /** Several tabs share it. */
  ensureHolder(request: Request, response: Response): string {
    const secret = this.holderOf(request) || newCredential();
    response.cookie(this.nameOf('wasl_me_holder'), secret, {
      ...this.attributes(),
      maxAge: SIGN_IN_CODE_MINUTES * 60_000,
    });
    return secret;
  }

  private read(request: Request, name: Name): string {
    const given = parseCookie(request.headers.cookie ?? '')[this.nameOf(name)] ?? '';
    return SECRET.test(given) ? given : '';
  }

  /** The prefix keeps a sibling host from planting a cookie of its own. */
  private nameOf(name: Name): string {
    return this.isSecure ? `__Host-${name}` : name;
  }

  /** Lax, because the provider sends the browser back from its own site. */
  private attributes(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', secure: this.isSecure, path: '/' };
  }
}
