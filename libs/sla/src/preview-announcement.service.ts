import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, DAY_MS, dayNumber } from '#wasl/country';
import { CLOCK, type Clock, invalidField } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import type { AnnouncementDraft, ZoneChangeDraft } from './announcements.service.js';
import { type CalendarDay, daysOf } from './calendar-days.js';
import { checkAnnouncement, checkZoneChange } from './check-announcement.js';
import { readTicketClocks, type TicketClocks } from './clock-store.js';
import { NO_ACTIVITY, planClocks } from './domain/plan-clocks.js';
import { type DueDates, dueDatesOf } from './ticket-clock-hook.js';
import {
  type AnnouncementRow,
  type AnnouncementDrafts,
  RulesSnapshot,
  type ZoneChangeRow,
} from './rules-snapshot.js';
import { SlaRules } from './rules.service.js';

/** Limits on days and tickets to compare: enough to judge an announcement without a long wait. */
const MAX_DAYS = 400;
const SHOWN_DAYS = 62;
const MAX_TICKETS = 2_000;
const BATCH_SIZE = 200;
const NEWEST = '9223372036854775807';
/** A month with another first day may move holidays within it, and substitute holidays after it. */
const BEFORE_MONTH = 3;
const AFTER_MONTH = 45;

export interface ChangedDay {
  calendar: string;
  before: CalendarDay;
  after: CalendarDay;
}

/** The effects of an announcement. */
export interface AnnouncementPreview {
  /** the first days that would change, by calendar */
  days: ChangedDay[];
  /** how many would change in all */
  changedDays: number;
  tickets: {
    /** open tickets that were computed with and without it */
    looked: number;
    /** whose next due time would be later, or earlier */
    later: number;
    earlier: number;
    /** whether there are more tickets than were computed */
    more: boolean;
  };
}

interface Window {
  from: number;
  to: number;
}

/** Computes the effects of an announcement without making it. */
@Injectable()
export class PreviewAnnouncement {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SlaRules) private readonly rules: SlaRules,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws invalid as `Announcements.announce` */
  async announcement(draft: AnnouncementDraft): Promise<AnnouncementPreview> {
    checkAnnouncement(draft);
    if (draft.calendar && !this.rules.current.calendarKeys.includes(draft.calendar))
      throw invalidField('calendar', 'not_found');
    const drafts = { announcements: [rowOf(draft, this.clock.now())], zoneChanges: [] };
    return this.compare(drafts, windowOf(draft));
  }

  /** @throws invalid as `Announcements.announceZone` */
  async zoneChange(draft: ZoneChangeDraft): Promise<AnnouncementPreview> {
    checkZoneChange(draft);
    const change: ZoneChangeRow = {
      ...draft,
      id: '',
      fromAt: new Date(draft.from),
      toAt: draft.to === null ? null : new Date(draft.to),
      announcedAt: this.clock.now(),
      withdrawnAt: null,
    };
    const from = Math.floor(change.fromAt.getTime() / DAY_MS) - 1;
    const to = change.toAt ? Math.ceil(change.toAt.getTime() / DAY_MS) + 1 : from + MAX_DAYS;
    return this.compare({ announcements: [], zoneChanges: [change] }, { from, to });
  }

  private async compare(drafts: AnnouncementDrafts, { from, to }: Window): Promise<AnnouncementPreview> {
    // Both are read at one moment: a concurrent announcement must not appear as an effect of this one.
    const [now, then] = await this.database.readInSnapshot(async (query) => [
      await RulesSnapshot.read(query, this.country),
      await RulesSnapshot.read(query, this.country, drafts),
    ]);
    const last = Math.min(to, from + MAX_DAYS);
    const changed = now.calendarKeys.flatMap((calendar) => {
      const after = daysOf(then.calendar(calendar), from, last);
      return daysOf(now.calendar(calendar), from, last).flatMap((before, n) =>
        JSON.stringify(before) === JSON.stringify(after[n]) ? [] : [{ calendar, before, after: after[n]! }],
      );
    });
    const calendars = [...new Set(changed.map(({ calendar }) => calendar))];
    return {
      days: changed.slice(0, SHOWN_DAYS),
      changedDays: changed.length,
      tickets: await this.tickets(calendars, now, then),
    };
  }

  private async tickets(calendars: string[], now: RulesSnapshot, then: RulesSnapshot) {
    const seen = { looked: 0, later: 0, earlier: 0, more: false };
    const at = this.clock.now().getTime();
    for (let before = NEWEST; calendars.length > 0;) {
      const rows = await this.database.query<{ id: string }>(WITH_CLOCKS, [before, BATCH_SIZE, calendars]);
      if (rows.length === 0) break;
      if (seen.looked >= MAX_TICKETS) return { ...seen, more: true };
      before = rows.at(-1)!.id;
      const ids = rows.map(({ id }) => id);
      for (const ticket of await readTicketClocks(this.database, ids)) {
        const shift = shiftBetween(dueDatesUnder(ticket, now, at), dueDatesUnder(ticket, then, at));
        seen.looked++;
        if (shift > 0) seen.later++;
        else if (shift < 0) seen.earlier++;
      }
    }
    return seen;
  }
}

const dueDatesUnder = (ticket: TicketClocks, rules: RulesSnapshot, at: number): DueDates =>
  dueDatesOf(ticket, planClocks(ticket, ticket.clocks, NO_ACTIVITY, rules, at));

/** Compares the target that is due next and moves. */
function shiftBetween(before: DueDates, after: DueDates): number {
  const first = msBetween(before.firstResponseDueAt, after.firstResponseDueAt);
  return first === 0 ? msBetween(before.resolutionDueAt, after.resolutionDueAt) : first;
}

const msBetween = (before: Date | null, after: Date | null) =>
  before && after ? after.getTime() - before.getTime() : 0;

function windowOf({ month, days }: AnnouncementDraft): Window {
  if (days) return { from: dayNumber(days.from), to: dayNumber(days.to) };
  const begins = dayNumber(month!.begins);
  return { from: begins - BEFORE_MONTH, to: begins + AFTER_MONTH };
}

const rowOf = ({ calendar, month, days }: AnnouncementDraft, now: Date): AnnouncementRow => ({
  id: '',
  calendar,
  kind: month ? 'hijri_month' : 'days',
  hijriYear: month?.year ?? null,
  hijriMonth: month?.month ?? null,
  begins: month?.begins ?? null,
  from: days?.from ?? null,
  to: days?.to ?? null,
  nameAr: days?.name.ar ?? null,
  nameEn: days?.name.en ?? null,
  hours: days?.hours ?? null,
  announcedAt: now,
  withdrawnAt: null,
});

/** Newest first: open tickets are rare among old ones. */
const WITH_CLOCKS = `
SELECT DISTINCT ticket_id AS id FROM clock
 WHERE ticket_id < $1 AND ended_at IS NULL AND calendar = ANY($3) ORDER BY ticket_id DESC LIMIT $2`;
