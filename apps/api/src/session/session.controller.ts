import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { SignIn } from '#wasl/identity';
import { CurrentPrincipal, RateLimited, type Principal, Public, SignedInOrEnrolling } from '#wasl/platform';
import { Presence } from '#wasl/routing';
import { LiveServer } from '../live/live-server.js';
import { SessionAnswer, SignInBody } from './session.dto.js';
import { SessionCookies } from './session-cookies.js';
import { signInFrom } from './sign-in-from.js';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(LiveServer) private readonly live: LiveServer,
  ) {}

  @Post()
  @HttpCode(200)
  @Public('this is how one signs in; attempts are limited by device, network, account and source')
  @RateLimited(120)
  @ApiOkResponse({ type: SessionAnswer })
  async start(
    @Body() body: SignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    const { email, password, otp } = body;
    const started = await this.signIn.start(email, password, signInFrom(request), otp ?? undefined);
    return this.cookies.begin(started, response);
  }

  @Get()
  @SignedInOrEnrolling()
  @ApiOkResponse({ type: SessionAnswer })
  current(@CurrentPrincipal() caller: Principal): SessionAnswer {
    return SessionAnswer.of(caller);
  }

  @Delete()
  @HttpCode(204)
  @SignedInOrEnrolling()
  async end(
    @CurrentPrincipal() caller: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { lastOne } = await this.signIn.end(caller.sessionId);
    this.live.disconnectSession(caller.sessionId);
    if (lastOne) await this.presence.signedOut(caller.id);
    this.cookies.end(response);
  }
}
