import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { JOB_QUEUES, type JobQueue } from '#wasl/contracts';
import { notFound } from '#wasl/kernel';
import {
  CurrentPrincipal,
  Database,
  JobQueues,
  type Principal,
  readDeadLetters,
  RequiresPermission,
  retryDeadLetter,
  UnitOfWork,
} from '#wasl/platform';
import { AuditRecorder } from '../audit/audit-recorder.js';
import { FailedJobs, DeadLetterEvents } from './admin.dto.js';

/** Dead-lettered events and failed jobs: shown to administrators and retried by hand. */
@ApiTags('administration')
@Controller('api/v1/admin')
export class JobsController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(JobQueues) private readonly jobs: JobQueues,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AuditRecorder) private readonly audit: AuditRecorder,
  ) {}

  @Get('events')
  @RequiresPermission('admin.jobs')
  @ApiOkResponse({ type: DeadLetterEvents })
  async deadLetters(): Promise<DeadLetterEvents> {
    const rows = await readDeadLetters((sql, values) => this.database.query(sql, values));
    return { data: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
  }

  @Post('events/:id/retry')
  @HttpCode(204)
  @RequiresPermission('admin.jobs')
  async retryEvent(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const type = await retryDeadLetter(tx, id);
      if (type === null) throw notFound('job.not_found');
      tx.emit('audit.noted', {
        actorId: caller.id,
        action: 'event.retried',
        targetKind: 'event',
        targetId: id,
        detail: { type },
      });
    });
  }

  @Get('jobs/failed')
  @RequiresPermission('admin.jobs')
  @ApiOkResponse({ type: FailedJobs })
  async failed(): Promise<FailedJobs> {
    const lists = await Promise.all(
      JOB_QUEUES.map(async (queue) => {
        const jobs = await this.jobs.queue(queue).getFailed(0, 49);
        return jobs.map((job) => ({
          id: job.id ?? '',
          queue,
          attempts: job.attemptsMade,
          fault: job.failedReason ?? null,
        }));
      }),
    );
    return { data: lists.flat() };
  }

  @Post('jobs/:queue/:id/retry')
  @HttpCode(204)
  @RequiresPermission('admin.jobs')
  async retryJob(
    @Param('queue') queue: string,
    @Param('id') id: string,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    const known = JOB_QUEUES.includes(queue as JobQueue);
    const job = known ? await this.jobs.queue(queue as JobQueue).getJob(id) : undefined;
    if (!job || !(await job.isFailed())) throw notFound('job.not_found');
    await this.audit.record({
      actorId: caller.id,
      action: 'job.retried',
      targetKind: 'job',
      targetId: id,
      detail: { queue },
    });
    await job.retry();
  }
}
