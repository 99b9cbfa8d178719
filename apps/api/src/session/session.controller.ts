import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { SESSION_HOURS, SignIn } from '#wasl/identity';
import {
  apiUrl,
  Authenticator,
  Caller,
  Limited,
  type Principal,
  Public,
  SESSION_COOKIE,
  SETTINGS,
  type RunningSettings,
  SignedIn,
} from '#wasl/platform';
import { Presence } from '#wasl/routing';
import { LiveServer } from '../live/live-server.js';
import { SessionAnswer, SignInBody } from './session.dto.js';

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
  @Public('this is how one signs in; attempts are limited by address and by account')
  @Limited(120)
  @ApiOkResponse({ type: SessionAnswer })
  async start(
    @Body() body: SignInBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    const { token, staffId } = await this.signIn.start(body.email, body.password, body.otp ?? undefined);
    await this.presence.signedIn(staffId);
    response.cookie(SESSION_COOKIE, token, this.cookie(SESSION_HOURS * 3_600_000));
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
    response.clearCookie(SESSION_COOKIE, this.cookie());
  }

  private cookie(maxAge?: number) {
    return {
      httpOnly: true,
      sameSite: 'lax' as const,
      secure: apiUrl(this.settings).startsWith('https:'),
      path: '/',
      ...(maxAge && { maxAge }),
    };
  }
}
