import { Body, Controller, Get, Header, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { REASON_USES, ReasonAdmin, type ReasonUse } from '#wasl/directory';
import { invalidField } from '#wasl/kernel';
import {
  CreatedAt,
  CurrentPrincipal,
  ExpectedVersion,
  pageRequest,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import { ReasonBody, ReasonPatchBody, ReasonRecordAnswer, ReasonRecordPage } from './reasons.dto.js';

/** Reasons for breaks and declined offers, and wrap-up codes. */
@ApiTags('administration')
@Controller('api/v1/admin/reasons')
export class ReasonsController {
  constructor(@Inject(ReasonAdmin) private readonly reasons: ReasonAdmin) {}

  @Get()
  @RequiresPermission('admin.queues')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'use', required: false, enum: REASON_USES })
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: ReasonRecordPage })
  async list(@Query() query: Record<string, unknown>): Promise<ReasonRecordPage> {
    const use = query.use === '' ? undefined : query.use;
    if (use !== undefined && !REASON_USES.includes(use as ReasonUse)) throw invalidField('use', 'choice');
    return this.reasons.list(use as ReasonUse | undefined, pageRequest(query));
  }

  @Get(':use/:key')
  @RequiresPermission('admin.queues')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ReasonRecordAnswer })
  get(@Param('use') use: string, @Param('key') key: string): Promise<ReasonRecordAnswer> {
    return this.reasons.get(use, key);
  }

  @Post()
  @RequiresPermission('admin.queues')
  @CreatedAt('/api/v1/admin/reasons/:use/:key')
  @ApiCreatedResponse({ type: ReasonRecordAnswer })
  create(@Body() body: ReasonBody, @CurrentPrincipal() caller: Principal): Promise<ReasonRecordAnswer> {
    return this.reasons.create({ ...body, position: body.position ?? 0, active: true }, caller.id);
  }

  @Patch(':use/:key')
  @RequiresPermission('admin.queues')
  @ApiHeader({ name: 'If-Match', required: true, description: 'the version last seen, in quotes' })
  @ApiOkResponse({ type: ReasonRecordAnswer })
  change(
    @Param('use') use: string,
    @Param('key') key: string,
    @Body() body: ReasonPatchBody,
    @ExpectedVersion() version: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ReasonRecordAnswer> {
    const patch = Object.fromEntries(Object.entries(body).filter(([, value]) => value != null));
    return this.reasons.change(use, key, patch, version, caller.id);
  }
}
