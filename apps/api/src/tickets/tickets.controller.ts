import { Body, Controller, Get, Header, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Permission } from '#wasl/contracts';
import { invalidField } from '#wasl/kernel';
import {
  CurrentPrincipal,
  ExpectedVersion,
  Idempotency,
  type IdempotencyClaim,
  hasPermission,
  pageRequest,
  type Principal,
  requirePermission,
  RequiresPermission,
} from '#wasl/platform';
import { ChangeTicket, OpenTicket, staffActor, TicketAccess, TicketList, TicketReader } from '#wasl/tickets';
import {
  AssignBody,
  HistoryPage,
  NewTicketBody,
  OpeningBody,
  ResolveBody,
  TicketAnswer,
  TicketOpening,
  TicketPage,
  TicketPatchBody,
  TransferBody,
} from './ticket.dto.js';
import { contactProvenanceOf } from './provenance-of.js';
import { ticketFilter } from './ticket-query.js';

const PAGE = [
  { name: 'page[size]', required: false, type: 'integer' as const },
  { name: 'page[after]', required: false, type: String },
];

@ApiTags('tickets')
@Controller('api/v1/tickets')
export class TicketsController {
  constructor(
    @Inject(OpenTicket) private readonly opening: OpenTicket,
    @Inject(ChangeTicket) private readonly changes: ChangeTicket,
    @Inject(TicketList) private readonly lists: TicketList,
    @Inject(TicketReader) private readonly reader: TicketReader,
    @Inject(TicketAccess) private readonly access: TicketAccess,
  ) {}

