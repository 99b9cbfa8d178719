import { Body, Controller, Header, HttpCode, Inject, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OwnPassword, StaffLinks } from '#wasl/identity';
import { Caller, Limited, type Principal, Public, SignedIn } from '#wasl/platform';
import { LiveServer } from '../live/live-server.js';
import {
  ChangePasswordBody,
  ForgottenPasswordBody,
  PasswordLinkAnswer,
  PasswordLinkBody,
  SetPasswordBody,
} from './password.dto.js';

/** Passwords: forgotten, set by a link, and changed. */
@ApiTags('session')
@Controller('api/v1')
export class PasswordController {
  constructor(
    @Inject(StaffLinks) private readonly links: StaffLinks,
    @Inject(OwnPassword) private readonly passwords: OwnPassword,
    @Inject(LiveServer) private readonly live: LiveServer,
  ) {}

  /** Always 202: whether there is such an account is told to its own mailbox alone. */
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
  look(@Body() body: PasswordLinkBody): Promise<PasswordLinkAnswer> {
    return this.links.look(body.token);
  }

  @Post('session/password')
  @HttpCode(204)
  @Public('the link holds a secret token; limited per address')
  @Limited(60)
  async set(@Body() body: SetPasswordBody): Promise<void> {
    const { staffId } = await this.links.setPassword(body.token, body.password);
    this.live.endPerson(staffId);
  }

  /** Ends the other sessions of the caller. */
  @Put('me/password')
  @HttpCode(204)
  @SignedIn()
  async change(@Body() body: ChangePasswordBody, @Caller() caller: Principal): Promise<void> {
    await this.passwords.change(caller, body.current, body.next);
    this.live.endPerson(caller.id, caller.sessionId);
  }
}
