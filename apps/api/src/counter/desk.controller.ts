import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { WaitingRoom, Desks, FindRelatedTickets } from '#wasl/channels';
import { CurrentPrincipal, type Principal, RequiresPermission } from '#wasl/platform';
import { FindRequesters } from '#wasl/requesters';
import {
  CentreList,
  CounterShown,
  DeskBody,
  FindRequesterBody,
  FoundRequesters,
  SimilarMatters,
  SimilarBody,
} from './counter.dto.js';

/** A desk at a service centre: its agent, the waiting visitors, and looking up requesters. */
@ApiTags('counter')
@Controller('api/v1')
export class DeskController {
  constructor(
    @Inject(Desks) private readonly desks: Desks,
    @Inject(WaitingRoom) private readonly room: WaitingRoom,
    @Inject(FindRequesters) private readonly requesters: FindRequesters,
    @Inject(FindRelatedTickets) private readonly similar: FindRelatedTickets,
  ) {}

  @Get('counter/centres')
  @RequiresPermission('counter.serve')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CentreList })
  async centres(): Promise<CentreList> {
    return { data: await this.desks.list() };
  }

  /** The caller's desk, the current visitor, and the waiting visitors of the centre. */
  @Get('me/desk')
  @RequiresPermission('counter.serve')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CounterShown })
  async mine(@CurrentPrincipal() caller: Principal): Promise<CounterShown> {
    const { sitting, ...room } = await this.room.for(caller.id);
    return {
      ...room,
      sitting: sitting && { desk: sitting.desk, centre: sitting.centre, since: sitting.since },
    };
  }

  /** Takes a desk for the day; a colleague's desk only when asked explicitly. */
  @Put('me/desk')
  @RequiresPermission('counter.serve')
  @ApiOkResponse({ type: CounterShown })
  async sit(@Body() body: DeskBody, @CurrentPrincipal() caller: Principal): Promise<CounterShown> {
    await this.desks.assign(caller.id, body.centre, body.desk, body.takeOver ?? false);
    return this.mine(caller);
  }

  @Delete('me/desk')
  @HttpCode(204)
  @RequiresPermission('counter.serve')
  async leave(@CurrentPrincipal() caller: Principal): Promise<void> {
    await this.desks.release(caller.id);
  }

  /** In the body, because personal data must not be in URLs. */
  @Post('counter/requesters')
  @HttpCode(200)
  @RequiresPermission('counter.serve')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: FoundRequesters })
  async find(@Body() clues: FindRequesterBody): Promise<FoundRequesters> {
    return {
      data: await this.requesters.find(clues),
      doubt: this.requesters.checkIdentityNumber(clues.identityNumber),
    };
  }

  /** Existing similar tickets, to be checked before a new one is opened. */
  @Post('counter/similar')
  @HttpCode(200)
  @RequiresPermission('counter.serve')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: SimilarMatters })
  async known(@Body() body: SimilarBody, @CurrentPrincipal() caller: Principal): Promise<SimilarMatters> {
    const { requester = null, words = null, service = null } = body;
    return { data: await this.similar.find({ requesterId: requester, words, service }, caller) };
  }
}
