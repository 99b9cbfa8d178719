import { Body, Controller, Get, Header, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Idempotency,
  type IdempotencyClaim,
  pageRequest,
  type Principal,
  Requires,
} from '#wasl/platform';
import { Messages, staffActor, TicketReader } from '#wasl/tickets';
import { MessagePage, NewMessageAnswer, NewMessageBody } from './ticket.dto.js';

@ApiTags('tickets')
@Controller('api/v1/tickets/:number/messages')
export class MessagesController {
  constructor(
    @Inject(Messages) private readonly messages: Messages,
    @Inject(TicketReader) private readonly reader: TicketReader,
  ) {}

  @Get()
  @Requires('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: MessagePage })
  async list(@Param('number') number: string, @Query() query: Record<string, unknown>): Promise<MessagePage> {
    const digits = this.reader.numberFrom(number);
    const page = await this.reader.messages(digits, pageRequest(query));
    const [openingAttachments, merged] = await Promise.all([
      this.reader.openingAttachments(digits),
      this.reader.merged(digits),
    ]);
    return { ...page, openingAttachments, merged };
  }

  @Post()
  @Requires('ticket.reply')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: NewMessageAnswer })
  add(
    @Param('number') number: string,
    @Body() body: NewMessageBody,
    @Caller() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ): Promise<NewMessageAnswer> {
    return this.messages.byStaff(this.reader.numberFrom(number), body, staffActor(caller.id), claim);
  }
}
