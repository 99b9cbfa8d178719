import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { REFERRAL_STATES } from '#wasl/contracts';
import {
  CreatedAt,
  CurrentPrincipal,
  Idempotency,
  type IdempotencyClaim,
  pageRequest,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import { ReferralFeed, ReferralFiles, ReferralMessages, ReferralReader, WorkReferral } from '#wasl/referrals';
import { sendFile } from '../tickets/send-file.js';
import {
  CompleteBody,
  NewReferralMessageAnswer,
  ReferralAnswer,
  ReferralDetailAnswer,
  ReferralMessageBody,
  ReferralPage,
  ReturnBody,
} from './referral.dto.js';
import { momentOf, statesOf } from './referral-query.js';

const KEY = { name: 'Idempotency-Key', required: false };

/** For the system of an entity, with a token of that entity. It sees its own referrals and nothing else. */
@ApiTags('referrals')
@Controller('api/v1/entity/referrals')
export class EntityReferralsController {
  constructor(
    @Inject(ReferralReader) private readonly reader: ReferralReader,
    @Inject(ReferralFeed) private readonly feed: ReferralFeed,
    @Inject(WorkReferral) private readonly work: WorkReferral,
    @Inject(ReferralMessages) private readonly messages: ReferralMessages,
    @Inject(ReferralFiles) private readonly files: ReferralFiles,
  ) {}

  /**
   * Each referral once, by its last change, the oldest change first. `meta.after` is there on the last page, too: whoever
   * keeps it and asks again from there gets everything that changed since, and misses nothing.
   */
  @Get()
  @RequiresPermission('referral.work')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({
    name: 'state',
    required: false,
    description: `one or several, separated by commas: ${REFERRAL_STATES.join(', ')}`,
  })
  @ApiQuery({ name: 'updatedAfter', required: false, description: 'a moment, such as 2026-03-01T00:00:00Z' })
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: ReferralPage })
  list(
    @Query() query: Record<string, unknown>,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ReferralPage> {
    const filter = { states: statesOf(query.state), updatedAfter: momentOf(query.updatedAfter) };
    return this.feed.changes(filter, pageRequest(query), caller);
  }

  /** The first reading makes it `received`. */
  @Get(':id')
  @RequiresPermission('referral.work')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ReferralDetailAnswer })
  async get(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<ReferralDetailAnswer> {
    await this.work.receive(id, caller);
    return this.reader.get(id, caller);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @RequiresPermission('referral.work')
  @ApiHeader(KEY)
  @ApiOkResponse({ type: ReferralAnswer })
  async accept(
    @Param('id') id: string,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ): Promise<ReferralAnswer> {
    await this.work.accept(id, caller, claim);
    return this.reader.summary(id, caller);
  }

  @Post(':id/return')
  @HttpCode(200)
  @RequiresPermission('referral.work')
  @ApiHeader(KEY)
  @ApiOkResponse({ type: ReferralAnswer })
  async returnIt(
    @Param('id') id: string,
    @Body() { reason, belongsTo }: ReturnBody,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ): Promise<ReferralAnswer> {
    await this.work.return(id, { reason, belongsTo: belongsTo ?? undefined }, caller, claim);
    return this.reader.summary(id, caller);
  }

  @Post(':id/messages')
  @CreatedAt('/api/v1/entity/referrals/:referral')
  @RequiresPermission('referral.work')
  @ApiHeader(KEY)
  @ApiCreatedResponse({ type: NewReferralMessageAnswer })
  addMessage(
    @Param('id') id: string,
    @Body() { body, kind, attachments }: ReferralMessageBody,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ): Promise<NewReferralMessageAnswer> {
    return this.messages.addByEntity(
      id,
      { body, kind, attachments: attachments ?? undefined },
      caller,
      claim,
    );
  }

  @Post(':id/complete')
  @HttpCode(200)
  @RequiresPermission('referral.work')
  @ApiHeader(KEY)
  @ApiOkResponse({ type: ReferralAnswer })
  async complete(
    @Param('id') id: string,
    @Body() { outcome, note, proof }: CompleteBody,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ): Promise<ReferralAnswer> {
    await this.work.complete(id, { outcome, note, proof: proof ?? undefined }, caller, claim);
    return this.reader.summary(id, caller);
  }

  /** Always a sandboxed download, like other files. */
  @Get(':id/attachments/:attachment')
  @RequiresPermission('referral.work')
  @ApiProduces('application/octet-stream')
  async file(
    @Param('id') id: string,
    @Param('attachment') attachment: string,
    @CurrentPrincipal() caller: Principal,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.files.openForEntity(id, attachment, caller));
  }
}
