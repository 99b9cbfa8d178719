import { Body, Controller, Get, Header, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ConfirmIdentity, RecoveryCodes, SecondFactors } from '#wasl/identity';
import {
  CurrentPrincipal,
  RateLimited,
  type Principal,
  RequiresRecentConfirmation,
  SignedIn,
  SignedInOrEnrolling,
} from '#wasl/platform';
import {
  ConfirmBody,
  PasskeyAnswerBody,
  PasskeyOptions,
  RecoveryCodesAnswer,
  SecondFactorStatusAnswer,
} from './second-factor.dto.js';

/** The second factors of the caller, and the fresh identity confirmation that sensitive actions require. */
@ApiTags('session')
@Controller('api/v1')
export class SecondFactorController {
  constructor(
    @Inject(SecondFactors) private readonly factors: SecondFactors,
    @Inject(RecoveryCodes) private readonly recovery: RecoveryCodes,
    @Inject(ConfirmIdentity) private readonly identity: ConfirmIdentity,
  ) {}

  @Get('me/second-factor')
  @SignedInOrEnrolling()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: SecondFactorStatusAnswer })
  status(@CurrentPrincipal() caller: Principal): Promise<SecondFactorStatusAnswer> {
    return this.factors.status(caller.id);
  }

  /** Issues new recovery codes; the old ones become invalid. */
  @Post('me/recovery-codes')
  @HttpCode(200)
  @SignedIn()
  @RequiresRecentConfirmation()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: RecoveryCodesAnswer })
  async regenerate(@CurrentPrincipal() caller: Principal): Promise<RecoveryCodesAnswer> {
    return { recoveryCodes: await this.recovery.regenerate(caller) };
  }

  @Post('session/confirm')
  @HttpCode(204)
  @SignedInOrEnrolling()
  async confirm(@Body() body: ConfirmBody, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.identity.byPassword(caller, body.password);
  }

  @Post('session/confirm/options')
  @HttpCode(200)
  @SignedIn()
  @RateLimited(60)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: PasskeyOptions })
  askForPasskey(@CurrentPrincipal() caller: Principal): Promise<PasskeyOptions> {
    return this.identity.requestPasskey(caller);
  }

  @Post('session/confirm/passkey')
  @HttpCode(204)
  @SignedIn()
  @RateLimited(60)
  async confirmByPasskey(
    @Body() body: PasskeyAnswerBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    await this.identity.byPasskey(caller, body.challenge, body.credential);
  }
}
