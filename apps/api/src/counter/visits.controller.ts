import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CounterIntake, type CounterSubmission, CounterReceipts, Visits } from '#wasl/channels';
import {
  CreatedAt,
  CurrentPrincipal,
  Idempotency,
  type IdempotencyClaim,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import { ContinueBody, EndVisitBody, ReceiptShown, VisitMatterBody, VisitShown } from './counter.dto.js';

/** Visits at a service centre: call, serve, record, end. */
@ApiTags('counter')
@Controller('api/v1/counter/visits')
export class VisitsController {
  constructor(
    @Inject(Visits) private readonly visits: Visits,
    @Inject(CounterIntake) private readonly intake: CounterIntake,
    @Inject(CounterReceipts) private readonly receipts: CounterReceipts,
  ) {}

  /** Starts a visit for a person without a number. */
  @Post()
  @RequiresPermission('counter.serve')
  @CreatedAt('/api/v1/me/desk')
  @ApiCreatedResponse({ type: VisitShown })
  begin(@CurrentPrincipal() caller: Principal): Promise<VisitShown> {
    return this.visits.startWalkIn(caller.id);
  }

  @Post('next')
  @HttpCode(200)
  @RequiresPermission('counter.serve')
  @ApiOkResponse({ type: VisitShown })
  next(@CurrentPrincipal() caller: Principal): Promise<VisitShown> {
    return this.visits.callNext(caller.id);
  }

  @Post(':id/call')
  @HttpCode(200)
  @RequiresPermission('counter.serve')
  @ApiOkResponse({ type: VisitShown })
  call(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<VisitShown> {
    return this.visits.call(id, caller.id);
  }

  /** Starts serving the visitor: their ticket is assigned to the caller. */
  @Post(':id/take')
  @HttpCode(200)
  @RequiresPermission('counter.serve')
  @ApiOkResponse({ type: VisitShown })
  take(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<VisitShown> {
    return this.visits.serve(id, caller.id);
  }

  @Post(':id/no-show')
  @HttpCode(204)
  @RequiresPermission('counter.serve')
  async noShow(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.visits.noShow(id, caller.id);
  }

  /** Opens a ticket for a visitor without one. */
  @Post(':id/tickets')
  @RequiresPermission('counter.serve')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @CreatedAt('/api/v1/tickets/:ticket.number')
  @ApiCreatedResponse({ type: VisitShown })
  open(
    @Param('id') id: string,
    @Body() body: VisitMatterBody,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ): Promise<VisitShown> {
    return this.intake.open(id, caller.id, matterOf(body), claim);
  }

  /** Continues an existing ticket, whatever its channel. */
  @Post(':id/continue')
  @HttpCode(200)
  @RequiresPermission('counter.serve')
  @ApiOkResponse({ type: VisitShown })
  goOn(
    @Param('id') id: string,
    @Body() { ticket, said, takeIt }: ContinueBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<VisitShown> {
    return this.intake.continueTicket(id, caller.id, { ticket, said, takeIt: takeIt ?? false });
  }

  @Post(':id/end')
  @HttpCode(204)
  @RequiresPermission('counter.serve')
  async end(
    @Param('id') id: string,
    @Body() { code }: EndVisitBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    await this.visits.end(id, caller.id, code ?? null);
  }

  /** For printing: number, tracking code and QR code, in the requester's language. */
  @Get(':id/receipt')
  @RequiresPermission('counter.serve')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ReceiptShown })
  receipt(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<ReceiptShown> {
    return this.receipts.ofVisit(id, caller.id);
  }
}

function matterOf(body: VisitMatterBody): CounterSubmission {
  const { name = null, phone = null, email = null, audience } = body.requester;
  return {
    subject: body.subject,
    description: body.description,
    kind: body.kind ?? null,
    service: body.service ?? null,
    queue: body.queue ?? null,
    language: body.language,
    requesterId: body.requesterId ?? null,
    requester: { name, phone, email, audience: audience ?? 'citizen' },
    identityNumber: body.identityNumber ?? null,
    attachments: body.attachments ?? [],
    handOver: body.handOver ?? false,
    answer: body.answer ?? null,
  };
}
