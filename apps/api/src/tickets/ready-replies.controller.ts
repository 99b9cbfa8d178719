import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CannedReplies } from '#wasl/notifications';
import { CurrentPrincipal, type Principal, RequiresPermission } from '#wasl/platform';
import { TicketReader } from '#wasl/tickets';
import { ReadyReplyList } from './ready-replies.dto.js';

/** Canned replies for a ticket, with placeholders filled in. */
@ApiTags('tickets')
@Controller('api/v1/tickets/:number/canned-replies')
export class ReadyRepliesController {
  constructor(
    @Inject(CannedReplies) private readonly replies: CannedReplies,
    @Inject(TicketReader) private readonly reader: TicketReader,
  ) {}

  @Get()
  @RequiresPermission('ticket.reply')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ReadyReplyList })
  async list(
    @Param('number') number: string,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ReadyReplyList> {
    return { data: await this.replies.forTicket(this.reader.numberFrom(number), caller.name) };
  }
}
