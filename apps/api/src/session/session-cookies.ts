import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { StartedSession } from '#wasl/identity';
import { Authenticator, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { Presence } from '#wasl/routing';
import { LiveServer } from '../live/live-server.js';
import { SessionAnswer } from './session.dto.js';
import { clearSessionCookie, setDeviceCookie, setSessionCookie } from './sign-in-from.js';

/** Sets and clears the session cookie, the same for every sign-in method. */
@Injectable()
export class SessionCookies {
  constructor(
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  async begin(started: StartedSession, response: Response): Promise<SessionAnswer> {
    const { token, staffId, device, replaced } = started;
    if (replaced) {
      this.live.disconnectSession(replaced.sessionId);
      if (replaced.lastOne && replaced.staffId !== staffId) await this.presence.signedOut(replaced.staffId);
    }
    const principal = (await this.authenticator.bySession(token))!;
    // A person who must enrol a second factor first does not become present yet.
    if (!principal.mustEnrol) await this.presence.signedIn(staffId);
    setSessionCookie(response, this.settings, token);
    setDeviceCookie(response, this.settings, device);
    response.setHeader('Cache-Control', 'no-store');
    return SessionAnswer.of(principal);
  }

  end(response: Response): void {
    clearSessionCookie(response, this.settings);
  }
}
