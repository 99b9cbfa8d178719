import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { OidcSecondStep, OidcSignIn } from '#wasl/identity';
import {
  Authenticator,
  type Principal,
  Public,
  RateLimited,
  type RuntimeSettings,
  SESSION_COOKIE,
  SETTINGS,
} from '#wasl/platform';
import { AgentProfiles } from '#wasl/routing';
import { LiveServer } from '../../live/live-server.js';
import { NEW_USER } from '../../users/users.dto.js';
import { PasskeyOptions } from '../second-factor.dto.js';
import { SessionAnswer } from '../session.dto.js';
import { SessionCookies } from '../session-cookies.js';
import { signInFrom } from '../sign-in-from.js';
import { OidcCodeBody, OidcPasskeyBody } from './oidc.dto.js';
import { clearOidcCookie, oidcCookieOf } from './oidc-cookie.js';
import { sendRefusalPage } from './refusal-page.js';

/** Where the identity provider sends the browser back, and the account's own second factor after it. */
@ApiTags('session')
@Controller('api/v1/session/oidc')
export class OidcCallbackController {
  constructor(
    @Inject(OidcSignIn) private readonly signIn: OidcSignIn,
    @Inject(OidcSecondStep) private readonly secondStep: OidcSecondStep,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(AgentProfiles) private readonly profiles: AgentProfiles,
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** Parameters and their errors are those of the provider, so this is no endpoint for programs. */
  @Get('callback')
  @Public('each state is taken once, from the browser that it was given to; attempts are limited by source')
  @RateLimited(300)
  @ApiExcludeEndpoint()
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    let path = '/';
    try {
      const { state } = request.query;
      const finished = await this.signIn.finish(
        {
          query: new URL(request.originalUrl, 'http://unused').search.slice(1),
          state: typeof state === 'string' ? state : '',
          holder: oidcCookieOf(request, this.settings),
        },
        signInFrom(request),
        await this.callerOf(request),
        NEW_USER,
        (known) => (path = known),
      );
      for (const id of finished.endedSessions) this.live.disconnectSession(id);
      if (finished.hasNewStaff || finished.endedSessions.length > 0) this.profiles.invalidate();
      if (finished.started) await this.cookies.begin(finished.started, response);
      clearOidcCookie(response, this.settings);
      response.redirect(303, path);
    } catch (error) {
      if (!sendRefusalPage(request, response, error, path)) throw error;
    }
  }

  /** Options for a passkey as second step. */
  @Post('second-factor/options')
  @HttpCode(200)
  @Public('for the browser that has just signed in at the provider')
  @RateLimited(60)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: PasskeyOptions })
  ask(@Req() request: Request): Promise<PasskeyOptions> {
    return this.secondStep.requestPasskey(oidcCookieOf(request, this.settings));
  }

  @Post('second-factor/passkey')
  @HttpCode(200)
  @Public('for the browser that has just signed in at the provider; attempts are limited')
  @RateLimited(60)
  @ApiOkResponse({ type: SessionAnswer })
  async byPasskey(
    @Body() body: OidcPasskeyBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    const holder = oidcCookieOf(request, this.settings);
    const from = signInFrom(request);
    const started = await this.secondStep.byPasskey(holder, body.challenge, body.credential, from);
    clearOidcCookie(response, this.settings);
    return this.cookies.begin(started, response);
  }

  @Post('second-factor')
  @HttpCode(200)
  @Public('for the browser that has just signed in at the provider; attempts are limited')
  @RateLimited(60)
  @ApiOkResponse({ type: SessionAnswer })
  async byCode(
    @Body() body: OidcCodeBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    const holder = oidcCookieOf(request, this.settings);
    const started = await this.secondStep.byCode(holder, body.otp, signInFrom(request));
    clearOidcCookie(response, this.settings);
    return this.cookies.begin(started, response);
  }

  private callerOf(request: Request): Promise<Principal | null> {
    const session = parseCookie(request.headers.cookie ?? '')[SESSION_COOKIE];
    return session ? this.authenticator.bySession(session) : Promise.resolve(null);
  }
}
