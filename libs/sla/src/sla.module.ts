import { Global, Module } from '@nestjs/common';
import { OpeningHours } from '#wasl/country';
import { SlaTargets } from '#wasl/tickets';
import { AlarmReader } from './alarm-reader.js';
import { Announcements } from './announcements.service.js';
import { CalendarAdmin } from './calendar-admin.service.js';
import { ChangeRules } from './change-rules.js';
import { ClockReader } from './clock-reader.js';
import { ClockTimers } from './clock-timers.service.js';
import { DutyOfficers } from './duty-officers.service.js';
import { Escalate } from './escalate.service.js';
import { TicketClockHook } from './ticket-clock-hook.js';
import { PolicyAdmin } from './policy-admin.service.js';
import { PreviewAnnouncement } from './preview-announcement.service.js';
import { SlaAttainmentReader } from './sla-attainment.reader.js';
import { Recompute } from './recompute.service.js';
import { SlaRules } from './rules.service.js';
import { PolicySlaTargets } from './policy-sla-targets.js';
import { SlaLive } from './sla-live.js';

const SERVICES = [
  AlarmReader,
  Announcements,
  CalendarAdmin,
  ClockReader,
  ClockTimers,
  DutyOfficers,
  PolicyAdmin,
  PreviewAnnouncement,
  SlaAttainmentReader,
  Recompute,
  SlaRules,
];

@Global()
@Module({
  providers: [
    ...SERVICES,
    ChangeRules,
    Escalate,
    TicketClockHook,
    { provide: OpeningHours, useExisting: SlaRules },
    { provide: SlaTargets, useClass: PolicySlaTargets },
    SlaLive,
  ],
  exports: [...SERVICES, OpeningHours, SlaTargets],
})
export class SlaModule {}
