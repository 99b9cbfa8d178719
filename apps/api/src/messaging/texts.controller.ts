import { Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OutgoingTexts } from '#wasl/notifications';
import { RequiresPermission } from '#wasl/platform';
import { TicketReader } from '#wasl/tickets';
import { OutgoingTextList } from './gateway.dto.js';

/** Outgoing texts, for staff. */
@ApiTags('messaging')
@Controller('api/v1')
export class TextsController {
  constructor(
    @Inject(OutgoingTexts) private readonly texts: OutgoingTexts,
    @Inject(TicketReader) private readonly tickets: TicketReader,
  ) {}

  @Get('tickets/:number/texts')
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: OutgoingTextList })
  async ofTicket(@Param('number') number: string): Promise<OutgoingTextList> {
    return { data: await this.texts.ofTicket(this.tickets.numberFrom(number)) };
  }

  @Post('texts/:id/retry')
  @HttpCode(204)
  @RequiresPermission('ticket.reply')
  async sendAgain(@Param('id') id: string): Promise<void> {
    await this.texts.retry(id);
  }
}
