import { Inject, Injectable } from '@nestjs/common';
import type { Priority } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { Promises, type PromiseRequest } from '#wasl/tickets';
import { dueAt } from './domain/due-at.js';
import { WorkingTime } from './domain/working-time.js';

/** What is promised for a matter without a service, in minutes of working time: a day to answer, five to settle. */
const DEFAULT = { firstResponseMinutes: 420, resolutionMinutes: 2_100 };
/** How a priority stretches or shortens a promise. */
const SHARE: Record<Priority, number> = { urgent: 0.25, high: 0.5, normal: 1, low: 1.5 };

/** Promises in the working time of the country. */
@Injectable()
export class CalendarPromises extends Promises {
  private readonly working: WorkingTime;

  constructor(@Inject(COUNTRY_PROFILE) country: CountryProfile) {
    super();
    this.working = new WorkingTime(country);
  }

  dueAt({ priority, firstResponseMinutes, resolutionMinutes, from }: PromiseRequest) {
    const share = SHARE[priority];
    return {
      firstResponseDueAt: dueAt(
        from,
        (firstResponseMinutes ?? DEFAULT.firstResponseMinutes) * share,
        this.working,
      ),
      resolutionDueAt: dueAt(from, (resolutionMinutes ?? DEFAULT.resolutionMinutes) * share, this.working),
    };
  }
}
