import { Body, Controller, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CreatedAt, Idempotency, type IdempotencyClaim, RateLimited, Public, sourceOf } from '#wasl/platform';
import { SubmitTicket } from '#wasl/selfservice';
import { FiledTicketDto, FileTicketDto } from './public-tickets.dto.js';

@ApiTags('public')
@Controller('api/v1/public/tickets')
export class PublicTicketsController {
  constructor(@Inject(SubmitTicket) private readonly matters: SubmitTicket) {}

  /** Files a ticket. The answer is the receipt: only number and tracking code give access to the ticket later. */
  @Post()
  @HttpCode(201)
  @Public('anyone may file; limited per address')
  @RateLimited(120)
  @Header('Cache-Control', 'no-store')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @CreatedAt('@trackUrl')
  @ApiCreatedResponse({ type: FiledTicketDto })
  async file(
    @Body() body: FileTicketDto,
    @Req() request: Request,
    @Idempotency() claim?: IdempotencyClaim,
  ): Promise<FiledTicketDto> {
    return this.matters.submit(body, { claim, source: sourceOf(request.ip) });
  }
}
