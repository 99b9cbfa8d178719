import { Global, Module } from '@nestjs/common';
import { CounterDay } from './counter-day.js';
import { CounterReceipts } from './counter-receipts.service.js';
import { CounterSweep } from './counter-sweep.service.js';
import { CounterRoom } from './counter-room.service.js';
import { Desks } from './desks.service.js';
import { CounterIntake } from './intake.service.js';
import { Kiosk } from './kiosk.service.js';
import { FindMatters } from './find-matters.service.js';
import { Visits } from './visits.service.js';

const SERVICES = [
  CounterIntake,
  CounterReceipts,
  CounterRoom,
  CounterSweep,
  Desks,
  Kiosk,
  FindMatters,
  Visits,
];

/**
 * Loaded in every process that changes tickets: a ticket whose requester waits at a centre must not be assigned to
 * anybody else.
 */
@Global()
@Module({ providers: [...SERVICES, CounterDay], exports: SERVICES })
export class CounterModule {}
