import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, pageRequest, type Principal, RequiresPermission } from '#wasl/platform';
import { SkillAdmin } from '#wasl/routing';
import { SkillAnswer, SkillBody, SkillPage, SkillPatchBody } from './routing.dto.js';

/** Skills that work can require. */
@ApiTags('administration')
@Controller('api/v1/admin/skills')
export class SkillsController {
  constructor(@Inject(SkillAdmin) private readonly skills: SkillAdmin) {}

  @Get()
  @RequiresPermission('admin.queues')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: SkillPage })
  list(@Query() query: Record<string, unknown>): Promise<SkillPage> {
    return this.skills.list(pageRequest(query));
  }

  @Get(':key')
  @RequiresPermission('admin.queues')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: SkillAnswer })
  get(@Param('key') key: string): Promise<SkillAnswer> {
    return this.skills.get(key);
  }

  @Post()
  @RequiresPermission('admin.queues')
  @ApiCreatedResponse({ type: SkillAnswer })
  create(@Body() body: SkillBody, @CurrentPrincipal() caller: Principal): Promise<SkillAnswer> {
    return this.skills.create(body, caller.id);
  }

  @Patch(':key')
  @RequiresPermission('admin.queues')
  @ApiOkResponse({ type: SkillAnswer })
  change(
    @Param('key') key: string,
    @Body() body: SkillPatchBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<SkillAnswer> {
    return this.skills.change(key, body, caller.id);
  }

  /** Refused while an agent has the skill or a queue requires it. */
  @Delete(':key')
  @HttpCode(204)
  @RequiresPermission('admin.queues')
  async remove(@Param('key') key: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.skills.remove(key, caller.id);
  }
}
