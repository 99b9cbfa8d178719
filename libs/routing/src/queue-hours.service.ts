import { Inject, Injectable, Optional } from '@nestjs/common';
import { OpeningHours } from '#wasl/country';
import { CLOCK, type Clock } from '#wasl/kernel';
import type { QueueSettings } from './domain/routing-rules.js';

/** By this key a queue keeps the hours of its country. */
export const COUNTRY_CALENDAR = 'country';

type Hours = Pick<QueueSettings, 'hours'> | undefined;

/** When queues are open. A queue without a calendar always is; so is one whose calendar is no more. */
@Injectable()
export class QueueHours {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(OpeningHours) private readonly hours?: OpeningHours,
  ) {}

  isOpen(settings: Hours, at: Date): boolean {
    return this.ask(settings?.hours.calendar ?? null, at)?.open ?? true;
  }

  /** @returns null when it is open, or is not known to open again */
  opensAt(settings: Hours, at: Date): Date | null {
    const opening = this.ask(settings?.hours.calendar ?? null, at);
    return opening && !opening.open ? opening.opensAt : null;
  }

  /** Which of these calendars there are; null when nobody keeps calendars. */
  known(calendars: Iterable<string>): Set<string> | null {
    if (!this.hours) return null;
    return new Set([...calendars].filter((key) => this.ask(key, this.clock.now()) !== null));
  }

  private ask(calendar: string | null, at: Date) {
    if (calendar === null || !this.hours) return null;
    try {
      return this.hours.openingAt(calendar === COUNTRY_CALENDAR ? null : calendar, at);
    } catch {
      return null;
    }
  }
}
