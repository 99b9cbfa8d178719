import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobFigures } from './job-figures.js';
import { JobHandlers } from './job-handlers.js';
import { JobQueues } from './job-queues.js';
import { JobWorkers } from './job-workers.js';

/** Adding jobs, in every process. */
@Global()
@Module({ providers: [JobQueues], exports: [JobQueues] })
export class JobsModule {}

/** Processing jobs, in the worker. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [JobWorkers, JobHandlers, JobFigures],
  exports: [JobWorkers, JobHandlers],
})
export class JobWorkersModule {}
