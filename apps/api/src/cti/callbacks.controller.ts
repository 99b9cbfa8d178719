import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CallbackAttempts, Callbacks } from '#wasl/channels';
import type { AttemptOutcome } from '#wasl/contracts';
import { invalid, notFound } from '#wasl/kernel';
import {
  CurrentPrincipal,
  hasPermission,
  pageRequest,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import { parseTicketNumber, TicketReader } from '#wasl/tickets';
import { AttemptBody, CallbackBody, CallbackOwed, CallbackPage, CallbacksOfTicket } from './callbacks.dto.js';

const KNOWN = ['queue', 'page', 'page[size]', 'page[after]'];

/** Callbacks that are due to callers. */
@ApiTags('phone')
@Controller('api/v1')
export class CallbacksController {
  constructor(
    @Inject(Callbacks) private readonly callbacks: Callbacks,
    @Inject(CallbackAttempts) private readonly attempts: CallbackAttempts,
    @Inject(TicketReader) private readonly tickets: TicketReader,
  ) {}

  /** Open callbacks, earliest due time first: supervisors see all, agents those of their queues. */
  @Get('callbacks')
  @RequiresPermission('call.own')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'queue', required: false, type: String })
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: CallbackPage })
  list(
    @Query() query: Record<string, unknown>,
    @CurrentPrincipal() caller: Principal,
  ): Promise<CallbackPage> {
    const unknown = Object.keys(query).filter((name) => !KNOWN.includes(name));
    if (unknown.length > 0) throw invalid(unknown.map((path) => ({ path, code: 'unknown' })));
    const scope = { agentId: hasPermission(caller, 'call.log') ? null : caller.id };
    return this.attempts.due(
      { ...scope, caller },
      query.queue ? String(query.queue) : null,
      pageRequest(query),
    );
  }

  /** Requests a callback; a second one for the same matter is not created. */
  @Post('callbacks')
  @RequiresPermission('call.own')
  @ApiCreatedResponse({ type: CallbackOwed })
  ask(@Body() body: CallbackBody): Promise<CallbackOwed> {
    return this.callbacks.request(body);
  }

  /** The signed-in agent starts the call. */
  @Post('callbacks/:id/attempts')
  @HttpCode(204)
  @RequiresPermission('call.own')
  async begin(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.attempts.begin(id, caller.id);
  }

  /** Records the outcome. When the PBX reports the call, its outcome is known already. */
  @Post('callbacks/:id/outcome')
  @HttpCode(204)
  @RequiresPermission('call.own')
  async settle(
    @Param('id') id: string,
    @Body() { outcome }: AttemptBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    await this.attempts.settle(id, caller.id, outcome as AttemptOutcome);
  }

  @Get('tickets/:number/callbacks')
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CallbacksOfTicket })
  async ofTicket(@Param('number') number: string): Promise<CallbacksOfTicket> {
    const known = parseTicketNumber(number);
    if (!known) throw notFound('ticket.not_found');
    return { data: await this.attempts.ofTicket(await this.tickets.idOf(known)) };
  }
}
