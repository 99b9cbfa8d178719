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
import {
  CentreReferral,
  REFERRAL_BOXES,
  ReferralFiles,
  ReferralMessages,
  ReferralReader,
  WorkReferral,
} from '#wasl/referrals';
import { sendFile } from '../tickets/send-file.js';
import {
  CompleteBody,
  DecideBody,
  NewReferralMessageAnswer,
  RecallBody,
  ReferralAnswer,
  ReferralDetailAnswer,
  ReferralMessageBody,
  ReferralPage,
  ReturnBody,
} from './referral.dto.js';
import { boxOf, statesOf } from './referral-query.js';

const KEY = { name: 'Idempotency-Key', required: false };

/** Referrals for both ends: the officers of an entity, and staff of the centre. */
@ApiTags('referrals')
@Controller('api/v1/referrals')
export class ReferralsController {
  constructor(
    @Inject(ReferralReader) private readonly reader: ReferralReader,
    @Inject(WorkReferral) private readonly work: WorkReferral,
    @Inject(CentreReferral) private readonly centre: CentreReferral,
    @Inject(ReferralMessages) private readonly messages: ReferralMessages,
    @Inject(ReferralFiles) private readonly files: ReferralFiles,
  ) {}

  /**
   * `inbox`: of an entity what it has, of the centre what concerns the caller's tickets; without `state` the live ones,
   * what is due first. `sent`: those of all tickets that the caller may read, the latest first. `arbiter`: what waits for
   * a decision, the longest first. Without `box`: `inbox` for people of an entity, `sent` for others.
   */
  @Get()
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'box', required: false, enum: [...REFERRAL_BOXES] })
  @ApiQuery({
    name: 'state',
    required: false,
    description: `one or several, separated by commas: ${REFERRAL_STATES.join(', ')}`,
  })
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: ReferralPage })
  list(
    @Query() query: Record<string, unknown>,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ReferralPage> {
    const box = boxOf(query.box, caller.scope === 'entity' ? 'inbox' : 'sent');
    return this.reader.list({ box, states: statesOf(query.state) }, pageRequest(query), caller);
  }

  /** The first time that somebody of the entity reads it, it becomes `received`. */
  @Get(':id')
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ReferralDetailAnswer })
  async get(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<ReferralDetailAnswer> {
    if (caller.scope === 'entity' && caller.permissions.has('referral.work'))
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
  @CreatedAt('/api/v1/referrals/:referral')
  @RequiresPermission('ticket.reply')
  @ApiHeader(KEY)
  @ApiCreatedResponse({ type: NewReferralMessageAnswer })
  addMessage(
    @Param('id') id: string,
    @Body() { body, kind, attachments }: ReferralMessageBody,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ): Promise<NewReferralMessageAnswer> {
    return this.messages.add(id, { body, kind, attachments: attachments ?? undefined }, caller, claim);
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

  @Post(':id/recall')
  @HttpCode(200)
  @RequiresPermission('referral.send')
  @ApiHeader(KEY)
  @ApiOkResponse({ type: ReferralAnswer })
  async recall(
    @Param('id') id: string,
    @Body() { reason }: RecallBody,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ): Promise<ReferralAnswer> {
    await this.centre.recall(id, reason, caller, claim);
    return this.reader.summary(id, caller);
  }

  /** Answers the new referral, which binds the entity. */
  @Post(':id/decide')
  @HttpCode(200)
  @RequiresPermission('referral.arbitrate')
  @ApiHeader(KEY)
  @ApiOkResponse({ type: ReferralAnswer })
  decide(
    @Param('id') id: string,
    @Body() body: DecideBody,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ): Promise<ReferralAnswer> {
    return this.centre.decide(id, body, caller, claim);
  }

  /** Always a sandboxed download, like other files. */
  @Get(':id/attachments/:attachment')
  @RequiresPermission('attachment.read')
  @ApiProduces('application/octet-stream')
  async file(
    @Param('id') id: string,
    @Param('attachment') attachment: string,
    @CurrentPrincipal() caller: Principal,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.files.open(id, attachment, caller));
  }
}
