import { Body, Controller, Header, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { OwnPassword, StaffLinks } from '#wasl/identity';
import {
  CurrentPrincipal,
  RateLimited,
  type Principal,
  Public,
  SETTINGS,
  type RuntimeSettings,
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
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** Always 202: whether the account exists is told only to its own mailbox. */
  @Post('session/password-reset')
  @HttpCode(202)
  @Public('answers the same whatever is true; limited per address and account')
  @RateLimited(20)
  async forgotten(@Body() body: ForgottenPasswordBody): Promise<void> {
    await this.links.requestReset(body.email);
  }

  @Post('session/link')
  @HttpCode(200)
  @Public('the link holds a secret token; limited per address')
  @RateLimited(60)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: PasswordLinkAnswer })
  look(@Body() body: PasswordLinkBody, @Req() request: Request): Promise<PasswordLinkAnswer> {
    return this.links.find(body.token, sourceOf(request.ip));
  }

  @Post('session/password')
  @HttpCode(204)
  @Public('the link holds a secret token; limited per address')
  @RateLimited(60)
  async set(
    @Body() body: SetPasswordBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { staffId, device } = await this.links.setPassword(body.token, body.password, signInFrom(request));
    setDeviceCookie(response, this.settings, device);
    this.live.disconnectPerson(staffId);
  }

  /** Ends the other sessions of the caller; this one gets a new cookie. */
  @Put('me/password')
  @HttpCode(204)
  @SignedIn()
  async change(
    @Body() body: ChangePasswordBody,
    @CurrentPrincipal() caller: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const token = await this.passwords.change(caller, body.current, body.next);
    if (token) setSessionCookie(response, this.settings, token);
    this.live.disconnectPerson(caller.id, caller.sessionId);
  }
}
