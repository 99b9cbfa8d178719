import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { CounterCalendar } from './counter-calendar.js';
import { Desks, type DeskAssignment } from './desks.service.js';
import { readActiveVisitOf, type VisitView, readWaitingVisits } from './visit-rows.js';

/** What the console shows to a clerk at a desk. */
export interface WaitingRoomView {
  sitting: DeskAssignment | null;
  /** the visit they have called or are serving */
  visit: VisitView | null;
  /** waiting and called visits of their centre, in order */
  waiting: VisitView[];
}

/** The waiting room of a centre, as shown at a desk. */
@Injectable()
export class WaitingRoom {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Desks) private readonly desks: Desks,
    @Inject(CounterCalendar) private readonly days: CounterCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async for(staffId: string): Promise<WaitingRoomView> {
    const sitting = await this.desks.current(staffId);
    const day = this.days.localDay(this.clock.now());
    return {
      sitting,
      visit: await readActiveVisitOf(this.database, staffId),
      waiting: sitting ? await readWaitingVisits(this.database, sitting.centreId, day, staffId) : [],
    };
  }
}
