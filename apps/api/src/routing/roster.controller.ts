import { Body, Controller, Get, Header, HttpCode, Inject, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { CurrentPrincipal, ExpectedETag, type Principal, RequiresPermission } from '#wasl/platform';
import { Roster } from '#wasl/routing';
import { parseDateTime, parsePeriod } from './parse-period.js';
import { AdherenceAnswer, PeriodQuery, RosterAnswer, RosterBody } from './roster.dto.js';

const MOST_DAYS = 92;

/** The roster of shifts, and adherence to it. */
@ApiTags('roster')
@Controller('api/v1')
export class RosterController {
  constructor(
    @Inject(Roster) private readonly roster: Roster,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  @Get('admin/roster')
  @RequiresPermission('roster.manage')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: RosterAnswer })
  async list(@Query() query: PeriodQuery): Promise<RosterAnswer> {
    const { shifts, version } = await this.roster.list(parsePeriod(query, MOST_DAYS));
    return {
      data: shifts.map(({ from, to, ...shift }) => ({
        ...shift,
        from: from.toISOString(),
        to: to.toISOString(),
      })),
      meta: { zone: this.country.zones[0]!, version },
    };
  }

  /** Replaces the shifts that begin in the period. */
  @Put('admin/roster')
  @HttpCode(204)
  @RequiresPermission('roster.manage')
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'the version of the period last seen, in quotes',
  })
  async replace(
    @Body() body: RosterBody,
    @ExpectedETag() seen: string,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    const shifts = body.shifts.map(({ agent, from, to, state, reason }, n) => ({
      agent,
      from: parseDateTime(from, `shifts.${n}.from`),
      to: parseDateTime(to, `shifts.${n}.to`),
      state: state ?? 'available',
      reason: reason ?? null,
    }));
    await this.roster.replace(parsePeriod(body, MOST_DAYS), shifts, seen, caller.id);
  }

  @Get('reports/adherence')
  @RequiresPermission('report.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: AdherenceAnswer })
  async adherence(@Query() query: PeriodQuery): Promise<AdherenceAnswer> {
    return { data: await this.roster.adherence(parsePeriod(query, MOST_DAYS)) };
  }
}
