import {
  Day,
  Flag,
  NestedObject,
  Integer,
  Key,
  TimestampField,
  ResponseField,
  Text,
  TimeSpans,
} from '#wasl/platform';
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
  @NestedObject(() => WeekBody, { optional: true, description: 'null: the country’s' })
  hours?: WeekBody | null;
  @NestedObject(() => WeekBody, {
    optional: true,
    description: 'null: the country’s, or with hours of its own the same all year',
  })
  ramadanHours?: WeekBody | null;
  @Flag({ optional: true, description: 'closed on public holidays, computed and announced' })
  publicHolidays?: boolean;
  @Flag({ optional: true, description: 'false retires it' }) active?: boolean;
}
export class CalendarPatchBody extends CalendarFields {
  @NestedObject(() => NameBody, { optional: true }) name?: NameBody;
}
export class CalendarBody extends CalendarFields {
  @Key({ max: 40 }) key: string;
  @NestedObject(() => NameBody) name: NameBody;
}

export class CalendarAnswer {
  @ResponseField() key: string;
  @ResponseField() name: NameBody;
  @ResponseField({ type: String, nullable: true }) zone: string | null;
  @ResponseField({ type: WeekBody, nullable: true }) hours: WeekBody | null;
  @ResponseField({ type: WeekBody, nullable: true }) ramadanHours: WeekBody | null;
  @ResponseField() publicHolidays: boolean;
  @ResponseField() active: boolean;
  @ResponseField({ type: 'integer' }) version: number;
  @ResponseField({ description: 'the zone that holds, named or not' }) zoneInForce: string;
}
export class CalendarPage {
  @ResponseField({ type: [CalendarAnswer] }) data: CalendarAnswer[];
  @ResponseField() meta: PageMeta;
}

export class OpenSpan {
  @ResponseField({ format: 'date-time' }) from: string;
  @ResponseField({ format: 'date-time' }) to: string;
}
export class CalendarDayAnswer {
  @ResponseField({ format: 'date' }) date: string;
  @ResponseField({ enum: ['week', 'ramadan', 'weekend', 'holiday', 'announced'] }) reason: string;
  @ResponseField({ type: NameBody, nullable: true }) name: NameBody | null;
  @ResponseField({ type: [OpenSpan] }) open: OpenSpan[];
  @ResponseField() openMinutes: number;
}
export class CalendarMonth {
  @ResponseField({ type: [CalendarDayAnswer] }) data: CalendarDayAnswer[];
}
export class IslamicMonthAnswer {
  @ResponseField({ type: 'integer' }) year: number;
  @ResponseField({ type: 'integer', description: 'Ramadan is 9' }) month: number;
  @ResponseField({ format: 'date', description: 'as announced, or else as computed' }) begins: string;
  @ResponseField({ format: 'date' }) computed: string;
}
export class CalendarYearAnswer {
  @ResponseField({ type: [CalendarDayAnswer], description: 'public holidays, and what was announced' })
  days: CalendarDayAnswer[];
  @ResponseField({ type: [IslamicMonthAnswer], description: 'those that begin in the year' })
  months: IslamicMonthAnswer[];
}
export class ChangedDayAnswer {
  @ResponseField({ description: 'key' }) calendar: string;
  @ResponseField() before: CalendarDayAnswer;
  @ResponseField() after: CalendarDayAnswer;
}
export class TouchedTickets {
  @ResponseField({ type: 'integer', description: 'open tickets that were worked out with and without it' })
  looked: number;
  @ResponseField({ type: 'integer', description: 'of these, due later' }) later: number;
  @ResponseField({ type: 'integer', description: 'of these, due earlier' }) earlier: number;
  @ResponseField({ description: 'whether there are more than were looked at' }) more: boolean;
}
export class AnnouncementPreviewAnswer {
  @ResponseField({ type: [ChangedDayAnswer], description: 'the first of the days that would change' })
  days: ChangedDayAnswer[];
  @ResponseField({ type: 'integer', description: 'how many days would change, over all calendars' })
  changedDays: number;
  @ResponseField() tickets: TouchedTickets;
}
export class DueAnswer {
  @ResponseField({ format: 'date-time' }) dueAt: string;
}
export class OpeningAnswer {
  @ResponseField() open: boolean;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) opensAt: string | null;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) closesAt: string | null;
}

