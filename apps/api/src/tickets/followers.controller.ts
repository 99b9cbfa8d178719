import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { FollowReports } from '#wasl/channels';
import { RequiresPermission, ResponseField } from '#wasl/platform';
import { TicketReader } from '#wasl/tickets';

export class FollowerCount {
  /** confirmed addresses of this ticket and of all tickets merged into it */
  @ResponseField() followers: number;
}

/** The number of followers of a public report; their identity is never shown. */
@ApiTags('tickets')
@Controller('api/v1/tickets/:number/followers')
export class FollowersController {
  constructor(
    @Inject(FollowReports) private readonly following: FollowReports,
    @Inject(TicketReader) private readonly reader: TicketReader,
  ) {}

  @Get()
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: FollowerCount })
  async count(@Param('number') number: string): Promise<FollowerCount> {
    return { followers: await this.following.count(this.reader.numberFrom(number)) };
  }
}
