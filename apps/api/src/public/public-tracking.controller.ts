import { Body, Controller, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { UI_LANGUAGES, type UiLanguage } from '#wasl/kernel';
import { CreatedAt, Idempotency, type IdempotencyClaim, RateLimited, Public, sourceOf } from '#wasl/platform';
import { type RequesterTicketView, TrackTicket, RequestCode } from '#wasl/selfservice';
import { CodeRequestDto, TrackedTicketDto, RateDto, ReplyDto, TrackDto } from './public-tracking.dto.js';
import { TextLanguage } from './text-language.js';

const BY_CODE = 'number and tracking code are the key; tries are limited per number and address';

@ApiTags('public')
@ApiQuery({ name: 'lang', enum: [...UI_LANGUAGES], required: false })
@Controller('api/v1/public/track')
export class PublicTrackingController {
  constructor(
    @Inject(TrackTicket) private readonly tickets: TrackTicket,
    @Inject(RequestCode) private readonly codes: RequestCode,
  ) {}

  @Post()
  @HttpCode(200)
  @Public(BY_CODE)
  @RateLimited(120)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: TrackedTicketDto })
  async track(
    @Body() body: TrackDto,
    @Req() request: Request,
    @TextLanguage() language: UiLanguage,
  ): Promise<TrackedTicketDto> {
    const number = await this.verify(body, request);
    return shown(await this.tickets.track(number, language));
  }

  /** Adds a message; a resolved ticket is reopened. Answers with the updated ticket. */
  @Post('messages')
  @HttpCode(201)
  @Public(BY_CODE)
  @RateLimited(60)
  @Header('Cache-Control', 'no-store')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @CreatedAt('portal:/:lang/track/:number')
  @ApiCreatedResponse({ type: TrackedTicketDto })
  async reply(
    @Body() body: ReplyDto,
    @Req() request: Request,
    @TextLanguage() language: UiLanguage,
    @Idempotency() claim?: IdempotencyClaim,
  ): Promise<TrackedTicketDto> {
    const number = await this.verify(body, request);
    await this.tickets.reply(number, body, claim);
    return shown(await this.tickets.track(number, language));
  }

  /** Rates once, after the ticket was resolved. */
  @Post('rate')
  @HttpCode(201)
  @Public(BY_CODE)
  @RateLimited(60)
  @Header('Cache-Control', 'no-store')
  @CreatedAt('portal:/:lang/track/:number')
  @ApiCreatedResponse({ type: TrackedTicketDto })
  async rate(
    @Body() body: RateDto,
    @Req() request: Request,
    @TextLanguage() language: UiLanguage,
  ): Promise<TrackedTicketDto> {
    const number = await this.verify(body, request);
    await this.tickets.rate(number, body.score, body.comment ?? null);
    return shown(await this.tickets.track(number, language));
  }

  /** Sends the tracking code to the contact if it is the requester's. The answer never says whether it is. */
  @Post('code')
  @HttpCode(202)
  @Public('answers the same whatever is true; limited per address and ticket')
  @RateLimited(20)
  @Header('Cache-Control', 'no-store')
  @ApiAcceptedResponse()
  async code(@Body() body: CodeRequestDto, @Req() request: Request): Promise<Record<string, never>> {
    await this.codes.request(body.number, body.contact, sourceOf(request.ip));
    return {};
  }

  /** API clients have no cookie, so each counts as an unknown client of its network. */
  private verify(body: TrackDto, request: Request): Promise<string> {
    return this.tickets.verify(body.number, body.trackingCode, {
      source: sourceOf(request.ip),
      deviceId: null,
    });
  }
}

/** Removes fields that are not documented. */
function shown({
  number,
  status,
  statusText,
  stage,
  pendingOn,
  question,
  service,
  entity,
  subject,
  timeline,
  expectedAt,
  canReply,
  canRate,
}: RequesterTicketView): TrackedTicketDto {
  const steps = timeline.map(({ at, what, text }) => ({ at, what, text }));
  return {
    number,
    status,
    statusText,
    stage,
    pendingOn,
    question,
    service: service?.name ?? null,
    entity: entity?.name ?? null,
    subject,
    timeline: steps,
    expectedAt,
    canReply,
    canRate,
  };
}
