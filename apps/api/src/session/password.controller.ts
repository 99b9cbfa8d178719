import { Body, Controller, Header, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { OwnPassword, StaffLinks } from '#wasl/identity';
import {
  Caller,
  Limited,
  type Principal,
  Public,
  SETTINGS,
  type RunningSettings,
  SignedIn,
  sourceOf,
} from '#wasl/platform';
import { LiveServer } from '../live/live-server.js';
import {
  ChangePasswordBody,
  ForgottenPasswordBody,
  PasswordLinkAnswer,
  PasswordLinkBody,
  SetPasswordBody,
} from './password.dto.js';
import { setDeviceCookie, setSessionCookie, signInFrom } from './sign-in-from.js';

/** Passwords: forgotten, set by a link, and changed. */
@ApiTags('session')
@Controller('api/v1')
export class PasswordController {
  constructor(
    @Inject(StaffLinks) private readonly links: StaffLinks,
    @Inject(OwnPassword) private readonly passwords: OwnPassword,
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(SETTINGS) private readonly settings: RunningSettings,
  ) {}

  /** Always 202: whether the account exists is told only to its own mailbox. */
  @Post('session/password-reset')
  @HttpCode(202)
  @Public('answers the same whatever is true; limited per address and account')
  @Limited(20)
  async forgotten(@Body() body: ForgottenPasswordBody): Promise<void> {
    await this.links.askReset(body.email);
  }

  @Post('session/link')
  @HttpCode(200)
  @Public('the link holds a secret token; limited per address')
  @Limited(60)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: PasswordLinkAnswer })
  look(@Body() body: PasswordLinkBody, @Req() request: Request): Promise<PasswordLinkAnswer> {
    return this.links.look(body.token, sourceOf(request.ip));
  }

  @Post('session/password')
  @HttpCode(204)
  @Public('the link holds a secret token; limited per address')
  @Limited(60)
  async set(
    @Body() body: SetPasswordBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { staffId, device } = await this.links.setPassword(body.token, body.password, signInFrom(request));
    setDeviceCookie(response, this.settings, device);
    this.live.endPerson(staffId);
  }

  /** Ends the other sessions of the caller; this one gets a new cookie. */
  @Put('me/password')
  @HttpCode(204)
  @SignedIn()
  async change(
    @Body() body: ChangePasswordBody,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const token = await this.passwords.change(caller, body.current, body.next);
    if (token) setSessionCookie(response, this.settings, token);
    this.live.endPerson(caller.id, caller.sessionId);
  }
}
