import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { MailOfMessages } from '#wasl/channels';
import {
  CurrentPrincipal,
  Idempotency,
  type IdempotencyClaim,
  pageRequest,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import { quotedRangesOf, HeldMessages, Messages, staffActor, TicketReader } from '#wasl/tickets';
import { HeldAnswer, type MailShown, MessagePage, NewMessageAnswer, NewMessageBody } from './ticket.dto.js';

@ApiTags('tickets')
@Controller('api/v1/tickets/:number/messages')
export class MessagesController {
  constructor(
    @Inject(Messages) private readonly messages: Messages,
    @Inject(HeldMessages) private readonly held: HeldMessages,
    @Inject(TicketReader) private readonly reader: TicketReader,
    @Inject(MailOfMessages) private readonly mail: MailOfMessages,
  ) {}

  @Get()
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: MessagePage })
  async list(@Param('number') number: string, @Query() query: Record<string, unknown>): Promise<MessagePage> {
    const digits = this.reader.numberFrom(number);
    const page = await this.reader.messages(digits, pageRequest(query));
    const [openingAttachments, merged, ratings, mail] = await Promise.all([
      this.reader.openingAttachments(digits),
      this.reader.merged(digits),
      this.reader.ratings(digits),
      this.mail.metadata(
        digits,
        page.data.map(({ id }) => id),
      ),
    ]);
    const { folds = [], ...openingMail } = mail.opening ?? {};
    return {
      ...page,
      data: page.data.map((message) => ({
        ...message,
        folds: message.kind === 'requester_message' ? quotedRangesOf(message.body) : [],
        mail: mail.messages.get(message.id) ?? null,
      })),
      openingAttachments,
      openingFolds: folds,
      openingMail: mail.opening && (openingMail as MailShown),
      merged,
      ratings,
    };
  }

  @Post()
  @RequiresPermission('ticket.reply')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: NewMessageAnswer })
  add(
    @Param('number') number: string,
    @Body() body: NewMessageBody,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ): Promise<NewMessageAnswer> {
    return this.messages.byStaff(this.reader.numberFrom(number), body, staffActor(caller.id), claim);
  }

  /**
   * Accepts a held message as the requester's; its sender becomes a participant of the ticket. Repeating it changes
   * nothing.
   */
  @Post(':id/accept')
  @HttpCode(200)
  @RequiresPermission('ticket.reply')
  @ApiOkResponse({ type: HeldAnswer })
  accept(
    @Param('number') number: string,
    @Param('id') id: string,
    @CurrentPrincipal() caller: Principal,
  ): Promise<HeldAnswer> {
    return this.held.decide(this.reader.numberFrom(number), id, 'accept', staffActor(caller.id));
  }

  /** Dismisses a held message: it stays visible to staff only. Repeating it changes nothing. */
  @Post(':id/dismiss')
  @HttpCode(200)
  @RequiresPermission('ticket.reply')
  @ApiOkResponse({ type: HeldAnswer })
  dismiss(
    @Param('number') number: string,
    @Param('id') id: string,
    @CurrentPrincipal() caller: Principal,
  ): Promise<HeldAnswer> {
    return this.held.decide(this.reader.numberFrom(number), id, 'dismiss', staffActor(caller.id));
  }
}
