import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Catalogue } from '#wasl/directory';
import { invalidField } from '#wasl/kernel';
import { CurrentPrincipal, type Principal, RequiresPermission } from '#wasl/platform';
import { ClockReader, SlaAttainmentReader } from '#wasl/sla';
import { parseTicketNumber, TicketAccess } from '#wasl/tickets';
import { SlaAttainmentList, SlaAttainmentQuery, TicketSlaTargetsList } from './sla-targets.dto.js';

const MOST_TICKETS = 100;
const MOST_DAYS = 366;

/** SLA targets of tickets, and the attainment report. */
@ApiTags('promises')
@Controller('api/v1')
export class SlaTargetsController {
  constructor(
    @Inject(ClockReader) private readonly clocks: ClockReader,
    @Inject(SlaAttainmentReader) private readonly figures: SlaAttainmentReader,
    @Inject(TicketAccess) private readonly access: TicketAccess,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /** For up to a hundred tickets: those of a list page. */
  @Get('promises')
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'numbers', type: String, description: 'ticket numbers, with commas between them' })
  @ApiOkResponse({ type: TicketSlaTargetsList })
  async promises(
    @Query('numbers') given: unknown,
    @CurrentPrincipal() caller: Principal,
  ): Promise<TicketSlaTargetsList> {
    const named = typeof given === 'string' ? given.split(',') : [];
    if (named.length === 0) throw invalidField('numbers', 'required');
    if (named.length > MOST_TICKETS) throw invalidField('numbers', 'too_many');
    const parsed = named.map((text) => parseTicketNumber(text));
    if (parsed.includes(null)) throw invalidField('numbers', 'format');
    const numbers = [...new Set(parsed as string[])];
    const readable = await this.access.readableOf(numbers, caller);
    return { data: await this.clocks.ofTickets(numbers, readable) };
  }

  /** Targets that ended in a range: met and breached, by queue, policy and clock. */
  @Get('reports/promises')
  @RequiresPermission('report.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: SlaAttainmentList })
  async report(@Query() query: SlaAttainmentQuery): Promise<SlaAttainmentList> {
    const [from, to] = [new Date(query.from), new Date(query.to)];
    if (to <= from) throw invalidField('to', 'before_from');
    if (to.getTime() - from.getTime() > MOST_DAYS * 86_400_000) throw invalidField('to', 'too_large');
    const queue = query.queue ? (await this.catalogue.queueByKey(query.queue)).key : null;
    return { data: await this.figures.read({ from, to, queue }) };
  }
}
