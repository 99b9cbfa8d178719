import { Body, Controller, Header, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import QRCode from 'qrcode';
import { OneTimeCodes } from '#wasl/identity';
import {
  CurrentPrincipal,
  type Principal,
  RequiresRecentConfirmation,
  SignedIn,
  SignedInOrEnrolling,
} from '#wasl/platform';
import { SecondFactorChanges } from './second-factor-changes.js';
import { FirstRecoveryCodes, OtpCodeBody, OtpEnrolment } from './second-factor.dto.js';

/** One-time codes (TOTP) of the caller. */
@ApiTags('session')
@Controller('api/v1/me/otp')
export class OtpController {
  constructor(
    @Inject(OneTimeCodes) private readonly codes: OneTimeCodes,
    @Inject(SecondFactorChanges) private readonly changes: SecondFactorChanges,
  ) {}

  @Post()
  @HttpCode(200)
  @SignedInOrEnrolling()
  @RequiresRecentConfirmation()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: OtpEnrolment })
  async enrol(@CurrentPrincipal() caller: Principal): Promise<OtpEnrolment> {
    const { secret, uri } = await this.codes.enrol(caller.id, caller.email);
    const picture = await QRCode.toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
    return { secret, uri, image: `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}` };
  }

  @Post('confirm')
  @HttpCode(200)
  @SignedInOrEnrolling()
  @RequiresRecentConfirmation()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: FirstRecoveryCodes })
  async confirm(
    @Body() body: OtpCodeBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<FirstRecoveryCodes> {
    const recoveryCodes = await this.codes.confirm(caller, body.code);
    if (recoveryCodes) await this.changes.firstAdded(caller);
    return { recoveryCodes };
  }

  @Post('disable')
  @HttpCode(204)
  @SignedIn()
  @RequiresRecentConfirmation()
  async disable(@CurrentPrincipal() caller: Principal): Promise<void> {
    await this.codes.remove(caller);
    this.changes.removed(caller);
  }
}