  @Post()
  @RequiresPermission('ticket.create')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: TicketAnswer })
  async create(
    @Body() body: NewTicketBody,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ): Promise<TicketAnswer> {
    const { takeIt, interaction, ...matter } = body;
    const channel = matter.channel ?? 'api';
    const opened = await this.opening.open(
      {
        ...matter,
        channel,
        provenance: contactProvenanceOf(caller, channel),
        uploader: caller.id,
        interactionId: interaction,
        takenBy: takeIt ? caller.id : undefined,
      },
      { actor: staffActor(caller.id), claim },
    );
    return takeIt ? this.get(opened.number) : opened;
  }

  @Get()
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'queue', required: false })
  @ApiQuery({ name: 'status', required: false, description: 'one or several, separated by commas' })
  @ApiQuery({ name: 'assignee', required: false, description: 'me, none, or an id' })
  @ApiQuery({ name: 'requester', required: false })
  @ApiQuery({ name: 'held', required: false, enum: ['waiting'], description: 'with messages to review' })
  @ApiQuery({ name: 'q', required: false })
  @ApiQuery({ name: 'sort', required: false, enum: ['-createdAt', 'createdAt'] })
  @ApiQuery(PAGE[0]!)
  @ApiQuery(PAGE[1]!)
  @ApiOkResponse({ type: TicketPage })
  list(@Query() query: Record<string, unknown>, @CurrentPrincipal() caller: Principal): Promise<TicketPage> {
    return this.lists.list(ticketFilter(query, caller.id), pageRequest(query), caller);
  }

  @Get(':number')
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: TicketAnswer })
  get(@Param('number') number: string): Promise<TicketAnswer> {
    return this.reader.get(this.reader.numberFrom(number));
  }

  /**
   * Opens a ticket of a restricted service for some hours. Without it, everything about the ticket answers 403
   * `ticket.reason_required`. The reason is written to the audit trail.
   */
  @Post(':number/opening')
  @HttpCode(200)
  @RequiresPermission('ticket.read')
  @ApiOkResponse({ type: TicketOpening })
  openRestricted(
    @Param('number') number: string,
    @Body() { reason }: OpeningBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<TicketOpening> {
    return this.access.open(this.reader.numberFrom(number), reason, caller);
  }

  @Patch(':number')
  @RequiresPermission('ticket.update')
  @ApiHeader({ name: 'If-Match', required: true, description: 'the version last seen, in quotes' })
  @ApiOkResponse({ type: TicketAnswer })
  async patch(
    @Param('number') number: string,
    @Body() body: TicketPatchBody,
    @ExpectedVersion() version: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<TicketAnswer> {
    await this.changes.patch(this.reader.numberFrom(number), body, staffActor(caller.id), version);
    return this.get(number);
  }

  @Get(':number/history')
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiQuery(PAGE[0]!)
  @ApiQuery(PAGE[1]!)
  @ApiOkResponse({ type: HistoryPage })
  history(@Param('number') number: string, @Query() query: Record<string, unknown>): Promise<HistoryPage> {
    return this.reader.history(this.reader.numberFrom(number), pageRequest(query));
  }

  @Post(':number/assign')
  @HttpCode(200)
  @RequiresPermission('ticket.assign')
  @ApiOkResponse({ type: TicketAnswer })
  async assign(
    @Param('number') number: string,
    @Body() body: AssignBody,
    @CurrentPrincipal() caller: Principal,
  ) {
    const assignee = body.assignee === 'me' ? caller.id : (body.assignee ?? null);
    if (assignee !== caller.id) await this.requireForOthers(number, caller);
    if (assignee !== caller.id) await this.requireReader(number, assignee);
    const rights = { mayTakeAway: hasPermission(caller, 'ticket.assign_others') };
    return this.after(number, (digits) =>
      this.changes.assign(digits, assignee, staffActor(caller.id), rights),
    );
  }

  @Post(':number/transfer')
  @HttpCode(200)
  @RequiresPermission('ticket.update')
  @ApiOkResponse({ type: TicketAnswer })
  transfer(
    @Param('number') number: string,
    @Body() body: TransferBody,
    @CurrentPrincipal() caller: Principal,
  ) {
    return this.after(number, (digits) =>
      this.changes.transfer(digits, body.queue, body.note ?? undefined, staffActor(caller.id)),
    );
  }

  @Post(':number/resolve')
  @HttpCode(200)
  @RequiresPermission('ticket.reply')
  @ApiOkResponse({ type: TicketAnswer })
  resolve(@Param('number') number: string, @Body() body: ResolveBody, @CurrentPrincipal() caller: Principal) {
    return this.after(number, (digits) =>
      this.changes.resolve(digits, body.note, body.resolution ?? 'answered', staffActor(caller.id)),
    );
  }

  @Post(':number/reopen')
  @HttpCode(200)
  @RequiresPermission('ticket.update')
  @ApiOkResponse({ type: TicketAnswer })
  reopen(@Param('number') number: string, @CurrentPrincipal() caller: Principal) {
    return this.after(number, (digits) => this.changes.reopen(digits, staffActor(caller.id)));
  }

  @Post(':number/close')
  @HttpCode(200)
  @RequiresPermission('ticket.update')
  @ApiOkResponse({ type: TicketAnswer })
  close(@Param('number') number: string, @CurrentPrincipal() caller: Principal) {
    return this.after(number, (digits) => this.changes.close(digits, staffActor(caller.id)));
  }

  private async after(number: string, change: (digits: string) => Promise<void>): Promise<TicketAnswer> {
    const digits = this.reader.numberFrom(number);
    await change(digits);
    return this.reader.get(digits);
  }

  /** Whoever may not read a ticket must not be given it. */
  private async requireReader(number: string, assignee: string | null): Promise<void> {
    if (assignee === null) return;
    if (!(await this.access.mayBeGiven(this.reader.numberFrom(number), assignee)))
      throw invalidField('assignee', 'not_found');
  }

  /** Agents may take an unassigned ticket and release their own; assigning to others needs a supervisor. */
  private async requireForOthers(number: string, caller: Principal): Promise<void> {
    const ticket = await this.get(number);
    const needed: Permission = 'ticket.assign_others';
    if (ticket.assignee?.id !== caller.id) requirePermission(caller, needed);
  }
}
