import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { OutboundRoutes } from '#wasl/channels';
import { CurrentPrincipal, pageRequest, type Principal, RequiresPermission } from '#wasl/platform';
import { OutboundRouteBody, OutboundRoutePage, OutboundRouteShown } from './outbound-routes.dto.js';

/** Which number the called see, by destination; the longest pattern decides. */
@ApiTags('phone')
@Controller('api/v1/admin/outbound-routes')
export class OutboundRoutesController {
  constructor(@Inject(OutboundRoutes) private readonly routes: OutboundRoutes) {}

  @Get()
  @RequiresPermission('admin.channels')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: OutboundRoutePage })
  list(@Query() query: Record<string, unknown>): Promise<OutboundRoutePage> {
    return this.routes.list(pageRequest(query));
  }

  /** Sets what those of a pattern see, also when the pattern is there already. */
  @Put()
  @RequiresPermission('admin.channels')
  @ApiOkResponse({ type: OutboundRouteShown })
  put(
    @Body() { pattern, callerId, note }: OutboundRouteBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<OutboundRouteShown> {
    return this.routes.put(pattern, callerId, note ?? '', caller.id);
  }

  @Delete(':pattern')
  @HttpCode(204)
  @RequiresPermission('admin.channels')
  async remove(@Param('pattern') pattern: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.routes.remove(pattern, caller.id);
  }
}
