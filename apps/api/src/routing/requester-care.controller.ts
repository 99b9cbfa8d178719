import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresPermission } from '#wasl/platform';
import { FlagRequester } from '#wasl/requesters';
import { CareBody } from './routing.dto.js';

@ApiTags('requesters')
@Controller('api/v1/requesters')
export class RequesterCareController {
  constructor(@Inject(FlagRequester) private readonly requesters: FlagRequester) {}

  @Put(':id/care')
  @HttpCode(204)
  @RequiresPermission('requester.flag')
  async flag(@Param('id', ParseUUIDPipe) id: string, @Body() body: CareBody): Promise<void> {
    await this.requesters.flag(id, body);
  }
}
