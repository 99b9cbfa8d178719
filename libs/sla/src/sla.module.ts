import { Global, Module } from '@nestjs/common';
import { OpeningHours } from '#wasl/country';
import { Promises } from '#wasl/tickets';
import { ClockTimers } from './clock-timers.service.js';
import { Escalate } from './escalate.service.js';
import { KeepClocks } from './keep-clocks.js';
import { Recompute } from './recompute.service.js';
import { SlaRules } from './rules.service.js';
import { TicketPromises } from './ticket-promises.js';

const SERVICES = [ClockTimers, Recompute, SlaRules];

@Global()
@Module({
  providers: [
    ...SERVICES,
    Escalate,
    KeepClocks,
    { provide: OpeningHours, useExisting: SlaRules },
    { provide: Promises, useClass: TicketPromises },
  ],
  exports: [...SERVICES, OpeningHours, Promises],
})
export class SlaModule {}
