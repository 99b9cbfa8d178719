import 'reflect-metadata';
import type { EventJobQueue, JobPayloads, JobQueue } from '#wasl/contracts';
import type { JobContext } from './job-workers.js';

export interface OnJobOptions {
  /** how many jobs of this queue one process works on at once */
  concurrency: number;
  /** how long after its worker's death a job is given to another; must exceed what blocks the event loop */
  lockMs?: number;
}

export interface JobDeclaration extends OnJobOptions {
  queue: JobQueue;
}

const DECLARED = Symbol('wasl:on-job');

/**
 * Declares a method of a provider as the one that works off a job queue. The worker finds it there; in other processes
 * the declaration does nothing. Queues of events are declared with `@OnEvent`.
 */
export function OnJob<Q extends Exclude<JobQueue, EventJobQueue>>(queue: Q, options: OnJobOptions) {
  return <Method extends (payload: JobPayloads[Q], job: JobContext) => Promise<void>>(
    _target: object,
    _key: string | symbol,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const declaration: JobDeclaration = { queue, ...options };
    Reflect.defineMetadata(DECLARED, declaration, descriptor.value!);
  };
}

/** @returns what a method was declared as, if it works off a job queue */
export const jobDeclaration = (method: object): JobDeclaration | undefined =>
  Reflect.getMetadata(DECLARED, method) as JobDeclaration | undefined;
