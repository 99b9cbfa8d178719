import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { BlockedCallers } from '#wasl/channels';
import { CurrentPrincipal, pageRequest, type Principal, RequiresPermission } from '#wasl/platform';
import { BlockedCallerBody, BlockedCallerPage, BlockedCallerShown } from './blocked-callers.dto.js';

/** Numbers whose calls the webhook and the line to the PBX reject. */
@ApiTags('phone')
@Controller('api/v1/admin/blocked-callers')
export class BlockedCallersController {
  constructor(@Inject(BlockedCallers) private readonly blocked: BlockedCallers) {}

  @Get()
  @RequiresPermission('call.block')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: BlockedCallerPage })
  list(@Query() query: Record<string, unknown>): Promise<BlockedCallerPage> {
    return this.blocked.list(pageRequest(query));
  }

  @Post()
  @RequiresPermission('call.block')
  @Header('Cache-Control', 'no-store')
  @ApiCreatedResponse({ type: BlockedCallerShown })
  block(@Body() body: BlockedCallerBody, @CurrentPrincipal() caller: Principal): Promise<BlockedCallerShown> {
    return this.blocked.block(body, caller.id);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequiresPermission('call.block')
  async unblock(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.blocked.unblock(id, caller.id);
  }
}
