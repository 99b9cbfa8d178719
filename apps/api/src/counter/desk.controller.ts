import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CounterRoom, Desks, FindMatters } from '#wasl/channels';
import { Caller, type Principal, Requires } from '#wasl/platform';
import { FindRequesters } from '#wasl/requesters';
import {
  CentreList,
  CounterShown,
  DeskBody,
  FindRequesterBody,
  FoundRequesters,
  KnownMatters,
  SimilarBody,
} from './counter.dto.js';

/** A desk at a service centre: who sits there, who waits, and who they are. */
@ApiTags('counter')
@Controller('api/v1')
export class DeskController {
  constructor(
    @Inject(Desks) private readonly desks: Desks,
    @Inject(CounterRoom) private readonly room: CounterRoom,
    @Inject(FindRequesters) private readonly requesters: FindRequesters,
    @Inject(FindMatters) private readonly similar: FindMatters,
  ) {}

  @Get('counter/centres')
  @Requires('counter.serve')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CentreList })
  async centres(): Promise<CentreList> {
    return { data: await this.desks.list() };
  }

  /** The caller's desk, whom they receive, and who waits at their centre. */
  @Get('me/desk')
  @Requires('counter.serve')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CounterShown })
  async mine(@Caller() caller: Principal): Promise<CounterShown> {
    const { sitting, ...room } = await this.room.for(caller.id);
    return {
      ...room,
      sitting: sitting && { desk: sitting.desk, centre: sitting.centre, since: sitting.since },
    };
  }

  /** Sits down for the day; at a colleague's desk only when that is said. */
  @Put('me/desk')
  @Requires('counter.serve')
  @ApiOkResponse({ type: CounterShown })
  async sit(@Body() body: DeskBody, @Caller() caller: Principal): Promise<CounterShown> {
    await this.desks.sit(caller.id, body.centre, body.desk, body.takeOver ?? false);
    return this.mine(caller);
  }

  @Delete('me/desk')
  @HttpCode(204)
  @Requires('counter.serve')
  async leave(@Caller() caller: Principal): Promise<void> {
    await this.desks.leave(caller.id);
  }

  /** In a body, because what people are found by has no place in an address. */
  @Post('counter/requesters')
  @HttpCode(200)
  @Requires('counter.serve')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: FoundRequesters })
  async find(@Body() clues: FindRequesterBody): Promise<FoundRequesters> {
    return { data: await this.requesters.by(clues), doubt: this.requesters.doubt(clues.identityNumber) };
  }

  /** What is there already, to be looked at before a new ticket is made. */
  @Post('counter/similar')
  @HttpCode(200)
  @Requires('counter.serve')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: KnownMatters })
  async known(@Body() body: SimilarBody): Promise<KnownMatters> {
    const { requester = null, words = null, service = null } = body;
    return { data: await this.similar.find({ requesterId: requester, words, service }) };
  }
}
