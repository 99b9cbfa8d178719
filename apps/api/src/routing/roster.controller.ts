import { Body, Controller, Get, Header, HttpCode, Inject, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { invalidField } from '#wasl/kernel';
import { Caller, type Principal, Requires } from '#wasl/platform';
import { Roster } from '#wasl/routing';
import { AdherenceAnswer, PeriodQuery, RosterAnswer, RosterBody } from './roster.dto.js';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
const MOST_DAYS = 92;

/** Who is to work when, and how far they keep to it. */
@ApiTags('roster')
@Controller('api/v1')
export class RosterController {
  constructor(@Inject(Roster) private readonly roster: Roster) {}

  @Get('admin/roster')
  @Requires('roster.manage')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: RosterAnswer })
  async list(@Query() query: PeriodQuery): Promise<RosterAnswer> {
    const shifts = await this.roster.list(period(query));
    return {
      data: shifts.map(({ from, to, ...shift }) => ({
        ...shift,
        from: from.toISOString(),
        to: to.toISOString(),
      })),
    };
  }

  /** The shifts that begin in the period become these. */
  @Put('admin/roster')
  @HttpCode(204)
  @Requires('roster.manage')
  async replace(@Body() body: RosterBody, @Caller() caller: Principal): Promise<void> {
    const shifts = body.shifts.map(({ agent, from, to, state, reason }, n) => ({
      agent,
      from: moment(from, `shifts.${n}.from`),
      to: moment(to, `shifts.${n}.to`),
      state: state ?? 'available',
      reason: reason ?? null,
    }));
    await this.roster.replace(period(body), shifts, caller.id);
  }

  @Get('reports/adherence')
  @Requires('report.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: AdherenceAnswer })
  async adherence(@Query() query: PeriodQuery): Promise<AdherenceAnswer> {
    return { data: await this.roster.adherence(period(query)) };
  }
}

function period(given: PeriodQuery): { from: Date; to: Date } {
  const [from, to] = [moment(given.from, 'from'), moment(given.to, 'to')];
  if (to <= from) throw invalidField('to', 'ends_before');
  if (to.getTime() - from.getTime() > MOST_DAYS * 86_400_000)
    throw invalidField('to', 'range_too_long', { days: MOST_DAYS });
  return { from, to };
}

export function moment(text: string, path: string): Date {
  const at = new Date(ISO.test(text) ? text : NaN);
  if (Number.isNaN(at.getTime())) throw invalidField(path, 'date');
  return at;
}
