import { Body, Controller, Get, Header, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { OpeningHours } from '#wasl/country';
import { CLOCK, type Clock, invalidField } from '#wasl/kernel';
import {
  CurrentPrincipal,
  ExpectedVersion,
  pageRequest,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import { Announcements, CalendarAdmin, type CalendarDraft, PreviewAnnouncement, Recompute } from '#wasl/sla';
import {
  AnnouncementAnswer,
  AnnouncementBody,
  AnnouncementPage,
  AnnouncementPreviewAnswer,
  CalendarAnswer,
  CalendarBody,
  CalendarMonth,
  CalendarPage,
  CalendarPatchBody,
  CalendarYearAnswer,
  DueAnswer,
  OpeningAnswer,
  RecomputationList,
  ZoneChangeAnswer,
  ZoneChangeBody,
  ZoneChangePage,
} from './calendars.dto.js';
import { dateTimeIn, numberIn } from './read-query.js';
import { IF_MATCH, PAGE_AFTER, PAGE_SIZE, weekOf } from './shared.js';

/** Ten years of minutes. */
const MOST_MINUTES = 5_256_000;

/** Business hours: calendars, announcements, and their effects. */
@ApiTags('administration')
@Controller('api/v1/admin/calendars')
export class CalendarsController {
  constructor(
    @Inject(CalendarAdmin) private readonly calendars: CalendarAdmin,
    @Inject(Announcements) private readonly announcements: Announcements,
    @Inject(PreviewAnnouncement) private readonly previews: PreviewAnnouncement,
    @Inject(Recompute) private readonly recompute: Recompute,
    @Inject(OpeningHours) private readonly hours: OpeningHours,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @RequiresPermission('admin.sla')
  @Header('Cache-Control', 'no-store')
  @ApiQuery(PAGE_SIZE)
  @ApiQuery(PAGE_AFTER)
  @ApiOkResponse({ type: CalendarPage })
  list(@Query() query: Record<string, unknown>): Promise<CalendarPage> {
    return this.calendars.list(pageRequest(query)) as Promise<CalendarPage>;
  }

  @Post()
  @RequiresPermission('admin.sla')
  @ApiCreatedResponse({ type: CalendarAnswer })
  create(@Body() body: CalendarBody, @CurrentPrincipal() caller: Principal): Promise<CalendarAnswer> {
    const draft: CalendarDraft = {
      key: body.key,
      name: body.name,
      zone: body.zone ?? null,
      hours: weekOf(body.hours),
      ramadanHours: weekOf(body.ramadanHours),
      publicHolidays: body.publicHolidays ?? true,
      active: body.active ?? true,
    };
    return this.calendars.create(draft, caller.id) as Promise<CalendarAnswer>;
  }

  @Get('announcements')
  @RequiresPermission('admin.sla')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'calendar', required: false, type: String })
  @ApiQuery(PAGE_SIZE)
  @ApiQuery(PAGE_AFTER)
  @ApiOkResponse({ type: AnnouncementPage })
  async announced(@Query() query: Record<string, unknown>): Promise<AnnouncementPage> {
    const calendar = typeof query.calendar === 'string' ? query.calendar : null;
    if (calendar !== null) await this.calendars.get(calendar);
    return this.announcements.list(calendar, pageRequest(query)) as Promise<AnnouncementPage>;
  }

  @Post('announcements')
  @RequiresPermission('admin.sla')
  @ApiCreatedResponse({ type: AnnouncementAnswer })
  announce(
    @Body() body: AnnouncementBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<AnnouncementAnswer> {
    const { calendar = null, month = null, days = null } = body;
    return this.announcements.announce({ calendar, month, days }, caller.id) as Promise<AnnouncementAnswer>;
  }

  /** Previews the effect of an announcement without making it. */
  @Post('announcements/preview')
  @HttpCode(200)
  @RequiresPermission('admin.sla')
  @ApiOkResponse({ type: AnnouncementPreviewAnswer })
  preview(@Body() body: AnnouncementBody): Promise<AnnouncementPreviewAnswer> {
    const { calendar = null, month = null, days = null } = body;
    return this.previews.announcement({ calendar, month, days });
  }

  @Post('announcements/:id/withdraw')
  @HttpCode(200)
  @RequiresPermission('admin.sla')
  @ApiOkResponse({ type: AnnouncementAnswer })
  withdraw(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<AnnouncementAnswer> {
    return this.announcements.withdraw(id, caller.id) as Promise<AnnouncementAnswer>;
  }

  @Get('zones')
  @RequiresPermission('admin.sla')
  @Header('Cache-Control', 'no-store')
  @ApiQuery(PAGE_SIZE)
  @ApiQuery(PAGE_AFTER)
  @ApiOkResponse({ type: ZoneChangePage })
  zones(@Query() query: Record<string, unknown>): Promise<ZoneChangePage> {
    return this.announcements.zoneChanges(pageRequest(query));
  }

  @Post('zones')
  @RequiresPermission('admin.sla')
  @ApiCreatedResponse({ type: ZoneChangeAnswer })
  announceZone(
    @Body() body: ZoneChangeBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ZoneChangeAnswer> {
    return this.announcements.announceZone({ ...body, to: body.to ?? null }, caller.id);
  }

  /** Previews the effect of a time zone change without making it. */
  @Post('zones/preview')
  @HttpCode(200)
  @RequiresPermission('admin.sla')
  @ApiOkResponse({ type: AnnouncementPreviewAnswer })
  previewZone(@Body() body: ZoneChangeBody): Promise<AnnouncementPreviewAnswer> {
    return this.previews.zoneChange({ ...body, to: body.to ?? null });
  }

  @Post('zones/:id/withdraw')
  @HttpCode(200)
  @RequiresPermission('admin.sla')
  @ApiOkResponse({ type: ZoneChangeAnswer })
  withdrawZone(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<ZoneChangeAnswer> {
    return this.announcements.withdrawZone(id, caller.id);
  }

  /** Progress of the SLA recalculations after the last changes. */
  @Get('recomputations')
  @RequiresPermission('admin.sla')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: RecomputationList })
  async recomputations(): Promise<RecomputationList> {
    return { data: await this.recompute.recent() };
  }

  @Get(':key')
  @RequiresPermission('admin.sla')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CalendarAnswer })
  get(@Param('key') key: string): Promise<CalendarAnswer> {
    return this.calendars.get(key) as Promise<CalendarAnswer>;
  }

  @Patch(':key')
  @RequiresPermission('admin.sla')
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: CalendarAnswer })
  change(
    @Param('key') key: string,
    @Body() body: CalendarPatchBody,
    @ExpectedVersion() version: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<CalendarAnswer> {
    const { name, zone, hours, ramadanHours, publicHolidays, active } = body;
    const patch: Partial<CalendarDraft> = {
      ...(name && { name }),
      ...(zone !== undefined && { zone }),
      ...(hours !== undefined && { hours: weekOf(hours) }),
      ...(ramadanHours !== undefined && { ramadanHours: weekOf(ramadanHours) }),
      ...(typeof publicHolidays === 'boolean' && { publicHolidays }),
      ...(typeof active === 'boolean' && { active }),
    };
    return this.calendars.change(key, patch, version, caller.id) as Promise<CalendarAnswer>;
  }

  /** What each day of a month is, and why. */
  @Get(':key/month')
  @RequiresPermission('admin.sla')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'month', type: String, example: '2026-02' })
  @ApiOkResponse({ type: CalendarMonth })
  month(@Param('key') key: string, @Query('month') month: unknown): CalendarMonth {
    if (typeof month !== 'string' || !/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(month))
      throw invalidField('month', 'format');
    return { data: this.calendars.month(key, month) };
  }

  /** The holidays of a year, computed and announced, and when its Islamic months begin. */
  @Get(':key/year')
  @RequiresPermission('admin.sla')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'year', type: 'integer', example: 2026 })
  @ApiOkResponse({ type: CalendarYearAnswer })
  year(@Param('key') key: string, @Query() query: Record<string, unknown>): CalendarYearAnswer {
    return this.calendars.year(key, numberIn(query, 'year', { min: 1950, max: 2100 }));
  }

  /** When a target of the given minutes would be due. */
  @Get(':key/due')
  @RequiresPermission('admin.sla')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'minutes', type: 'integer' })
  @ApiQuery({ name: 'from', required: false, format: 'date-time' })
  @ApiOkResponse({ type: DueAnswer })
  due(@Param('key') key: string, @Query() query: Record<string, unknown>): DueAnswer {
    const minutes = numberIn(query, 'minutes', { min: 1, max: MOST_MINUTES });
    const from = dateTimeIn(query, 'from') ?? this.clock.now();
    return { dueAt: this.calendars.dueAt(key, from, minutes).toISOString() };
  }

  /** Whether the calendar is open at a time, and until when. */
  @Get(':key/opening')
  @RequiresPermission('admin.sla')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'at', required: false, format: 'date-time' })
  @ApiOkResponse({ type: OpeningAnswer })
  opening(@Param('key') key: string, @Query() query: Record<string, unknown>): OpeningAnswer {
    const { open, opensAt, closesAt } = this.hours.openingAt(
      key,
      dateTimeIn(query, 'at') ?? this.clock.now(),
    );
    return {
      open,
      opensAt: opensAt?.toISOString() ?? null,
      closesAt: closesAt?.toISOString() ?? null,
    };
  }
}
