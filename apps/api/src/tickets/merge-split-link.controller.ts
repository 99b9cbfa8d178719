import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CreatedAt,
  CurrentPrincipal,
  Idempotency,
  type IdempotencyClaim,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import { LinkTickets, MergeTickets, SplitTicket, staffActor, TicketReader } from '#wasl/tickets';
import { LinkBody, LinkList, MergeBody, SplitBody } from './merge-split-link.dto.js';
import { TicketAnswer } from './ticket.dto.js';

/** Merging, splitting and linking tickets. */
@ApiTags('tickets')
@Controller('api/v1/tickets/:number')
export class JoiningController {
  constructor(
    @Inject(MergeTickets) private readonly merging: MergeTickets,
    @Inject(SplitTicket) private readonly splitting: SplitTicket,
    @Inject(LinkTickets) private readonly linking: LinkTickets,
    @Inject(TicketReader) private readonly reader: TicketReader,
  ) {}

  /** Answers with the surviving ticket. */
  @Post('merge')
  @HttpCode(200)
  @RequiresPermission('ticket.update')
  @ApiOkResponse({ type: TicketAnswer })
  async merge(
    @Param('number') number: string,
    @Body() body: MergeBody,
    @CurrentPrincipal() caller: Principal,
  ) {
    const into = this.reader.numberFrom(body.into);
    await this.merging.merge(this.reader.numberFrom(number), into, staffActor(caller.id));
    return this.reader.get(into);
  }

  /** Answers with the ticket that was separated again. */
  @Post('unmerge')
  @HttpCode(200)
  @RequiresPermission('ticket.update')
  @ApiOkResponse({ type: TicketAnswer })
  async unmerge(@Param('number') number: string, @CurrentPrincipal() caller: Principal) {
    const digits = this.reader.numberFrom(number);
    await this.merging.unmerge(digits, staffActor(caller.id));
    return this.reader.get(digits);
  }

  /** Answers with the new ticket. */
  @Post('split')
  @RequiresPermission('ticket.update')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @CreatedAt('/api/v1/tickets/:number')
  @ApiCreatedResponse({ type: TicketAnswer })
  async split(
    @Param('number') number: string,
    @Body() body: SplitBody,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ) {
    const digits = this.reader.numberFrom(number);
    const made = await this.splitting.split(digits, body, staffActor(caller.id), claim);
    return this.reader.get(this.reader.numberFrom(made.number));
  }

  @Get('links')
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: LinkList })
  async links(@Param('number') number: string, @CurrentPrincipal() caller: Principal): Promise<LinkList> {
    return { data: await this.linking.linksOf(this.reader.numberFrom(number), caller) };
  }

  @Post('link')
  @HttpCode(200)
  @RequiresPermission('ticket.update')
  @ApiOkResponse({ type: LinkList })
  async link(@Param('number') number: string, @Body() body: LinkBody, @CurrentPrincipal() caller: Principal) {
    const digits = this.reader.numberFrom(number);
    await this.linking.link(digits, this.reader.numberFrom(body.to), body.as, staffActor(caller.id));
    return this.links(digits, caller);
  }

  @Delete('links/:to')
  @HttpCode(204)
  @RequiresPermission('ticket.update')
  async unlink(
    @Param('number') number: string,
    @Param('to') to: string,
    @CurrentPrincipal() caller: Principal,
  ) {
    const digits = this.reader.numberFrom(number);
    await this.linking.unlink(digits, this.reader.numberFrom(to), staffActor(caller.id));
  }
}
