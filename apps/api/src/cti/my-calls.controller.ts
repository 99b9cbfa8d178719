import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ScreenPops } from '#wasl/channels';
import { WrapUp } from '#wasl/interactions';
import { Caller, type Principal, Requires } from '#wasl/platform';
import { CallsNow, WrapUpBody } from './cti.dto.js';

/** The signed-in agent's own telephone. */
@ApiTags('phone')
@Controller('api/v1/me/calls')
export class MyCallsController {
  constructor(
    @Inject(ScreenPops) private readonly pops: ScreenPops,
    @Inject(WrapUp) private readonly wrapUp: WrapUp,
  ) {}

  /** What rings and what is being talked, each with its screen pop. */
  @Get()
  @Requires('call.own')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CallsNow })
  async list(@Caller() caller: Principal): Promise<CallsNow> {
    return { data: await this.pops.ringingFor(caller.id) };
  }

  /** Records how a conversation of one's own came out. */
  @Post(':id/wrap-up')
  @HttpCode(204)
  @Requires('call.own')
  async record(
    @Param('id') id: string,
    @Body() { code }: WrapUpBody,
    @Caller() caller: Principal,
  ): Promise<void> {
    await this.wrapUp.record(id, code, caller.id);
  }
}
