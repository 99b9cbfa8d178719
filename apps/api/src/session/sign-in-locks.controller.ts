import { Controller, Delete, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SignInLocks } from '#wasl/identity';
import { Caller, type Principal, Requires } from '#wasl/platform';
import { SignInLocksShown } from './session.dto.js';

/** Accounts at which too many wrong passwords or codes were tried. */
@ApiTags('administration')
@Controller('api/v1/admin/sign-in-locks')
export class SignInLocksController {
  constructor(@Inject(SignInLocks) private readonly locks: SignInLocks) {}

  @Get()
  @Requires('account.unlock')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: SignInLocksShown })
  async list(): Promise<SignInLocksShown> {
    return { data: await this.locks.list() };
  }

  /** Gives an account all its tries back. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('account.unlock')
  async clear(@Param('id', ParseUUIDPipe) id: string, @Caller() caller: Principal): Promise<void> {
    await this.locks.clear(id, caller.id);
  }
}
