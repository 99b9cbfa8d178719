import { Inject, Injectable } from '@nestjs/common';
import type { Priority } from '#wasl/contracts';
import {
  CalendarTime,
  COUNTRY_PROFILE,
  countryCalendar,
  type CountryProfile,
  ZoneClock,
} from '#wasl/country';
import { minutes } from '#wasl/kernel';
import { Promises, type PromiseRequest } from '#wasl/tickets';
import { dueAt } from './domain/due-at.js';

/** What is promised for a matter without a service, in minutes of working time: a day to answer, five to settle. */
const DEFAULT = { firstResponseMinutes: 420, resolutionMinutes: 2_100 };
/** How a priority stretches or shortens a promise. */
const SHARE: Record<Priority, number> = { urgent: 0.25, high: 0.5, normal: 1, low: 1.5 };

/** Promises in the working time of the country. */
@Injectable()
export class CalendarPromises extends Promises {
  private readonly working: CalendarTime;

  constructor(@Inject(COUNTRY_PROFILE) country: CountryProfile) {
    super();
    this.working = new CalendarTime(countryCalendar(country), new ZoneClock(country.zones[0]!));
  }

  dueAt({ priority, firstResponseMinutes, resolutionMinutes, from }: PromiseRequest) {
    const due = (promised: number) =>
      new Date(
        dueAt({ startedAt: from.getTime(), pauses: [] }, minutes(promised) * SHARE[priority], this.working),
      );
    return {
      firstResponseDueAt: due(firstResponseMinutes ?? DEFAULT.firstResponseMinutes),
      resolutionDueAt: due(resolutionMinutes ?? DEFAULT.resolutionMinutes),
    };
  }
}
