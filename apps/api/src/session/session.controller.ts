import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { SignIn } from '#wasl/identity';
import {
  Authenticator,
  Caller,
  Limited,
  type Principal,
  Public,
  SETTINGS,
  type RunningSettings,
  SignedIn,
} from '#wasl/platform';
import { Presence } from '#wasl/routing';
import { LiveServer } from '../live/live-server.js';
import { SessionAnswer, SignInBody } from './session.dto.js';
import { clearSessionCookie, setDeviceCookie, setSessionCookie, signInFrom } from './sign-in-from.js';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(SETTINGS) private readonly settings: RunningSettings,
  ) {}

  @Post()
  @HttpCode(200)
  @Public('this is how one signs in; attempts are limited by device, network, account and source')
  @Limited(120)
  @ApiOkResponse({ type: SessionAnswer })
  async start(
    @Body() body: SignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    const { email, password, otp } = body;
    const started = await this.signIn.start(email, password, signInFrom(request), otp ?? undefined);
    const { token, staffId, device, replaced } = started;
    if (replaced) {
      this.live.endSession(replaced.sessionId);
      if (replaced.lastOne && replaced.staffId !== staffId) await this.presence.signedOut(replaced.staffId);
    }
    await this.presence.signedIn(staffId);
    setSessionCookie(response, this.settings, token);
    setDeviceCookie(response, this.settings, device);
    response.setHeader('Cache-Control', 'no-store');
    const principal = await this.authenticator.bySession(token);
    return SessionAnswer.of(principal!);
  }

  @Get()
  @SignedIn()
  @ApiOkResponse({ type: SessionAnswer })
  current(@Caller() caller: Principal): SessionAnswer {
    return SessionAnswer.of(caller);
  }

  @Delete()
  @HttpCode(204)
  @SignedIn()
  async end(@Caller() caller: Principal, @Res({ passthrough: true }) response: Response): Promise<void> {
    const { lastOne } = await this.signIn.end(caller.sessionId);
    this.live.endSession(caller.sessionId);
    if (lastOne) await this.presence.signedOut(caller.id);
    clearSessionCookie(response, this.settings);
  }
}
