import { checkDay, dayNumber, isTimeZone, shiftOf } from '#wasl/country';
import { type FieldFault, invalid } from '#wasl/kernel';
import type { AnnouncementDraft, ZoneChangeDraft } from './announcements.service.js';

/** A month is announced at most a day, exceptionally two, before or after its computed date. More is a mistake. */
const MAX_SHIFT_DAYS = 2;
const MAX_DAYS = 366;

/** @throws invalid with each fault */
export function checkAnnouncement(draft: AnnouncementDraft): void {
  const faults = faultsOf(draft);
  if (faults.length > 0) throw invalid(faults);
}

/** @throws invalid at `zone` or `to` */
export function checkZoneChange(draft: ZoneChangeDraft): void {
  const ends = draft.to !== null && Date.parse(draft.to) <= Date.parse(draft.from);
  const faults: FieldFault[] = [
    ...(isTimeZone(draft.zone) ? [] : [{ path: 'zone', code: 'zone' }]),
    ...(ends ? [{ path: 'to', code: 'before_from' }] : []),
  ];
  if (faults.length > 0) throw invalid(faults);
}

function faultsOf({ month, days }: AnnouncementDraft): FieldFault[] {
  if ((month === null) === (days === null)) return [{ path: 'days', code: 'month_or_days' }];
  if (month) {
    const shift = shiftOf(month.year, month.month, dayNumber(month.begins));
    return Math.abs(shift) <= MAX_SHIFT_DAYS ? [] : [{ path: 'month.begins', code: 'not_that_month' }];
  }
  const { from, to, hours } = days!;
  const length = dayNumber(to) - dayNumber(from) + 1;
  return [
    ...(length < 1 ? [{ path: 'days.to', code: 'before_from' }] : []),
    ...(length > MAX_DAYS ? [{ path: 'days.to', code: 'too_long' }] : []),
    ...checkDay(hours, 'days.hours'),
  ];
}
