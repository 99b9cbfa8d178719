import { Body, Controller, Get, Header, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CannedAdmin } from '#wasl/notifications';
import { Caller, ExpectedVersion, pageRequest, type Principal, Requires } from '#wasl/platform';
import {
  CannedPreviewAnswer,
  CannedReplyAnswer,
  CannedReplyBody,
  CannedReplyPage,
  CannedReplyPatchBody,
  CannedTextBody,
} from './templates.dto.js';

/** The replies that agents have ready. */
@ApiTags('administration')
@Controller('api/v1/admin/canned-replies')
export class CannedRepliesController {
  constructor(@Inject(CannedAdmin) private readonly replies: CannedAdmin) {}

  @Get()
  @Requires('admin.templates')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: CannedReplyPage })
  async list(@Query() query: Record<string, unknown>): Promise<CannedReplyPage> {
    return { ...(await this.replies.list(pageRequest(query))), ...this.replies.places() };
  }

  @Get(':key')
  @Requires('admin.templates')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CannedReplyAnswer })
  get(@Param('key') key: string): Promise<CannedReplyAnswer> {
    return this.replies.get(key);
  }

  @Post()
  @Requires('admin.templates')
  @ApiCreatedResponse({ type: CannedReplyAnswer })
  create(@Body() body: CannedReplyBody, @Caller() caller: Principal): Promise<CannedReplyAnswer> {
    return this.replies.create({ ...body, queue: body.queue ?? null, active: true }, caller.id);
  }

  /** How a text that is not saved yet would read, with examples filled in. */
  @Post('preview')
  @HttpCode(200)
  @Requires('admin.templates')
  @ApiOkResponse({ type: CannedPreviewAnswer })
  preview(@Body() body: CannedTextBody): CannedPreviewAnswer {
    return this.replies.preview(body);
  }

  @Patch(':key')
  @Requires('admin.templates')
  @ApiHeader({ name: 'If-Match', required: true, description: 'the version last seen, in quotes' })
  @ApiOkResponse({ type: CannedReplyAnswer })
  change(
    @Param('key') key: string,
    @Body() body: CannedReplyPatchBody,
    @ExpectedVersion() version: number,
    @Caller() caller: Principal,
  ): Promise<CannedReplyAnswer> {
    return this.replies.change(key, given(body), version, caller.id);
  }
}

/** A field left out or null changes nothing; only `queue` means something by null. */
const given = (body: CannedReplyPatchBody) =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) => value !== undefined && (value !== null || name === 'queue'),
    ),
  );
