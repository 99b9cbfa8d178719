import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OwnPasskeys } from '#wasl/identity';
import {
  CurrentPrincipal,
  RateLimited,
  type Principal,
  RequiresRecentConfirmation,
  SignedIn,
  SignedInOrEnrolling,
} from '#wasl/platform';
import { SecondFactorChanges } from './second-factor-changes.js';
import {
  NewPasskeyAnswer,
  NewPasskeyBody,
  PasskeyList,
  PasskeyNameBody,
  PasskeyOptions,
  PasskeyView,
} from './second-factor.dto.js';

/** The caller's own passkeys. */
@ApiTags('session')
@Controller('api/v1/me/passkeys')
export class PasskeysController {
  constructor(
    @Inject(OwnPasskeys) private readonly passkeys: OwnPasskeys,
    @Inject(SecondFactorChanges) private readonly changes: SecondFactorChanges,
  ) {}

  @Get()
  @SignedInOrEnrolling()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: PasskeyList })
  async list(@CurrentPrincipal() caller: Principal): Promise<PasskeyList> {
    return { data: await this.passkeys.list(caller) };
  }

  @Post('options')
  @HttpCode(200)
  @SignedInOrEnrolling()
  @RequiresRecentConfirmation()
  @RateLimited(60)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: PasskeyOptions })
  ask(@CurrentPrincipal() caller: Principal): Promise<PasskeyOptions> {
    return this.passkeys.requestRegistration(caller);
  }

  @Post()
  @SignedInOrEnrolling()
  @RequiresRecentConfirmation()
  @Header('Cache-Control', 'no-store')
  @ApiCreatedResponse({ type: NewPasskeyAnswer })
  async add(@Body() body: NewPasskeyBody, @CurrentPrincipal() caller: Principal): Promise<NewPasskeyAnswer> {
    const added = await this.passkeys.add(caller, body.name, body.challenge, body.credential);
    if (added.recoveryCodes) await this.changes.firstAdded(caller);
    return added;
  }

  @Put(':id')
  @SignedIn()
  @ApiOkResponse({ type: PasskeyView })
  rename(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PasskeyNameBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<PasskeyView> {
    return this.passkeys.rename(caller, id, body.name);
  }

  @Delete(':id')
  @HttpCode(204)
  @SignedIn()
  @RequiresRecentConfirmation()
  async remove(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.passkeys.remove(caller, id);
    this.changes.removed(caller);
  }
}
