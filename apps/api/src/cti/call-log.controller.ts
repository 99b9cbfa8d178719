import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CALL_STATES, type CallFilter, CallLog, CallRecordings, ExchangeHealth } from '#wasl/channels';
import { notFound } from '#wasl/kernel';
import {
  CurrentPrincipal,
  hasPermission,
  pageRequest,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import { AuditRecorder } from '../audit/audit-recorder.js';
import { callFilter } from './call-log-query.js';
import { forListener } from './for-listener.js';
import { CallLogPage, CallsDone, CallsDoneBody, ExchangeShown } from './cti.dto.js';

/** The call log: supervisors see all calls, agents their own. */
@ApiTags('phone')
@Controller('api/v1/cti')
export class CallLogController {
  constructor(
    @Inject(CallLog) private readonly log: CallLog,
    @Inject(AuditRecorder) private readonly audit: AuditRecorder,
    @Inject(CallRecordings) private readonly recordings: CallRecordings,
    @Inject(ExchangeHealth) private readonly exchange: ExchangeHealth,
  ) {}

  /** Whether the configured PBX is reachable; null when none is configured. */
  @Get('exchange')
  @RequiresPermission('call.log')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ExchangeShown })
  health(): Promise<ExchangeShown> {
    return this.exchange.read();
  }

  @Get('log')
  @RequiresPermission('call.own')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'missed', required: false, enum: ['true', 'false'] })
  @ApiQuery({ name: 'done', required: false, enum: ['true', 'false'] })
  @ApiQuery({ name: 'direction', required: false, enum: ['in', 'out'] })
  @ApiQuery({ name: 'state', required: false, enum: CALL_STATES })
  @ApiQuery({ name: 'queue', required: false, description: 'key of a queue' })
  @ApiQuery({ name: 'agent', required: false, description: 'id of a member of staff' })
  @ApiQuery({ name: 'number', required: false, description: 'of the caller, or of who was called' })
  @ApiQuery({ name: 'from', required: false, description: 'a day or a moment' })
  @ApiQuery({ name: 'to', required: false, description: 'up to, and without' })
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: CallLogPage })
  async list(
    @Query() query: Record<string, unknown>,
    @CurrentPrincipal() caller: Principal,
  ): Promise<CallLogPage> {
    const filter = callFilter(query);
    if (!ownOnly(caller)) await this.noteReading(caller, filter);
    const { data, meta } = await this.log.list(
      { ...filter, agentId: ownOnly(caller) ?? filter.agentId },
      pageRequest(query),
      caller,
    );
    return { data: data.map((call) => forListener(call, this.recordings, caller)), meta };
  }

  /** Marks several calls as handled; ids of calls that the caller may not see are skipped. */
  @Post('done/bulk')
  @HttpCode(200)
  @RequiresPermission('call.own')
  @ApiOkResponse({ type: CallsDone })
  async markMany(@Body() { ids }: CallsDoneBody, @CurrentPrincipal() caller: Principal): Promise<CallsDone> {
    return { done: (await this.log.markDone(ids, ownOnly(caller))).length };
  }

  @Post('done/:id')
  @HttpCode(200)
  @RequiresPermission('call.own')
  @ApiOkResponse({ type: CallsDone })
  async markOne(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<CallsDone> {
    const marked = await this.log.markDone([id], ownOnly(caller));
    if (marked.length === 0) throw notFound('call.not_found');
    return { done: 1 };
  }

  /** Reading the calls of others is audited before they are shown. */
  private noteReading(caller: Principal, filter: CallFilter): Promise<void> {
    const { missed = null, done = null, direction = null, state = null, queue = null, number } = filter;
    return this.audit.record({
      actorId: caller.id,
      action: 'call_log.read',
      targetKind: 'call_log',
      targetId: null,
      detail: {
        missed,
        done,
        direction,
        state,
        queue,
        agent: filter.agentId ?? null,
        byNumber: number !== undefined,
      },
    });
  }
}

const ownOnly = (caller: Principal) => (hasPermission(caller, 'call.log') ? null : caller.id);
