import { Controller, HttpCode, Inject, Param, Post, Req, UseFilters } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type CallAnswer, CtiToken, HandleCallEvent, parseCallEvent } from '#wasl/channels';
import { Public } from '#wasl/platform';
import { decodeCtiBody, type CtiRequest } from './cti-body.js';
import { CtiAnswer, CtiError, CtiEventBody } from './cti.dto.js';
import { CtiErrorsFilter, WrongCtiToken } from './cti-errors.filter.js';

/** Where a telephone exchange tells what happens to calls, in the generic CTI convention. */
@ApiTags('phone')
@Controller('api/v1/cti')
@UseFilters(CtiErrorsFilter)
export class CtiController {
  constructor(
    @Inject(CtiToken) private readonly token: CtiToken,
    @Inject(HandleCallEvent) private readonly calls: HandleCallEvent,
  ) {}

  @Post(':token')
  @HttpCode(200)
  @Public('the address holds a secret token')
  @ApiConsumes('application/json', 'application/x-www-form-urlencoded')
  @ApiBody({ type: CtiEventBody })
  @ApiOkResponse({ type: CtiAnswer })
  @ApiResponse({ status: 401, type: CtiError, description: 'wrong token' })
  @ApiResponse({ status: 422, type: CtiError, description: 'not an event' })
  receive(@Param('token') token: string, @Req() request: CtiRequest): Promise<CallAnswer> {
    if (!this.token.matches(token)) throw new WrongCtiToken();
    if (request.ctiFault) throw request.ctiFault;
    return this.calls.handle(parseCallEvent(decodeCtiBody(request.body)));
  }
}