export class HijriMonthBody {
  @Integer({ min: 1300, max: 1600 }) year: number;
  @Integer({ min: 1, max: 12, description: 'Ramadan is 9' }) month: number;
  @Day({ description: 'the day on which it begins' }) begins: string;
}
export class SpecialDaysBody {
  @Day() from: string;
  @Day({ description: 'included' }) to: string;
  @NestedObject(() => NameBody) name: NameBody;
  @TimeSpans({ maxItems: 12, description: 'none: closed' }) hours: [string, string][];
}
export class AnnouncementBody {
  @Key({ max: 40, optional: true, description: 'without: every calendar that keeps public holidays' })
  calendar?: string | null;
  @NestedObject(() => HijriMonthBody, { optional: true, description: 'the moon was seen, or was not' })
  month?: HijriMonthBody | null;
  @NestedObject(() => SpecialDaysBody, { optional: true, description: 'holidays, working days, other hours' })
  days?: SpecialDaysBody | null;
}
export class AnnouncementAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ type: String, nullable: true }) calendar: string | null;
  @ResponseField({ type: HijriMonthBody, nullable: true }) month: HijriMonthBody | null;
  @ResponseField({ type: SpecialDaysBody, nullable: true }) days: SpecialDaysBody | null;
  @ResponseField({ format: 'date-time' }) announcedAt: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) withdrawnAt: string | null;
}
export class AnnouncementPage {
  @ResponseField({ type: [AnnouncementAnswer] }) data: AnnouncementAnswer[];
  @ResponseField() meta: PageMeta;
}

export class ZoneChangeBody {
  @Text({ max: 60, description: 'IANA time zone' }) zone: string;
  @TimestampField() from: string;
  @TimestampField({ optional: true, description: 'without: until further notice' }) to?: string | null;
  @Integer({ min: -840, max: 840, description: 'minutes east of Greenwich in between' })
  offsetMinutes: number;
  @Text({ max: 500, description: 'who decided it, and when' }) note: string;
}
export class ZoneChangeAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() zone: string;
  @ResponseField({ format: 'date-time' }) from: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) to: string | null;
  @ResponseField({ type: 'integer' }) offsetMinutes: number;
  @ResponseField() note: string;
  @ResponseField({ format: 'date-time' }) announcedAt: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) withdrawnAt: string | null;
}
export class ZoneChangePage {
  @ResponseField({ type: [ZoneChangeAnswer] }) data: ZoneChangeAnswer[];
  @ResponseField() meta: PageMeta;
}

export class RecomputationAnswer {
  @ResponseField() revision: string;
  @ResponseField({ description: 'what changed' }) cause: string;
  @ResponseField({ type: [String], nullable: true, description: 'null: clocks of all calendars' })
  calendars: string[] | null;
  @ResponseField({ format: 'date-time' }) at: string;
  @ResponseField({ type: 'integer', description: 'tickets whose due times it moved, so far' }) moved: number;
  @ResponseField({
    enum: ['running', 'settling', 'done'],
    description: 'settling: all have followed, and are looked at once more',
  })
  phase: 'running' | 'settling' | 'done';
  @ResponseField({
    type: 'integer',
    nullable: true,
    description: 'tickets still to look at, counted as far as 10,000; null when it is not running',
  })
  left: number | null;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) doneAt: string | null;
}
export class RecomputationList {
  @ResponseField({ type: [RecomputationAnswer] }) data: RecomputationAnswer[];
}
