import { Day, Flag, Group, Integer, Key, Moment, Shown, Text, TimeSpans } from '#wasl/platform';
import { PageMeta } from '../tickets/ticket.dto.js';
import { NameBody } from '../admin/directory.dto.js';

const SPANS = {
  maxItems: 12,
  optional: true,
  description: 'a span that ends no later than it begins ends on the next day',
};

export class WeekBody {
  @TimeSpans(SPANS) mon?: [string, string][];
  @TimeSpans(SPANS) tue?: [string, string][];
  @TimeSpans(SPANS) wed?: [string, string][];
  @TimeSpans(SPANS) thu?: [string, string][];
  @TimeSpans(SPANS) fri?: [string, string][];
  @TimeSpans(SPANS) sat?: [string, string][];
  @TimeSpans(SPANS) sun?: [string, string][];
}

class CalendarFields {
  @Text({ max: 60, optional: true, description: 'IANA time zone; null: the country’s first' })
  zone?: string | null;
  @Group(() => WeekBody, { optional: true, description: 'null: the country’s' }) hours?: WeekBody | null;
  @Group(() => WeekBody, {
    optional: true,
    description: 'null: the country’s, or with hours of its own the same all year',
  })
  ramadanHours?: WeekBody | null;
  @Flag({ optional: true, description: 'closed on public holidays, computed and announced' })
  publicHolidays?: boolean;
  @Flag({ optional: true, description: 'false retires it' }) active?: boolean;
}
export class CalendarPatchBody extends CalendarFields {
  @Group(() => NameBody, { optional: true }) name?: NameBody;
}
export class CalendarBody extends CalendarFields {
  @Key({ max: 40 }) key: string;
  @Group(() => NameBody) name: NameBody;
}

export class CalendarAnswer {
  @Shown() key: string;
  @Shown() name: NameBody;
  @Shown({ type: String, nullable: true }) zone: string | null;
  @Shown({ type: WeekBody, nullable: true }) hours: WeekBody | null;
  @Shown({ type: WeekBody, nullable: true }) ramadanHours: WeekBody | null;
  @Shown() publicHolidays: boolean;
  @Shown() active: boolean;
  @Shown({ type: 'integer' }) version: number;
  @Shown({ description: 'the zone that holds, named or not' }) zoneInForce: string;
}
export class CalendarPage {
  @Shown({ type: [CalendarAnswer] }) data: CalendarAnswer[];
  @Shown() meta: PageMeta;
}

export class OpenSpan {
  @Shown({ format: 'date-time' }) from: string;
  @Shown({ format: 'date-time' }) to: string;
}
export class CalendarDayAnswer {
  @Shown({ format: 'date' }) date: string;
  @Shown({ enum: ['week', 'ramadan', 'weekend', 'holiday', 'announced'] }) reason: string;
  @Shown({ type: NameBody, nullable: true }) name: NameBody | null;
  @Shown({ type: [OpenSpan] }) open: OpenSpan[];
  @Shown() openMinutes: number;
}
export class CalendarMonth {
  @Shown({ type: [CalendarDayAnswer] }) data: CalendarDayAnswer[];
}
export class IslamicMonthAnswer {
  @Shown({ type: 'integer' }) year: number;
  @Shown({ type: 'integer', description: 'Ramadan is 9' }) month: number;
  @Shown({ format: 'date', description: 'as announced, or else as computed' }) begins: string;
  @Shown({ format: 'date' }) computed: string;
}
export class CalendarYearAnswer {
  @Shown({ type: [CalendarDayAnswer], description: 'public holidays, and what was announced' })
  days: CalendarDayAnswer[];
  @Shown({ type: [IslamicMonthAnswer], description: 'those that begin in the year' })
  months: IslamicMonthAnswer[];
}
export class ChangedDayAnswer {
  @Shown({ description: 'key' }) calendar: string;
  @Shown() before: CalendarDayAnswer;
  @Shown() after: CalendarDayAnswer;
}
export class TouchedTickets {
  @Shown({ type: 'integer', description: 'open tickets that were worked out with and without it' })
  looked: number;
  @Shown({ type: 'integer', description: 'of these, due later' }) later: number;
  @Shown({ type: 'integer', description: 'of these, due earlier' }) earlier: number;
  @Shown({ description: 'whether there are more than were looked at' }) more: boolean;
}
export class AnnouncementPreviewAnswer {
  @Shown({ type: [ChangedDayAnswer], description: 'the first of the days that would change' })
  days: ChangedDayAnswer[];
  @Shown({ type: 'integer', description: 'how many days would change, over all calendars' })
  changedDays: number;
  @Shown() tickets: TouchedTickets;
}
export class DueAnswer {
  @Shown({ format: 'date-time' }) dueAt: string;
}
export class OpeningAnswer {
  @Shown() open: boolean;
  @Shown({ type: String, format: 'date-time', nullable: true }) opensAt: string | null;
  @Shown({ type: String, format: 'date-time', nullable: true }) closesAt: string | null;
}

