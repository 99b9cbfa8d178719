import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { EVENT_JOB_QUEUES, JOB_QUEUES, type JobPayloads, type JobQueue } from '#wasl/contracts';
import { declaredMethods } from '../events/declared-methods.js';
import { type JobContext, JobWorkers } from './job-workers.js';
import { type JobDeclaration, jobDeclaration } from './on-job.js';

/** Finds what features declared with `@OnJob`, and has it work off its queue. */
@Injectable()
export class JobHandlers implements OnModuleInit {
  private handlers: { name: string; declaration: JobDeclaration }[] = [];

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(JobWorkers) private readonly workers: JobWorkers,
  ) {}

  /** @throws Error with one line that names every queue without a handler, or with two */
  onModuleInit(): void {
    const handlers = declaredMethods(this.discovery, jobDeclaration);
    this.handlers = handlers;
    const faults = jobQueueFaults(handlers);
    if (faults.length > 0) throw new Error(`Job queues: ${faults.join('; ')}`);
    for (const { declaration, call } of handlers)
      this.workers.register({
        ...declaration,
        handle: call as unknown as (payload: JobPayloads[JobQueue], job: JobContext) => Promise<void>,
      });
  }

  get all(): readonly { name: string; declaration: JobDeclaration }[] {
    return this.handlers;
  }
}

/** What is wrong with the handlers of job queues, a line each. */
export function jobQueueFaults(
  handlers: readonly { name: string; declaration: { queue: string } }[],
  queues: readonly string[] = JOB_QUEUES.filter(
    (queue) => !(EVENT_JOB_QUEUES as readonly string[]).includes(queue),
  ),
): string[] {
  return queues.flatMap((queue) => {
    const own = handlers.filter(({ declaration }) => declaration.queue === queue).map(({ name }) => name);
    if (own.length === 1) return [];
    return [own.length === 0 ? `${queue} has no handler` : `${queue} has ${own.length}: ${own.join(', ')}`];
  });
}
