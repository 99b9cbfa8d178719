import { Global, Module } from '@nestjs/common';
import { OpeningHours } from '#wasl/country';
import { Promises } from '#wasl/tickets';
import { Announcements } from './announcements.service.js';
import { CalendarAdmin } from './calendar-admin.service.js';
import { ChangeRules } from './change-rules.js';
import { ClockReader } from './clock-reader.js';
import { ClockTimers } from './clock-timers.service.js';
import { DutyOfficers } from './duty-officers.service.js';
import { Escalate } from './escalate.service.js';
import { KeepClocks } from './keep-clocks.js';
import { PolicyAdmin } from './policy-admin.service.js';
import { PreviewAnnouncement } from './preview-announcement.service.js';
import { PromiseFigures } from './promise-figures.js';
import { Recompute } from './recompute.service.js';
import { SlaRules } from './rules.service.js';
import { TicketPromises } from './ticket-promises.js';
import { SlaLive } from './sla-live.js';

const SERVICES = [
  Announcements,
  CalendarAdmin,
  ClockReader,
  ClockTimers,
  DutyOfficers,
  PolicyAdmin,
  PreviewAnnouncement,
  PromiseFigures,
  Recompute,
  SlaRules,
];

@Global()
@Module({
  providers: [
    ...SERVICES,
    ChangeRules,
    Escalate,
    KeepClocks,
    { provide: OpeningHours, useExisting: SlaRules },
    { provide: Promises, useClass: TicketPromises },
    SlaLive,
  ],
  exports: [...SERVICES, OpeningHours, Promises],
})
export class SlaModule {}
