import { Inject, Injectable, Optional } from '@nestjs/common';
import { OpeningHours } from '#wasl/country';
import { CLOCK, type Clock } from '#wasl/kernel';
import type { QueueSettings } from './domain/routing-rules.js';

/** A queue with this calendar key uses the opening hours of the country. */
export const COUNTRY_CALENDAR = 'country';

type Hours = Pick<QueueSettings, 'hours'> | undefined;

/** When queues are open. A queue without a calendar, or whose calendar was removed, is always open. */
@Injectable()
export class QueueHours {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(OpeningHours) private readonly hours?: OpeningHours,
  ) {}

  isOpen(settings: Hours, at: Date): boolean {
    return this.openingOf(settings?.hours.calendar ?? null, at)?.open ?? true;
  }

  /** @returns null when it is open, or no next opening is known */
  opensAt(settings: Hours, at: Date): Date | null {
    const opening = this.openingOf(settings?.hours.calendar ?? null, at);
    return opening && !opening.open ? opening.opensAt : null;
  }

  /** Which of these calendars exist; null when calendars are not available. */
  existingCalendars(calendars: Iterable<string>): Set<string> | null {
    if (!this.hours) return null;
    return new Set([...calendars].filter((key) => this.openingOf(key, this.clock.now()) !== null));
  }

  private openingOf(calendar: string | null, at: Date) {
    if (calendar === null || !this.hours) return null;
    try {
      return this.hours.openingAt(calendar === COUNTRY_CALENDAR ? null : calendar, at);
    } catch {
      return null;
    }
  }
}
