import { Inject, Injectable } from '@nestjs/common';
import {
  COUNTRY_PROFILE,
  type CountryProfile,
  localDay,
  type Opening,
  OpeningHours,
  startOfLocalDay,
} from '#wasl/country';

const ALWAYS: Opening = { open: true, opensAt: null, closesAt: null };

/** The local date at the service centres, and whether a centre is open. */
@Injectable()
export class CounterCalendar {
  private readonly zone: string;

  constructor(
    @Inject(OpeningHours) private readonly hours: OpeningHours,
    @Inject(COUNTRY_PROFILE) country: CountryProfile,
  ) {
    this.zone = country.zones[0]!;
  }

  /** `YYYY-MM-DD` */
  localDay(at: Date): string {
    return localDay(at, this.zone);
  }

  startOfDay(at: Date): Date {
    return startOfLocalDay(at, this.zone);
  }

  /** @param calendar null, or the id of a deleted calendar: open around the clock */
  opening(calendar: string | null, at: Date): Opening {
    if (calendar === null) return ALWAYS;
    try {
      return this.hours.openingAt(calendar, at);
    } catch {
      return ALWAYS;
    }
  }
}
