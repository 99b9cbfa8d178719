import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiKeys } from '#wasl/channels';
import { CurrentPrincipal, type Principal, RequiresPermission } from '#wasl/platform';
import { ApiKeyList, NewApiKeyAnswer, NewApiKeyBody } from './directory.dto.js';

/** API keys for filing requests over Open311. */
@ApiTags('administration')
@Controller('api/v1/admin/api-keys')
export class ApiKeysController {
  constructor(@Inject(ApiKeys) private readonly keys: ApiKeys) {}

  @Get()
  @RequiresPermission('admin.channels')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ApiKeyList })
  async list(): Promise<ApiKeyList> {
    return { data: await this.keys.list() };
  }

  @Post()
  @RequiresPermission('admin.channels')
  @Header('Cache-Control', 'no-store')
  @ApiCreatedResponse({ type: NewApiKeyAnswer })
  create(@Body() body: NewApiKeyBody, @CurrentPrincipal() caller: Principal): Promise<NewApiKeyAnswer> {
    return this.keys.create(body.name, caller.id);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequiresPermission('admin.channels')
  async revoke(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.keys.revoke(id, caller.id);
  }
}
