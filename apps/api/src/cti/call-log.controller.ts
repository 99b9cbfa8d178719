import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CallLog, ExchangeHealth } from '#wasl/channels';
import { invalid, notFound } from '#wasl/kernel';
import {
  CurrentPrincipal,
  hasPermission,
  pageRequest,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import { AuditRecorder } from '../audit/audit-recorder.js';
import { CallLogPage, CallsDone, CallsDoneBody, ExchangeShown } from './cti.dto.js';

const FLAGS = ['missed', 'done'] as const;

/** The call log: supervisors see all calls, agents their own. */
@ApiTags('phone')
@Controller('api/v1/cti')
export class CallLogController {
  constructor(
    @Inject(CallLog) private readonly log: CallLog,
    @Inject(AuditRecorder) private readonly audit: AuditRecorder,
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
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: CallLogPage })
  async list(
    @Query() query: Record<string, unknown>,
    @CurrentPrincipal() caller: Principal,
  ): Promise<CallLogPage> {
    const { missed, done } = flagsOf(query);
    if (!ownOnly(caller)) await this.noteReading(caller, missed, done);
    return this.log.list({ missed, done, agentId: ownOnly(caller) ?? undefined }, pageRequest(query));
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
  private noteReading(caller: Principal, missed?: boolean, done?: boolean): Promise<void> {
    return this.audit.record({
      actorId: caller.id,
      action: 'call_log.read',
      targetKind: 'call_log',
      targetId: null,
      detail: { missed: missed ?? null, done: done ?? null },
    });
  }
}

const ownOnly = (caller: Principal) => (hasPermission(caller, 'call.log') ? null : caller.id);

function flagsOf(query: Record<string, unknown>): Partial<Record<(typeof FLAGS)[number], boolean>> {
  const known: string[] = [...FLAGS, 'page', 'page[size]', 'page[after]'];
  const unknown = Object.keys(query).filter((name) => !known.includes(name));
  const wrong = FLAGS.filter((name) => ![undefined, '', 'true', 'false'].includes(query[name] as string));
  if (unknown.length > 0 || wrong.length > 0) {
    throw invalid([
      ...unknown.map((path) => ({ path, code: 'unknown' })),
      ...wrong.map((path) => ({ path, code: 'choice' })),
    ]);
  }
  return Object.fromEntries(
    FLAGS.filter((name) => query[name]).map((name) => [name, query[name] === 'true']),
  );
}
