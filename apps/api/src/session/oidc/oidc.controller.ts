import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { OidcLogout, OidcProvider, OidcSignIn, returnPath } from '#wasl/identity';
import { invalidField } from '#wasl/kernel';
import {
  apiUrl,
  CurrentPrincipal,
  type Principal,
  Public,
  RateLimited,
  type RuntimeSettings,
  SETTINGS,
  SignedInOrEnrolling,
} from '#wasl/platform';
import { Presence } from '#wasl/routing';
import { LiveServer } from '../../live/live-server.js';
import { logoutTokenOf } from './logout-token-body.js';
import { SignInMethods } from './oidc.dto.js';
import { ensureOidcCookie } from './oidc-cookie.js';
import { sendRefusalPage } from './refusal-page.js';

/** Whole offices come from one address at the start of a shift. */
const PER_MINUTE = 300;
const NO_STORE = 'no-store';

/** Beginning to sign in through an identity provider (OpenID Connect), and ending. */
@ApiTags('session')
@Controller('api/v1/session')
export class OidcController {
  constructor(
    @Inject(OidcSignIn) private readonly signIn: OidcSignIn,
    @Inject(OidcProvider) private readonly provider: OidcProvider,
    @Inject(OidcLogout) private readonly logout: OidcLogout,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** What the sign-in page offers. */
  @Get('methods')
  @Public('the sign-in page needs it; it holds settings that every visitor sees there')
  @ApiOkResponse({ type: SignInMethods })
  methods(): SignInMethods {
    const { PASSWORD_SIGN_IN, OIDC_LABEL } = this.settings;
    return { password: PASSWORD_SIGN_IN, oidc: this.provider.isConfigured, label: OIDC_LABEL ?? null };
  }

  /** Leads the browser to the identity provider, which sends it back to `…/callback`. */
  @Get('oidc')
  @Public('leads to the provider; what comes back is bound to this browser')
  @RateLimited(PER_MINUTE)
  @ApiQuery({ name: 'returnTo', required: false, description: 'a path of the console, opened after sign-in' })
  @ApiResponse({ status: 303, description: 'to the sign-in page of the provider' })
  begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.leave(request, response, null);
  }

  /** The same to confirm who is there, before sensitive actions: the provider asks for the sign-in once more. */
  @Get('oidc/confirm')
  @SignedInOrEnrolling()
  @RateLimited(PER_MINUTE)
  @ApiQuery({ name: 'returnTo', required: false, description: 'a path of the console, opened after it' })
  @ApiResponse({ status: 303, description: 'to the sign-in page of the provider' })
  confirm(
    @Req() request: Request,
    @Res() response: Response,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    return this.leave(request, response, caller);
  }

  /** Leads to the page of the provider where its own session ends; without one, to the console. */
  @Get('oidc/logout')
  @Public('ends nothing here; the provider asks before it ends its session')
  @RateLimited(PER_MINUTE)
  @ApiResponse({ status: 303, description: 'to the provider, or to the console' })
  async endAtProvider(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.setHeader('Cache-Control', NO_STORE);
    try {
      response.redirect(303, (await this.provider.endSessionUrl()) ?? `${apiUrl(this.settings)}/`);
    } catch (error) {
      if (!sendRefusalPage(request, response, error, '/')) throw error;
    }
  }

  /** OpenID Connect Back-Channel Logout 1.0: the provider ends sessions and their sockets. */
  @Post('oidc/backchannel-logout')
  @HttpCode(200)
  @Public('a logout token signed by the provider is required; each is taken once')
  @RateLimited(1_200)
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiResponse({ status: 200, description: 'the sessions have ended' })
  async backchannel(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { sessions, signedOut } = await this.logout.end(logoutTokenOf(request.body));
    for (const id of sessions) this.live.disconnectSession(id);
    for (const staffId of signedOut) await this.presence.signedOut(staffId);
    response.setHeader('Cache-Control', NO_STORE);
    response.end();
  }

  private async leave(request: Request, response: Response, confirming: Principal | null): Promise<void> {
    response.setHeader('Cache-Control', NO_STORE);
    const returnTo = returnPathOf(request.query.returnTo);
    try {
      const holder = ensureOidcCookie(request, response, this.settings);
      response.redirect(303, await this.signIn.begin(holder, returnTo, confirming));
    } catch (error) {
      if (!sendRefusalPage(request, response, error, returnTo)) throw error;
    }
  }
}

/** @throws invalid at `returnTo` when it leads out of the console */
function returnPathOf(given: unknown): string {
  if (given === undefined || given === '') return '/';
  const path = typeof given === 'string' ? returnPath(given) : null;
  if (path === null) throw invalidField('returnTo', 'own_path');
  return path;
}
