import { Body, Controller, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { PasskeySignIn } from '#wasl/identity';
import { invalidField } from '#wasl/kernel';
import { RateLimited, Public, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { ensureChallengeCookie, challengeCookieOf } from './challenge-cookie.js';
import { PasskeyAnswerBody, PasskeyOptions, PasskeySignInBody } from './second-factor.dto.js';
import { SessionAnswer } from './session.dto.js';
import { SessionCookies } from './session-cookies.js';
import { signInFrom } from './sign-in-from.js';

/** Signing in by passkey, alone or after the password. */
@ApiTags('session')
@Controller('api/v1/session/passkey')
export class PasskeySessionController {
  constructor(
    @Inject(PasskeySignIn) private readonly passkeys: PasskeySignIn,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** The options with which the browser asks for a passkey; they are the same for everybody. */
  @Post('options')
  @HttpCode(200)
  @Public('gives a challenge; with a password, attempts are limited as at signing in')
  @RateLimited(60)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: PasskeyOptions })
  async ask(
    @Body() body: PasskeySignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PasskeyOptions> {
    const holder = ensureChallengeCookie(request, response, this.settings);
    const { email, password } = body;
    if (!email && !password) return this.passkeys.request(holder);
    if (!email || !password) throw invalidField(email ? 'password' : 'email', 'required');
    return this.passkeys.requestAfterPassword(email, password, signInFrom(request), holder);
  }

  @Post()
  @HttpCode(200)
  @Public('this is how one signs in; each challenge takes one answer, and attempts are limited')
  @RateLimited(60)
  @ApiOkResponse({ type: SessionAnswer })
  async start(
    @Body() body: PasskeyAnswerBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    const started = await this.passkeys.start(
      body.challenge,
      body.credential,
      signInFrom(request),
      challengeCookieOf(request),
    );
    return this.cookies.begin(started, response);
  }
}
