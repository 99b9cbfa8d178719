import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { FollowReports } from '#wasl/channels';
import { Requires, Shown } from '#wasl/platform';
import { TicketReader } from '#wasl/tickets';

export class FollowerCount {
  /** addresses that were confirmed, of this ticket and of all that were merged into it */
  @Shown() followers: number;
}

/** How many follow a ticket that is a public report; who they are is nobody's business. */
@ApiTags('tickets')
@Controller('api/v1/tickets/:number/followers')
export class FollowersController {
  constructor(
    @Inject(FollowReports) private readonly following: FollowReports,
    @Inject(TicketReader) private readonly reader: TicketReader,
  ) {}

  @Get()
  @Requires('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: FollowerCount })
  async count(@Param('number') number: string): Promise<FollowerCount> {
    return { followers: await this.following.count(this.reader.numberFrom(number)) };
  }
}
