import { Global, Module } from '@nestjs/common';
import { CounterCalendar } from './counter-calendar.js';
import { CounterReceipts } from './counter-receipts.service.js';
import { CounterSweep } from './counter-sweep.service.js';
import { WaitingRoom } from './waiting-room.service.js';
import { Desks } from './desks.service.js';
import { CounterIntake } from './intake.service.js';
import { Kiosk } from './kiosk.service.js';
import { FindRelatedTickets } from './find-related-tickets.service.js';
import { Visits } from './visits.service.js';

const SERVICES = [
  CounterIntake,
  CounterReceipts,
  WaitingRoom,
  CounterSweep,
  Desks,
  Kiosk,
  FindRelatedTickets,
  Visits,
];

/**
 * Loaded in every process that changes tickets: a ticket whose requester waits at a centre must not be assigned to
 * anybody else.
 */
@Global()
@Module({ providers: [...SERVICES, CounterCalendar], exports: SERVICES })
export class CounterModule {}
