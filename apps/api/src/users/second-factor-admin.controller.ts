import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SecondFactors } from '#wasl/identity';
import {
  CurrentPrincipal,
  type Principal,
  RequiresRecentConfirmation,
  RequiresPermission,
} from '#wasl/platform';
import { Presence } from '#wasl/routing';
import { LiveServer } from '../live/live-server.js';
import { RequiredRolesBody, RoleRequirementList } from '../session/second-factor.dto.js';

/** Roles that require a second factor, and resetting lost second factors. */
@ApiTags('administration')
@Controller('api/v1/admin')
export class SecondFactorAdminController {
  constructor(
    @Inject(SecondFactors) private readonly factors: SecondFactors,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(LiveServer) private readonly live: LiveServer,
  ) {}

  @Get('second-factor')
  @RequiresPermission('admin.users')
  @ApiOkResponse({ type: RoleRequirementList })
  async requirements(): Promise<RoleRequirementList> {
    return { data: await this.factors.requirements() };
  }

  /** From now on, staff with such a role and no second factor can only enrol one. */
  @Put('second-factor')
  @RequiresPermission('admin.users')
  @RequiresRecentConfirmation()
  @ApiOkResponse({ type: RoleRequirementList })
  async require(
    @Body() body: RequiredRolesBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<RoleRequirementList> {
    await this.factors.require(body.roles, caller);
    return { data: await this.factors.requirements() };
  }

  /** For somebody who lost all second factors. Ends their sessions and informs them by mail. */
  @Post('users/:id/second-factor/reset')
  @HttpCode(204)
  @RequiresPermission('admin.users')
  @RequiresRecentConfirmation()
  async reset(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.factors.reset(id, caller);
    this.live.disconnectPerson(id);
    await this.presence.signedOut(id);
  }
}
