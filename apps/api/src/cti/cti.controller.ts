import { Controller, HttpCode, Inject, Param, Post, Req, UseFilters } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  type CallAnswer,
  Callbacks,
  CtiToken,
  HandleCallEvent,
  parseCallback,
  parseCallEvent,
} from '#wasl/channels';
import { AcceptsAnyBodyType, AllowAnyPathParams, Public, SecretGuessLimiter, sourceOf } from '#wasl/platform';
import { decodeCtiBody, type CtiRequest } from './cti-body.js';
import { CallbackOwed } from './callbacks.dto.js';
import { CtiAnswer, CtiCallbackBody, CtiError, CtiEventBody } from './cti.dto.js';
import { CtiErrorsFilter, WrongCtiToken } from './cti-errors.filter.js';

/** Receives call events of a PBX, in the generic CTI convention. */
@ApiTags('phone')
@Controller('api/v1/cti')
@AllowAnyPathParams()
@AcceptsAnyBodyType()
@UseFilters(CtiErrorsFilter)
export class CtiController {
  constructor(
    @Inject(CtiToken) private readonly token: CtiToken,
    @Inject(HandleCallEvent) private readonly calls: HandleCallEvent,
    @Inject(Callbacks) private readonly callbacks: Callbacks,
    @Inject(SecretGuessLimiter) private readonly guesses: SecretGuessLimiter,
  ) {}

  @Post(':token')
  @HttpCode(200)
  @Public('the address holds a secret token')
  @ApiConsumes('application/json', 'application/x-www-form-urlencoded')
  @ApiBody({ type: CtiEventBody })
  @ApiOkResponse({ type: CtiAnswer })
  @ApiResponse({ status: 401, type: CtiError, description: 'wrong token' })
  @ApiResponse({ status: 422, type: CtiError, description: 'not an event' })
  async receive(@Param('token') token: string, @Req() request: CtiRequest): Promise<CallAnswer> {
    return this.calls.handle(parseCallEvent(await this.bodyOf(token, request)));
  }

  /**
   * The caller requested a callback by keypad: out of hours, or instead of waiting. With the `callId`
   * the call counts as a requested callback, not as abandoned.
   */
  @Post(':token/callback')
  @HttpCode(200)
  @Public('the address holds a secret token')
  @ApiConsumes('application/json', 'application/x-www-form-urlencoded')
  @ApiBody({ type: CtiCallbackBody })
  @ApiOkResponse({ type: CallbackOwed })
  @ApiResponse({ status: 401, type: CtiError, description: 'wrong token' })
  @ApiResponse({ status: 422, type: CtiError, description: 'no number to call' })
  async callback(@Param('token') token: string, @Req() request: CtiRequest): Promise<CallbackOwed> {
    return this.callbacks.request(parseCallback(await this.bodyOf(token, request)));
  }

  private async bodyOf(token: string, request: CtiRequest): Promise<unknown> {
    const isRight = await this.guesses.check('cti', sourceOf(request.ip), token, async () =>
      this.token.matches(token) ? true : null,
    );
    if (!isRight) throw new WrongCtiToken();
    if (request.ctiFault) throw request.ctiFault;
    return decodeCtiBody(request.body);
  }
}
