import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { MailOfMessages, mailPageCsp, OriginalMail } from '#wasl/channels';
import { RequiresPermission } from '#wasl/platform';
import { TicketReader } from '#wasl/tickets';
import { sendOriginal } from './send-original.js';

/** Stands for the mail that opened the ticket, which has no message id. */
const OPENING = 'opening';
const messageOf = (id: string) => (id === OPENING ? null : id);

/** The mail behind a message: the original, and its sanitised HTML. `:id` is a message id, or `opening`. */
@ApiTags('tickets')
@Controller('api/v1/tickets/:number/messages/:id')
export class MessageMailController {
  constructor(
    @Inject(TicketReader) private readonly tickets: TicketReader,
    @Inject(OriginalMail) private readonly originals: OriginalMail,
    @Inject(MailOfMessages) private readonly mail: MailOfMessages,
  ) {}

  /** The original bytes, as a download. */
  @Get('original')
  @RequiresPermission('ticket.read')
  @ApiProduces('message/rfc822')
  async original(
    @Param('number') number: string,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    sendOriginal(response, await this.originals.ofMessage(this.tickets.numberFrom(number), messageOf(id)));
  }

  /** Sanitised HTML for a sandboxed frame; remote images only with `images=remote`. */
  @Get('page')
  @RequiresPermission('ticket.read')
  @ApiQuery({ name: 'images', required: false, enum: ['remote'] })
  @ApiProduces('text/html')
  async page(
    @Param('number') number: string,
    @Param('id') id: string,
    @Query('images') images: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const remote = images === 'remote';
    const page = await this.mail.page(this.tickets.numberFrom(number), messageOf(id), remote);
    response
      .set({
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': mailPageCsp(remote),
        'X-Frame-Options': 'SAMEORIGIN',
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'private, no-store',
        'X-Blocked-Images': String(page.blocked),
      })
      .send(page.html);
  }
}
