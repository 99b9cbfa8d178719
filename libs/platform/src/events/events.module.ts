import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobWorkersModule } from '../jobs/jobs.module.js';
import { LiveSender } from '../live/live-sender.js';
import { EventHandlers } from './event-handlers.js';
import { OutboxDispatcher } from './outbox-dispatcher.js';
import { PeriodicTasks } from './periodic-tasks.js';
import { PlatformRetention } from './platform-retention.js';

/** Moves events to the handlers that features declare, and runs their periodic tasks. For the worker. */
@Global()
@Module({
  imports: [DiscoveryModule, JobWorkersModule],
  providers: [LiveSender, EventHandlers, OutboxDispatcher, PeriodicTasks, PlatformRetention],
  exports: [EventHandlers, PeriodicTasks],
})
export class EventsModule {}
