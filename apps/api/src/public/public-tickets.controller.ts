import { Body, Controller, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Idempotency, type IdempotencyClaim, Limited, Public, sourceOf } from '#wasl/platform';
import { FileMatter } from '#wasl/selfservice';
import { FiledTicketDto, FileTicketDto } from './public-tickets.dto.js';

@ApiTags('public')
@Controller('api/v1/public/tickets')
export class PublicTicketsController {
  constructor(@Inject(FileMatter) private readonly matters: FileMatter) {}

  /** Files a ticket. The answer is the receipt: only number and tracking code give access to the ticket later. */
  @Post()
  @HttpCode(201)
  @Public('anyone may file; limited per address')
  @Limited(120)
  @Header('Cache-Control', 'no-store')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: FiledTicketDto })
  async file(
    @Body() body: FileTicketDto,
    @Req() request: Request,
    @Idempotency() claim?: IdempotencyClaim,
  ): Promise<FiledTicketDto> {
    return this.matters.file(body, { claim, source: sourceOf(request.ip) });
  }
}
