import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { CounterDay } from './counter-day.js';
import { Desks, type Sitting } from './desks.service.js';
import { visitAtDeskOf, type VisitView, whoIsThere } from './visit-rows.js';

/** What the console shows to a clerk at a desk. */
export interface CounterView {
  sitting: Sitting | null;
  /** the visit they have called or are serving */
  visit: VisitView | null;
  /** waiting and called visits of their centre, in order */
  waiting: VisitView[];
}

/** The waiting room of a centre, as shown at a desk. */
@Injectable()
export class CounterRoom {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Desks) private readonly desks: Desks,
    @Inject(CounterDay) private readonly days: CounterDay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async for(staffId: string): Promise<CounterView> {
    const sitting = await this.desks.of(staffId);
    const day = this.days.day(this.clock.now());
    return {
      sitting,
      visit: await visitAtDeskOf(this.database, staffId),
      waiting: sitting ? await whoIsThere(this.database, sitting.centreId, day) : [],
    };
  }
}
