import type { AnnouncementDraft, IslamicMonth } from '../../api/sla-api.js';
import { dayAfter, momentIn } from './dates.js';
import type { Span } from './week.js';

export const ANNOUNCEMENT_KINDS = ['month', 'days', 'zone'] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

export interface AnnouncementForm {
  about: AnnouncementKind;
  /** calendar key; empty: every calendar that observes public holidays */
  calendar: string;
  month: IslamicMonth | null;
  /** days later than computed */
  shift: number;
  from: string;
  to: string;
  ar: string;
  en: string;
  closed: boolean;
  opens: string;
  closes: string;
  zone: string;
  /** local time of the zone; `until` empty: until further notice */
  since: string;
  until: string;
  offset: number;
  note: string;
}

export const EMPTY_FORM: AnnouncementForm = {
  about: 'month',
  calendar: '',
  month: null,
  shift: 0,
  from: '',
  to: '',
  ar: '',
  en: '',
  closed: true,
  opens: '08:00',
  closes: '12:00',
  zone: '',
  since: '',
  until: '',
  offset: 180,
  note: '',
};

/** The request body. Missing fields are omitted and reported by the api. */
export function draftOf(form: AnnouncementForm): AnnouncementDraft {
  const calendar = form.calendar || null;
  if (form.about === 'zone') {
    const { zone, offset: offsetMinutes } = form;
    return {
      about: 'zone',
      body: {
        zone,
        from: momentOf(zone, form.since),
        to: form.until ? momentOf(zone, form.until) : null,
        offsetMinutes,
        note: form.note.trim(),
      },
    };
  }
  if (form.about === 'days') {
    const hours: Span[] = form.closed ? [] : [[form.opens, form.closes]];
    const name = { ar: form.ar.trim(), en: form.en.trim() };
    return {
      about: 'days',
      body: { calendar, days: { from: form.from, to: form.to || form.from, name, hours } },
    };
  }
  const month = form.month && {
    year: form.month.year,
    month: form.month.month,
    begins: dayAfter(form.month.computed, form.shift),
  };
  return { about: 'days', body: { calendar, month } };
}

const momentOf = (zone: string, shown: string) => (zone && shown ? momentIn(zone, shown) : shown);
