import { Body, Controller, Get, Header, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import QRCode from 'qrcode';
import { OneTimeCodes, OwnPassword } from '#wasl/identity';
import { Caller, type Principal, SignedIn } from '#wasl/platform';
import {
  OtpCodeBody,
  OtpEnrolment,
  OtpStatusAnswer,
  OwnPasswordBody,
  RecoveryCodes,
} from './password.dto.js';

/** The caller's own one-time codes. Setting them up and giving them up ask for the password again. */
@ApiTags('session')
@Controller('api/v1/me/otp')
export class OtpController {
  constructor(
    @Inject(OneTimeCodes) private readonly codes: OneTimeCodes,
    @Inject(OwnPassword) private readonly passwords: OwnPassword,
  ) {}

  @Get()
  @SignedIn()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: OtpStatusAnswer })
  status(@Caller() caller: Principal): Promise<OtpStatusAnswer> {
    return this.codes.status(caller.id);
  }

  @Post()
  @HttpCode(200)
  @SignedIn()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: OtpEnrolment })
  async enrol(@Body() body: OwnPasswordBody, @Caller() caller: Principal): Promise<OtpEnrolment> {
    await this.passwords.require(caller, 'password', body.password);
    const { secret, uri } = await this.codes.enrol(caller.id, caller.email);
    const picture = await QRCode.toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
    return { secret, uri, image: `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}` };
  }

  @Post('confirm')
  @HttpCode(200)
  @SignedIn()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: RecoveryCodes })
  async confirm(@Body() body: OtpCodeBody, @Caller() caller: Principal): Promise<RecoveryCodes> {
    return { recoveryCodes: await this.codes.confirm(caller.id, body.code) };
  }

  @Post('disable')
  @HttpCode(204)
  @SignedIn()
  async disable(@Body() body: OwnPasswordBody, @Caller() caller: Principal): Promise<void> {
    await this.passwords.require(caller, 'password', body.password);
    await this.codes.remove(caller.id, caller.id);
  }
}