export class HijriMonthBody {
  @Integer({ min: 1300, max: 1600 }) year: number;
  @Integer({ min: 1, max: 12, description: 'Ramadan is 9' }) month: number;
  @Day({ description: 'the day on which it begins' }) begins: string;
}
export class SpecialDaysBody {
  @Day() from: string;
  @Day({ description: 'included' }) to: string;
  @Group(() => NameBody) name: NameBody;
  @TimeSpans({ maxItems: 12, description: 'none: closed' }) hours: [string, string][];
}
export class AnnouncementBody {
  @Key({ max: 40, optional: true, description: 'without: every calendar that keeps public holidays' })
  calendar?: string | null;
  @Group(() => HijriMonthBody, { optional: true, description: 'the moon was seen, or was not' })
  month?: HijriMonthBody | null;
  @Group(() => SpecialDaysBody, { optional: true, description: 'holidays, working days, other hours' })
  days?: SpecialDaysBody | null;
}
export class AnnouncementAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: String, nullable: true }) calendar: string | null;
  @Shown({ type: HijriMonthBody, nullable: true }) month: HijriMonthBody | null;
  @Shown({ type: SpecialDaysBody, nullable: true }) days: SpecialDaysBody | null;
  @Shown({ format: 'date-time' }) announcedAt: string;
  @Shown({ type: String, format: 'date-time', nullable: true }) withdrawnAt: string | null;
}
export class AnnouncementPage {
  @Shown({ type: [AnnouncementAnswer] }) data: AnnouncementAnswer[];
  @Shown() meta: PageMeta;
}

export class ZoneChangeBody {
  @Text({ max: 60, description: 'IANA time zone' }) zone: string;
  @Moment() from: string;
  @Moment({ optional: true, description: 'without: until further notice' }) to?: string | null;
  @Integer({ min: -840, max: 840, description: 'minutes east of Greenwich in between' })
  offsetMinutes: number;
  @Text({ max: 500, description: 'who decided it, and when' }) note: string;
}
export class ZoneChangeAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() zone: string;
  @Shown({ format: 'date-time' }) from: string;
  @Shown({ type: String, format: 'date-time', nullable: true }) to: string | null;
  @Shown({ type: 'integer' }) offsetMinutes: number;
  @Shown() note: string;
  @Shown({ format: 'date-time' }) announcedAt: string;
  @Shown({ type: String, format: 'date-time', nullable: true }) withdrawnAt: string | null;
}
export class ZoneChangePage {
  @Shown({ type: [ZoneChangeAnswer] }) data: ZoneChangeAnswer[];
  @Shown() meta: PageMeta;
}

export class RecomputationAnswer {
  @Shown() revision: string;
  @Shown({ description: 'what changed' }) cause: string;
  @Shown({ type: [String], nullable: true, description: 'null: clocks of all calendars' })
  calendars: string[] | null;
  @Shown({ format: 'date-time' }) at: string;
  @Shown({ type: 'integer', description: 'tickets whose due times it moved, so far' }) moved: number;
  @Shown({
    enum: ['running', 'settling', 'done'],
    description: 'settling: all have followed, and are looked at once more',
  })
  phase: 'running' | 'settling' | 'done';
  @Shown({
    type: 'integer',
    nullable: true,
    description: 'tickets still to look at, counted as far as 10,000; null when it is not running',
  })
  left: number | null;
  @Shown({ type: String, format: 'date-time', nullable: true }) doneAt: string | null;
}
export class RecomputationList {
  @Shown({ type: [RecomputationAnswer] }) data: RecomputationAnswer[];
}
