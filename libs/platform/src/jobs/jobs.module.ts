import { Global, Module } from '@nestjs/common';
import { JobQueues } from './job-queues.js';
import { JobWorkers } from './job-workers.js';

/** Adding jobs, in every process. */
@Global()
@Module({ providers: [JobQueues], exports: [JobQueues] })
export class JobsModule {}

/** Working off jobs, in the worker. */
@Global()
@Module({ providers: [JobWorkers], exports: [JobWorkers] })
export class JobWorkersModule {}
