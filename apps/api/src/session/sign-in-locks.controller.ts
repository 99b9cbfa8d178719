import { Controller, Delete, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SignInLocks } from '#wasl/identity';
import { CurrentPrincipal, type Principal, RequiresPermission } from '#wasl/platform';
import { SignInLocksShown } from './session.dto.js';

/** Accounts locked after too many wrong passwords or codes. */
@ApiTags('administration')
@Controller('api/v1/admin/sign-in-locks')
export class SignInLocksController {
  constructor(@Inject(SignInLocks) private readonly locks: SignInLocks) {}

  @Get()
  @RequiresPermission('account.unlock')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: SignInLocksShown })
  async list(): Promise<SignInLocksShown> {
    return { data: await this.locks.list() };
  }

  /** Unlocks an account by resetting its attempts. */
  @Delete(':id')
  @HttpCode(204)
  @RequiresPermission('account.unlock')
  async clear(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.locks.clear(id, caller.id);
  }
}
