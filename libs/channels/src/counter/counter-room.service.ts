import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { CounterDay } from './counter-day.js';
import { Desks, type Sitting } from './desks.service.js';
import { visitAtDeskOf, type VisitView, whoIsThere } from './visit-rows.js';

/** All that somebody at a desk looks at. */
export interface CounterView {
  sitting: Sitting | null;
  /** whom they have called or receive */
  visit: VisitView | null;
  /** who waits or is called at their centre, in order */
  waiting: VisitView[];
}

/** The waiting room as a desk sees it. */
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
