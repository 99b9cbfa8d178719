import { Body, Controller, Get, Header, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CannedAdmin } from '#wasl/notifications';
import {
  CurrentPrincipal,
  ExpectedVersion,
  pageRequest,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import {
  CannedPreviewAnswer,
  CannedReplyAnswer,
  CannedReplyBody,
  CannedReplyPage,
  CannedReplyPatchBody,
  CannedTextBody,
} from './templates.dto.js';

/** Canned replies of agents. */
@ApiTags('administration')
@Controller('api/v1/admin/canned-replies')
export class CannedRepliesController {
  constructor(@Inject(CannedAdmin) private readonly replies: CannedAdmin) {}

  @Get()
  @RequiresPermission('admin.templates')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: CannedReplyPage })
  async list(@Query() query: Record<string, unknown>): Promise<CannedReplyPage> {
    return { ...(await this.replies.list(pageRequest(query))), ...this.replies.placeholders() };
  }

  @Get(':key')
  @RequiresPermission('admin.templates')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CannedReplyAnswer })
  get(@Param('key') key: string): Promise<CannedReplyAnswer> {
    return this.replies.get(key);
  }

  @Post()
  @RequiresPermission('admin.templates')
  @ApiCreatedResponse({ type: CannedReplyAnswer })
  create(@Body() body: CannedReplyBody, @CurrentPrincipal() caller: Principal): Promise<CannedReplyAnswer> {
    return this.replies.create({ ...body, queue: body.queue ?? null, active: true }, caller.id);
  }

  /** Renders an unsaved reply with example values. */
  @Post('preview')
  @HttpCode(200)
  @RequiresPermission('admin.templates')
  @ApiOkResponse({ type: CannedPreviewAnswer })
  preview(@Body() body: CannedTextBody): CannedPreviewAnswer {
    return this.replies.preview(body);
  }

  @Patch(':key')
  @RequiresPermission('admin.templates')
  @ApiHeader({ name: 'If-Match', required: true, description: 'the version last seen, in quotes' })
  @ApiOkResponse({ type: CannedReplyAnswer })
  change(
    @Param('key') key: string,
    @Body() body: CannedReplyPatchBody,
    @ExpectedVersion() version: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<CannedReplyAnswer> {
    return this.replies.change(key, given(body), version, caller.id);
  }
}

/** An omitted or null field is unchanged; only for `queue` null is a value. */
const given = (body: CannedReplyPatchBody) =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) => value !== undefined && (value !== null || name === 'queue'),
    ),
  );
